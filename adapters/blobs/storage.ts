import { gunzipSync, gzipSync } from 'node:zlib';
import type { ContainerClient } from '@azure/storage-blob';
import { z } from 'zod';
import type { Storage } from '../../core/ports/storage.ts';
import type { PersonId } from '../../core/records/person.ts';
import { plan } from '../../core/records/plan.ts';
import { repair, type Repair } from '../../core/records/repair.ts';
import { type FreeBusy, freeBusy } from '../../core/time/free-busy.ts';
import { type Format, jsonFormat, writtenOnce } from './written-once.ts';

const weekOfEverybody = z.array(z.tuple([z.string(), freeBusy]));

/** JSON, compressed: a week of 10,000 people is seven megabytes of digits that mostly repeat each other. */
const compressed: Format<ReadonlyMap<PersonId, FreeBusy>> = {
  contentType: 'application/gzip',
  write: (week) => gzipSync(JSON.stringify([...week])),
  read: (bytes) => new Map(weekOfEverybody.parse(JSON.parse(gunzipSync(bytes).toString('utf8')))),
};

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
 * | a repair of a round | `scheme/round/repair-<number>.json` |
 * | everybody's free/busy of the meeting week, as read for pairing | `scheme/round/availability.json.gz` |
 */
export function blobStorage(container: ContainerClient): Pick<Storage, 'plans' | 'repairs' | 'availability'> {
  const inRound = (name: string) => (key: InRound) => `${key.scheme}/${key.round}/${name}`;
  const plans = writtenOnce(container, jsonFormat(plan), inRound('plan.json'));
  const repairs = writtenOnce(
    container,
    jsonFormat(repair),
    (key: Pick<Repair, 'scheme' | 'round' | 'number'>) => inRound(`repair-${key.number}.json`)(key),
  );
  return {
    plans: { get: plans.get, putFirst: (value) => plans.putFirst(value, value) },
    repairs: { get: repairs.get, putFirst: (value) => repairs.putFirst(value, value) },
    availability: writtenOnce(container, compressed, inRound('availability.json.gz')),
  };
}
