import type { z } from 'zod';

/** The version in which rows, blobs and queue messages are written: the property `v` of each. */
export const versionWritten = 1;

/** The versions that are read. From version 2 on, each release reads its own version and the one before. */
const versionsRead: ReadonlySet<unknown> = new Set([1]);

/** Why something stored cannot be read. It never says what is in it. */
interface Unreadable {
  readonly kind: 'unreadable';
  /** Null when it has no version. */
  readonly version: number | null;
  /** @example 'does not fit its schema: slot.start' */
  readonly problem: string;
}

export type Read<T> = { readonly kind: 'read'; readonly value: T } | Unreadable;

/**
 * Checks what was stored.
 * @param version its `v`
 */
export function readStored<T>(schema: z.ZodType<T>, version: unknown, stored: unknown): Read<T> {
  const known = typeof version === 'number' ? version : null;
  const unreadable = (problem: string): Unreadable => ({ kind: 'unreadable', version: known, problem });
  if (!versionsRead.has(version))
    return unreadable(known === null ? 'has no version' : `has version ${known}`);
  if (stored === undefined) return unreadable('is not JSON');
  const parsed = schema.safeParse(stored);
  if (parsed.success) return { kind: 'read', value: parsed.data };
  const paths = new Set(parsed.error.issues.map(({ path }) => path.join('.')));
  return unreadable(`does not fit its schema: ${[...paths].join(', ')}`);
}

/** The value of a JSON text; undefined when it is none. No error quotes the text: it may hold names. */
export function fromJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
