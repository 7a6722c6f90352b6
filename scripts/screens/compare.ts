import { mkdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How many pixels of a picture may differ: less than one letter. */
const tolerated = 12;

/**
 * Compares a picture with the accepted one of that name. Where they differ, both and their difference are written into a folder.
 * @returns what is wrong, in a sentence; null when they are the same
 */
export function compareWithAccepted(
  name: string,
  png: Buffer,
  folders: { readonly accepted: string; readonly differences: string },
): string | null {
  const file = join(folders.accepted, `${name}.png`);
  const keep = (pictures: Readonly<Record<string, Buffer>>) => {
    mkdirSync(folders.differences, { recursive: true });
    for (const [kind, bytes] of Object.entries(pictures))
      writeFileSync(join(folders.differences, `${name}.${kind}.png`), bytes);
  };
  if (!existsSync(file)) {
    keep({ now: png });
    return `${name}: no picture was accepted yet`;
  }
  const bytes = readFileSync(file);
  const [accepted, now] = [PNG.sync.read(bytes), PNG.sync.read(png)];
  const { width, height } = accepted;
  if (width !== now.width || height !== now.height) {
    keep({ accepted: bytes, now: png });
    return `${name}: ${now.width} × ${now.height} pixels, accepted were ${width} × ${height}`;
  }
  const difference = new PNG({ width, height });
  const count = pixelmatch(accepted.data, now.data, difference.data, width, height, { threshold: 0.1 });
  if (count <= tolerated) return null;
  keep({ accepted: bytes, now: png, difference: PNG.sync.write(difference) });
  return `${name}: ${count} pixels differ`;
}
