import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Folder {
  /** The path of something in it; of itself when nothing is named. */
  readonly at: (...names: readonly string[]) => string;
  /** Writes a file, and the folders that it lies in. Returns its path. */
  readonly write: (name: string, content: string | Buffer) => string;
}

/** An empty folder for each test of a `describe`, or for all of it, removed afterwards. */
export function useFolder(of: 'test' | 'describe' = 'test'): Folder {
  let folder = '';
  (of === 'test' ? beforeEach : before)(() => {
    folder = mkdtempSync(join(tmpdir(), 'unmentoring-'));
  });
  (of === 'test' ? afterEach : after)(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const at = (...names: readonly string[]) => join(folder, ...names);
  return {
    at,
    write(name, content) {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
      return at(name);
    },
  };
}
