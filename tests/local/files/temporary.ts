import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes a folder for the tests of a `describe`, and removes it afterwards. Returns a function that writes a file
 * there.
 */
export function temporaryFiles(): (name: string, content: string | Buffer) => Promise<string> {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unmentoring-'));
  });
  after(() => rm(folder, { recursive: true }));
  return async (name, content) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
}
