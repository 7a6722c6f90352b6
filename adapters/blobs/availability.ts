import { gunzipSync, gzipSync } from 'node:zlib';
import type { ContainerClient } from '@azure/storage-blob';
import { z } from 'zod';
import type { Availability } from '../../core/ports/storage.ts';
import type { PersonId } from '../../core/records/person.ts';
import type { FreeBusy } from '../../core/time/free-busy.ts';
import { weekday } from '../../core/time/weekday.ts';
import { type Format, writtenOnce } from './written-once.ts';

const yearlySwitch = z.object({
  time: z.string(),
  dayOccurrence: z.number(),
  dayOfWeek: z.string(),
  month: z.number(),
});

const customZone = z.object({
  bias: z.number(),
  standardOffset: yearlySwitch.exactOptional(),
  daylightOffset: yearlySwitch.extend({ daylightBias: z.number() }).exactOptional(),
});

const freeBusy = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    view: z.string(),
    hours: z
      .object({
        zone: z.union([z.string(), customZone]),
        days: z.array(weekday),
        start: z.string(),
        end: z.string(),
      })
      .nullable(),
  }),
  z.object({ kind: z.literal('unreadable'), reason: z.string() }),
]);

const snapshot = z.array(z.tuple([z.string(), freeBusy]));

/** JSON, compressed: a week of 10,000 people is seven megabytes of digits that mostly repeat each other. */
const format: Format<ReadonlyMap<PersonId, FreeBusy>> = {
  contentType: 'application/gzip',
  write: (read) => gzipSync(JSON.stringify([...read])),
  read: (bytes) => new Map(snapshot.parse(JSON.parse(gunzipSync(bytes).toString('utf8')))),
};

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

/** What was read of everybody's week for pairing, one blob a round: `scheme/round/availability.json.gz`. */
export function blobAvailability(container: ContainerClient): Availability {
  const blobs = writtenOnce(container, format);
  const nameOf = ({ scheme, round }: InRound) => `${scheme}/${round}/availability.json.gz`;
  return {
    get: (key) => blobs.get(nameOf(key)),
    putFirst: (key, read) => blobs.putFirst(nameOf(key), read),
    remove: (key) => blobs.remove(nameOf(key)),
  };
}
