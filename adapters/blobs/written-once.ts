import { buffer } from 'node:stream/consumers';
import { RestError, type ContainerClient } from '@azure/storage-blob';
import { z } from 'zod';

/** How a value is written in a blob. */
export interface Format<T> {
  readonly contentType: string;
  write(value: T): Buffer;
  /** @throws when the bytes do not hold such a value */
  read(bytes: Buffer): T;
}

/** Blobs that are never changed. When several writers write the same blob, the first one wins. */
interface WrittenOnce<Key, T> {
  /** Null when the blob does not exist. */
  readonly get: (key: Key) => Promise<T | null>;
  /** Writes the value if the blob does not exist yet, and gives what is stored: the first value written. */
  readonly putFirst: (key: Key, value: T) => Promise<T>;
  /** Does nothing when the blob does not exist. */
  readonly remove: (key: Key) => Promise<void>;
}

/**
 * @param nameOf the blob's name
 * @throws (its functions) when the container does not exist: the infrastructure makes it
 */
export function writtenOnce<Key, T>(
  container: ContainerClient,
  format: Format<T>,
  nameOf: (key: Key) => string,
): WrittenOnce<Key, T> {
  const blobOf = (key: Key) => container.getBlockBlobClient(nameOf(key));

  const get = async (key: Key): Promise<T | null> => {
    try {
      const { readableStreamBody } = await blobOf(key).download();
      if (readableStreamBody === undefined) throw new Error(`blob ${nameOf(key)} came without a body`);
      return format.read(await buffer(readableStreamBody));
    } catch (error) {
      if (isMissingBlob(error)) return null;
      throw error;
    }
  };

  return {
    get,
    async putFirst(key, value) {
      const bytes = format.write(value);
      try {
        await blobOf(key).upload(bytes, bytes.length, {
          conditions: { ifNoneMatch: '*' },
          blobHTTPHeaders: { blobContentType: format.contentType },
        });
        return value;
      } catch (error) {
        // Another writer was first: 409 BlobAlreadyExists, or 412 while its upload is under way.
        if (!(error instanceof RestError) || (error.statusCode !== 409 && error.statusCode !== 412))
          throw error;
        const stored = await get(key);
        if (stored === null) throw error;
        return stored;
      }
    },
    async remove(key) {
      try {
        await blobOf(key).delete();
      } catch (error) {
        if (!isMissingBlob(error)) throw error;
      }
    },
  };
}

/** Values as JSON text, checked by schema when read. */
export function jsonFormat<T>(schema: z.ZodType<T>): Format<T> {
  return {
    contentType: 'application/json',
    write: (value) => Buffer.from(JSON.stringify(value)),
    read: (bytes) => schema.parse(JSON.parse(bytes.toString('utf8'))),
  };
}

const containerMissing = z.object({ errorCode: z.literal('ContainerNotFound') });

/** Whether the blob does not exist. A missing container answers 404 too, but is a failure. */
function isMissingBlob(error: unknown): boolean {
  return (
    error instanceof RestError &&
    error.statusCode === 404 &&
    !containerMissing.safeParse(error.details).success
  );
}
