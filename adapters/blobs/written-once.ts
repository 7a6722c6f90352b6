import { buffer } from 'node:stream/consumers';
import { RestError, type ContainerClient } from '@azure/storage-blob';
import { z } from 'zod';

/** How a value is written in a blob. */
export interface Format<T> {
  readonly contentType: string;
  write(value: T): Buffer;
  /** @throws when the bytes are no such value */
  read(bytes: Buffer): T;
}

/** Blobs that are never changed: whoever writes one first wins. */
export interface WrittenOnce<T> {
  get(name: string): Promise<T | null>;
  /** Writes on the condition that none exists; gives what stands, whoever wrote it. */
  putFirst(name: string, value: T): Promise<T>;
  /** Nothing there is no error. */
  remove(name: string): Promise<void>;
}

/** @throws (its functions) when the container is missing: the infrastructure makes it */
export function writtenOnce<T>(container: ContainerClient, format: Format<T>): WrittenOnce<T> {
  const get = async (name: string): Promise<T | null> => {
    try {
      const { readableStreamBody } = await container.getBlockBlobClient(name).download();
      if (readableStreamBody === undefined) throw new Error(`blob ${name} came without a body`);
      return format.read(await buffer(readableStreamBody));
    } catch (error) {
      if (isMissingBlob(error)) return null;
      throw error;
    }
  };

  return {
    get,
    async putFirst(name, value) {
      const bytes = format.write(value);
      try {
        await container.getBlockBlobClient(name).upload(bytes, bytes.length, {
          conditions: { ifNoneMatch: '*' },
          blobHTTPHeaders: { blobContentType: format.contentType },
        });
        return value;
      } catch (error) {
        // 409 BlobAlreadyExists (412 while another upload is under way): somebody was first.
        if (!(error instanceof RestError) || (error.statusCode !== 409 && error.statusCode !== 412))
          throw error;
        const standing = await get(name);
        if (standing === null) throw error;
        return standing;
      }
    },
    async remove(name) {
      try {
        await container.getBlockBlobClient(name).delete();
      } catch (error) {
        if (!isMissingBlob(error)) throw error;
      }
    },
  };
}

/** Values as JSON text, parsed by schema when read. */
export function jsonFormat<T>(schema: z.ZodType<T>): Format<T> {
  return {
    contentType: 'application/json',
    write: (value) => Buffer.from(JSON.stringify(value)),
    read: (bytes) => schema.parse(JSON.parse(bytes.toString('utf8'))),
  };
}

const containerMissing = z.object({ errorCode: z.literal('ContainerNotFound') });

/** A missing container answers 404 as a missing blob does, and says nothing about blobs. */
function isMissingBlob(error: unknown): boolean {
  return (
    error instanceof RestError &&
    error.statusCode === 404 &&
    !containerMissing.safeParse(error.details).success
  );
}
