import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { weekday } from '../../core/time/weekday.ts';
import { InputError } from '../input/input-error.ts';
import type { Employee } from '../organisation/employee.ts';
import { isRunning } from './is-running.ts';

const employee = z.object({
  oid: z.guid(),
  mail: z.string(),
  name: z.string(),
  department: z.string().exactOptional(),
  office: z.string().exactOptional(),
  manager: z.string().exactOptional(),
  timeZone: z.string(),
  workStart: z.string(),
  workEnd: z.string(),
  workDays: z.array(weekday),
  language: z.string().exactOptional(),
});

/**
 * The version of the layout of this folder and of the storage emulator's tables. Raise it when older state can no
 * longer be read.
 */
const format = 7;

const written = z.object({ format: z.number().int() });
const contents = z.object({
  format: z.literal(format),
  employees: z.array(employee).min(1),
  coordinators: z.array(z.string()).min(1),
  seed: z.number().int().nullable(),
});

/** The input of a start, so that the next start needs no options. */
export interface Beginning {
  readonly employees: readonly Employee[];
  readonly coordinators: readonly string[];
  readonly seed: number | null;
}

/** The folder in which the local product keeps its state. */
export interface DataFolder {
  readonly path: string;
  /** Null in a new folder. */
  readonly beginning: Beginning | null;
  /** The path of something inside the folder. */
  at(...names: string[]): string;
  keep(beginning: Beginning): Promise<void>;
  /** Lets other processes use the folder. Deletes it if it was made for this run alone. */
  release(): Promise<void>;
}

const manifestName = 'unmentoring.json';
const lockName = 'in-use-by.pid';

/**
 * Opens the folder for state and locks it for this process.
 * @param path null for a temporary folder that is deleted after this run
 * @throws InputError when the folder is damaged, is not ours or is in use; nothing in it has been changed then
 */
export async function openDataFolder(path: string | null): Promise<DataFolder> {
  const folder = path === null ? await mkdtemp(join(tmpdir(), 'unmentoring-')) : resolve(path);
  const at = (...names: string[]) => join(folder, ...names);
  const beginning = path === null ? null : await inspect(folder);
  await mkdir(folder, { recursive: true });
  await writeFile(at(lockName), `${process.pid}\n`);
  return {
    path: folder,
    beginning,
    at,
    async keep(state) {
      await writeFile(at(`${manifestName}.new`), JSON.stringify({ format, ...state }, null, 2));
      await rename(at(`${manifestName}.new`), at(manifestName));
    },
    async release() {
      if (path === null) await rm(folder, { recursive: true, force: true });
      else {
        await rm(at(lockName), { force: true });
        // The folder is new, and nothing was started in it.
        await rmdir(folder).catch(() => undefined);
      }
    },
  };
}

async function inspect(folder: string): Promise<Beginning | null> {
  const names = await readdir(folder).catch((cause: unknown): string[] => {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new InputError({ file: folder }, { problem: 'cannot be read', expected: 'a folder' }, { cause });
  });
  if (names.length === 0) return null;
  await refuseIfInUse(folder, names);
  if (!names.includes(manifestName)) {
    throw new InputError(
      { file: folder },
      {
        problem: `holds other files and no ${manifestName}`,
        expected: 'an empty folder, or one in which this product kept its state',
      },
    );
  }
  const beginning = parsed(join(folder, manifestName), await readFile(join(folder, manifestName), 'utf8'));
  await checkStorage(join(folder, 'azurite'));
  if (!names.includes('clock.json')) throw missing(join(folder, 'clock.json'));
  return beginning;
}

async function refuseIfInUse(folder: string, names: readonly string[]): Promise<void> {
  if (!names.includes(lockName)) return;
  const pid = Number(await readFile(join(folder, lockName), 'utf8'));
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return;
  throw new InputError(
    { file: folder },
    { problem: `is in use by process ${pid}`, expected: 'a folder that no other start is using' },
  );
}

function parsed(file: string, text: string): Beginning {
  const stored = json(file, text);
  const { data: manifest } = written.safeParse(stored);
  if (manifest !== undefined && manifest.format !== format) {
    throw new InputError(
      { file },
      {
        problem: `was written by ${manifest.format < format ? 'an earlier' : 'a later'} version of this product`,
        expected: 'that version, or another folder',
      },
    );
  }
  const result = contents.safeParse(stored);
  if (result.success) {
    const { employees, coordinators, seed } = result.data;
    return { employees, coordinators, seed };
  }
  throw new InputError(
    { file },
    { problem: 'is damaged', expected: 'what this product wrote there' },
    { cause: result.error },
  );
}

/** The files of the storage emulator that hold the product's records. */
export const storageFiles = ['table', 'queue', 'queue_extent', 'blob', 'blob_extent'].map(
  (part) => `__azurite_db_${part}__.json`,
);

/** The storage emulator would start empty if it had not its files, or could not read them. */
async function checkStorage(folder: string): Promise<void> {
  const names = await readdir(folder).catch((cause: unknown): string[] => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw missing(folder, cause);
    throw new InputError({ file: folder }, { problem: 'cannot be read', expected: 'a folder' }, { cause });
  });
  for (const name of storageFiles) {
    if (!names.includes(name)) throw missing(join(folder, name));
    json(join(folder, name), await readFile(join(folder, name), 'utf8'));
  }
}

function missing(file: string, cause?: unknown): InputError {
  return new InputError(
    { file },
    { problem: 'is not there', expected: 'everything that this product kept in its folder' },
    { cause },
  );
}

function json(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError(
      { file },
      { problem: 'is damaged', expected: 'JSON as this product wrote it' },
      { cause },
    );
  }
}
