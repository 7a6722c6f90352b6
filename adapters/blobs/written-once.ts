import { buffer } from 'node:stream/consumers';
import type { ContainerClient } from '@azure/storage-blob';
import * as z from 'zod';
import type { Log } from '../../core/ports/ports.ts';
import type { OnUnreadable } from '../../core/ports/storage.ts';
import { fromJson, type Read, readStored, versionWritten } from '../version.ts';

/** Gives the client of the container; asked for every blob. */
export type Container = () => ContainerClient | Promise<ContainerClient>;

/** How a value is written in a blob. */
export interface Format<T> {
  readonly contentType: string;
  write(value: T): Buffer;
  /** @param leftOut is told of entries that are left out because they cannot be read */
  read(bytes: Buffer, leftOut: (entry: string, problem: string) => void): Read<T>;
}

/** Blobs that are never changed. When several writers write the same blob, the first one wins. */
interface WrittenOnce<Key, T> {
  /**
   * Null when the blob does not exist.
   * @throws when it cannot be read, and there is no `onUnreadable`; with it, gives null
   */
  readonly get: (key: Key, onUnreadable?: OnUnreadable) => Promise<T | null>;
  /**
   * Writes the value if the blob does not exist yet, and gives what is stored: the first value written.
   * @throws when that cannot be read
   */
  readonly putFirst: (key: Key, value: T) => Promise<T>;
  /** Does nothing when the blob does not exist. */
  readonly remove: (key: Key) => Promise<void>;
}

/**
 * What cannot be read is logged as `unreadable record`.
 * @param nameOf the blob's name
 * @throws (its functions) when the container does not exist: the infrastructure makes it
 */
export function writtenOnce<Key, T>(
  container: Container,
  log: Log,
  format: Format<T>,
  nameOf: (key: Key) => string,
): WrittenOnce<Key, T> {
  const blobOf = async (key: Key) => (await container()).getBlockBlobClient(nameOf(key));

  const bytesOf = async (key: Key): Promise<Buffer | null> => {
    try {
      const { readableStreamBody } = await (await blobOf(key)).download();
      if (readableStreamBody === undefined) throw new Error(`blob ${nameOf(key)} came without a body`);
      return await buffer(readableStreamBody);
    } catch (error) {
      if (isMissingBlob(error)) return null;
      throw error;
    }
  };

  const get = async (key: Key, onUnreadable?: OnUnreadable): Promise<T | null> => {
    const blob = nameOf(key);
    const bytes = await bytesOf(key);
    if (bytes === null) return null;
    const read = format.read(bytes, (entry, problem) => {
      log('unreadable record', { blob, entry, problem });
    });
    if (read.kind === 'read') return read.value;
    const { version, problem } = read;
    if (onUnreadable === undefined) throw new Error(`blob ${blob} ${problem}`);
    log('unreadable record', { blob, version, problem });
    onUnreadable(blob);
    return null;
  };

  return {
    get,
    async putFirst(key, value) {
      const bytes = format.write(value);
      try {
        const blob = await blobOf(key);
        await blob.upload(bytes, bytes.length, {
          conditions: { ifNoneMatch: '*' },
          blobHTTPHeaders: { blobContentType: format.contentType },
        });
        return value;
      } catch (error) {
        // Another writer was first: 409 BlobAlreadyExists, or 412 while its upload is under way.
        const status = refusal.safeParse(error).data?.statusCode;
        if (status !== 409 && status !== 412) throw error;
        const stored = await get(key);
        if (stored === null) throw error;
        return stored;
      }
    },
    async remove(key) {
      try {
        await (await blobOf(key)).delete();
      } catch (error) {
        if (!isMissingBlob(error)) throw error;
      }
    },
  };
}

/** JSON text of a value and its version. */
export function toJson(value: unknown): string {
  return JSON.stringify({ v: versionWritten, value });
}

const envelope = z.object({ v: z.unknown(), value: z.unknown() });

/** Checks such a text by schema. `text` null: there is none. */
export function readJson<T>(schema: z.ZodType<T>, text: string | null): Read<T> {
  const { v, value } = envelope.safeParse(fromJson(text)).data ?? { v: versionWritten, value: undefined };
  return readStored(schema, v, value);
}

/** Values as JSON text, checked by schema when read. */
export function jsonFormat<T>(schema: z.ZodType<T>): Format<T> {
  return {
    contentType: 'application/json',
    write: (value) => Buffer.from(toJson(value)),
    read: (bytes) => readJson(schema, bytes.toString('utf8')),
  };
}

/** An error by which the client says that storage refused. Known by its fields: the client's code is loaded with the first blob. */
const refusal = z.object({ name: z.literal('RestError'), statusCode: z.number(), details: z.unknown() });
const containerMissing = z.object({ errorCode: z.literal('ContainerNotFound') });

/** Whether the blob does not exist. A missing container answers 404 too, but is a failure. */
function isMissingBlob(error: unknown): boolean {
  const refused = refusal.safeParse(error).data;
  return refused?.statusCode === 404 && !containerMissing.safeParse(refused.details).success;
}
