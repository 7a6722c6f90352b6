// Puts `.br` beside every text file of the built tab: what the server sends to every browser.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const folder = join(import.meta.dirname, '../dist/tab');
const texts = new Set(['.html', '.js', '.css', '.svg', '.json']);

for (const name of await readdir(folder, { recursive: true })) {
  if (!texts.has(extname(name))) continue;
  const bytes = await readFile(join(folder, name));
  await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes));
}
