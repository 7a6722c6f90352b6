import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MatchingResult } from '../../core/matching/index.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import { rankSlots } from '../../core/slots/rank-slots.ts';
import { addToLoad, weekLoad } from '../../core/slots/week-load.ts';
import { toIso } from '../../core/time/instant.ts';
import { InputError } from '../input/input-error.ts';
import type { Gathered } from './gather.ts';
import { unplacedOf } from './unplaced.ts';
import type { PlanOptions } from './options.ts';

/**
 * A file that is written as a whole or not at all: under another name first, then renamed. Opening it before the work
 * starts shows early whether it can be written.
 */
export interface FileBeside {
  readonly write: (pieces: Iterable<string>) => Promise<void>;
  /** Deletes the file with the other name. Does nothing after `write`. */
  readonly discard: () => Promise<void>;
}

/** @throws InputError when the file cannot be written there */
export async function openBeside(path: string): Promise<FileBeside> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    await refuseFolder(path);
    await (await open(beside, 'wx')).close();
  } catch (cause) {
    throw unwritable(path, cause);
  }
  return {
    write: async (pieces) => {
      try {
        await pipeline(pieces, createWriteStream(beside));
        await rename(beside, path);
      } catch (cause) {
        throw unwritable(path, cause);
      }
    },
    discard: () => rm(beside, { force: true }),
  };
}

async function refuseFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return;
  const isFolder = (await handle.stat()).isDirectory();
  await handle.close();
  if (isFolder) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function unwritable(file: string, cause: unknown): unknown {
  const problems: Readonly<Record<string, string>> = {
    ENOENT: 'its folder does not exist',
    ENOTDIR: 'its folder is not a folder',
    EISDIR: 'is a folder',
    EACCES: 'may not be written',
    EPERM: 'may not be written',
    EROFS: 'lies on a disk that may not be written',
    ENOSPC: 'has no room left on the disk',
  };
  const problem = problems[codeOf(cause)];
  if (problem === undefined) return cause;
  return new InputError({ file }, { problem, expected: 'a path where the plan can be written' }, { cause });
}

const { lunch } = defaultScheme(0);

/** The plan as JSON, one pairing a line. */
export function* planText(options: PlanOptions, gathered: Gathered, result: MatchingResult) {
  const { employees, weeks } = gathered;
  const mail = (id: string): string => employees.get(id)?.mail ?? id;
  const { week, minutes, zone, seed } = options;
  /** A plan from files is made ahead, so no slot is at short notice. */
  const rules = { week, lunch, now: -Infinity };
  const load = weekLoad(week);
  const head = { week: week.monday, minutes, zone, seed };
  yield `{\n${Object.entries(head)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`)
    .join('')}`;
  yield* list('pairings', result.pairings, ({ members, lastMet, closeness }) => {
    const slots = rankSlots(
      rules,
      members.flatMap((member) => weeks.get(member) ?? []),
      minutes,
      load,
    );
    if (slots[0]) addToLoad(load, slots[0]);
    return {
      members: members.map(mail),
      slots: slots.map(({ start, end }) => ({ start: toTheSecond(start), end: toTheSecond(end) })),
      lastMet,
      closeness,
    };
  });
  yield* list('unplaced', unplacedOf(gathered, result), ({ id, reason }) => ({ mail: mail(id), reason }));
  const { optimal } = result;
  const [cost, bound] = [result.cost, result.bound].map((each) => ({
    ...each,
    unplaced: each.unplaced + gathered.unreadable.length,
  }));
  yield `  "cost": ${JSON.stringify(cost)},\n  "bound": ${JSON.stringify(bound)},\n  "optimal": ${String(optimal)}\n}\n`;
}

/** Slots start on whole minutes, so instants are written without fractions. */
function toTheSecond(at: number): string {
  return toIso(at).replace('.000Z', 'Z');
}

function* list<T>(key: string, items: readonly T[], toJson: (item: T) => unknown) {
  yield `  ${JSON.stringify(key)}: [`;
  for (const [index, item] of items.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(toJson(item))}`;
  }
  yield items.length === 0 ? '],\n' : '\n  ],\n';
}
