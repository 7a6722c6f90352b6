import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { Log } from '../../core/ports/ports.ts';
import type { Storage } from '../../core/ports/storage.ts';
import type { PersonId } from '../../core/records/person.ts';
import { type Draft, draft } from '../../core/records/plans/draft.ts';
import { plan, type Plan } from '../../core/records/plans/plan.ts';
import { repair, type Repair } from '../../core/records/repair.ts';
import { type FreeBusy, freeBusy } from '../../core/time/free-busy.ts';
import { readStored, versionWritten } from '../version.ts';
import { type Container, type Format, jsonFormat, readJson, toJson, writtenOnce } from './written-once.ts';

const planOfAnything = plan.extend({ pairings: z.array(z.unknown()), unplaced: z.array(z.unknown()) });

/** Entries that cannot be read are left out: the others meet. */
export const planFormat: Format<Plan> = {
  ...jsonFormat(plan),
  read(bytes, leftOut) {
    const read = readJson(planOfAnything, bytes.toString('utf8'));
    if (read.kind === 'unreadable') return read;
    const { pairings, unplaced } = plan.shape;
    const value: Plan = {
      ...read.value,
      pairings: readable(pairings.element, read.value.pairings, 'pairings', leftOut),
      unplaced: readable(unplaced.element, read.value.unplaced, 'unplaced', leftOut),
    };
    return { kind: 'read', value };
  },
};

const weekOfOne = z.tuple([z.string(), freeBusy]);

/**
 * JSON, compressed: a week of 10,000 people is seven megabytes of digits that mostly repeat each other. Entries that cannot
 * be read are left out: those calendars are read again.
 */
export const weekFormat: Format<ReadonlyMap<PersonId, FreeBusy>> = {
  contentType: 'application/gzip',
  write: (week) => gzipSync(toJson([...week])),
  read(bytes, leftOut) {
    const read = readJson(z.array(z.unknown()), unzipped(bytes));
    if (read.kind === 'unreadable') return read;
    return { kind: 'read', value: new Map(readable(weekOfOne, read.value, 'people', leftOut)) };
  },
};

/** The text in compressed bytes; null when they are none. */
function unzipped(bytes: Buffer): string | null {
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    return null;
  }
}

/** The entries that fit a schema. */
function readable<T>(
  schema: z.ZodType<T>,
  entries: readonly unknown[],
  list: string,
  leftOut: (entry: string, problem: string) => void,
): T[] {
  return entries.flatMap((entry, i) => {
    const read = readStored(schema, versionWritten, entry);
    if (read.kind === 'read') return [read.value];
    leftOut(`${list}.${i}`, read.problem);
    return [];
  });
}

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

/**
 * What the product keeps in Blob storage, all in one container:
 *
 * | record | blob |
 * | --- | --- |
 * | a round's plan | `scheme/round/plan.json` |
 * | a draft of the plan | `scheme/round/draft-<number>.json` |
 * | a repair of a round | `scheme/round/repair-<number>.json` |
 * | everybody's free/busy of the meeting week, as read for pairing | `scheme/round/availability.json.gz` |
 */
export function blobStorage(
  container: Container,
  log: Log,
): Pick<Storage, 'plans' | 'drafts' | 'repairs' | 'availability'> {
  const inRound = (name: string) => (key: InRound) => `${key.scheme}/${key.round}/${name}`;
  const plans = writtenOnce(container, log, planFormat, inRound('plan.json'));
  const repairs = writtenOnce(
    container,
    log,
    jsonFormat(repair),
    (key: Pick<Repair, 'scheme' | 'round' | 'number'>) => inRound(`repair-${key.number}.json`)(key),
  );
  const drafts = writtenOnce(
    container,
    log,
    jsonFormat(draft),
    (key: Pick<Draft, 'scheme' | 'round' | 'draft'>) => inRound(`draft-${key.draft}.json`)(key),
  );
  const weeks = writtenOnce(container, log, weekFormat, inRound('availability.json.gz'));
  return {
    plans: { ...plans, putFirst: (value) => plans.putFirst(value, value) },
    drafts: {
      ...drafts,
      async numbers(key) {
        const prefix = inRound('draft-')(key);
        const numbers: number[] = [];
        for await (const { name } of (await container()).listBlobsFlat({ prefix }))
          numbers.push(parseInt(name.slice(prefix.length), 10));
        return numbers.sort((a, b) => a - b);
      },
      putFirst: (value) => drafts.putFirst(value, value),
    },
    repairs: { ...repairs, putFirst: (value) => repairs.putFirst(value, value) },
    availability: {
      async get(key) {
        const unreadable: string[] = [];
        const week = await weeks.get(key, (blob) => unreadable.push(blob));
        if (unreadable.length > 0) await weeks.remove(key);
        return week;
      },
      putFirst: weeks.putFirst,
      remove: weeks.remove,
    },
  };
}
