import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { weekday } from '../../core/time/weekday.ts';
import { InputError } from '../input/input-error.ts';
import type { Employee } from '../organisation/employee.ts';

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

/** How state is laid out, in this folder and in the storage emulator's files: rises when what stands there cannot be read any more. */
const format = 4;

const written = z.object({ format: z.number().int() });
const contents = z.object({
  format: z.literal(format),
  employees: z.array(employee).min(1),
  coordinators: z.array(z.string()).min(1),
  seed: z.number().int().nullable(),
});

/** What a start began with, so that the next one can go on without being told again. */
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
  /** A path inside. */
  at(...names: string[]): string;
  keep(beginning: Beginning): Promise<void>;
  /** Lets others use the folder; removes it when it was only for this run. */
  release(): Promise<void>;
}

const manifestName = 'unmentoring.json';
const lockName = 'in-use-by.pid';

/**
 * Opens the folder that state is kept in, and holds it for this process.
 * @param path null for one that lasts as long as this run
 * @throws InputError when the folder is damaged, is not ours, or is in use; nothing in it has been changed then
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
        // A new folder in which nothing was begun.
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
  for (const part of ['azurite', 'clock.json']) {
    if (names.includes(part)) continue;
    throw new InputError(
      { file: join(folder, part) },
      { problem: 'is not there', expected: 'everything that this product kept in its folder' },
    );
  }
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

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process runs, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
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

/** The storage emulator would begin anew over files that it cannot read. */
async function checkStorage(folder: string): Promise<void> {
  const names = await readdir(folder).catch((cause: unknown): string[] => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new InputError({ file: folder }, { problem: 'cannot be read', expected: 'a folder' }, { cause });
  });
  for (const name of names.filter((candidate) => /^__azurite_db_.*\.json$/.test(candidate))) {
    json(join(folder, name), await readFile(join(folder, name), 'utf8'));
  }
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
