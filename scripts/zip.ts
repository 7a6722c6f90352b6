import { zipSync } from 'fflate';

/** The oldest time that a zip can tell. fflate writes the parts of local time, so the bytes are the same in every zone. */
const always = new Date(1980, 0, 1, 12);

/**
 * Zips files so that the same files give the same bytes, on any day, in any zone and in whatever order they are given.
 * @param entries path inside the zip, with `/`, and content
 */
export function zip(entries: Iterable<readonly [path: string, content: Uint8Array]>): Uint8Array {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { mtime: always, level: 9 });
}
