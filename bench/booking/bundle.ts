import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bundle } from '../../scripts/app/bundle.ts';

/** Bundles the product's process in the same way as the deployed function app. Returns the address of its main file. */
export async function bundledProduct(): Promise<URL> {
  const folder = new URL('../../dist/bench/booking/', import.meta.url);
  await rm(folder, { recursive: true, force: true });
  const { files } = await bundle('bench/booking/product-process.ts');
  for (const [path, content] of files) {
    const file = new URL(path, folder);
    await mkdir(dirname(file.pathname), { recursive: true });
    await writeFile(file, content);
  }
  return new URL('main.js', folder);
}
