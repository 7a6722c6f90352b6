import * as z from 'zod';
import { type Interval, minute } from './interval.ts';
import { workingHours } from './hours.ts';

/** What a calendar says about a window of time. */
export const freeBusy = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    /**
     * Graph's `availabilityView`: one character for every quarter of an hour from the start of the window on. 0 is free, 1
     * tentative, 2 busy, 3 out of office, 4 working elsewhere. `busyInView` gives its intervals.
     */
    view: z.string(),
    /** Null when the mailbox has none. */
    hours: workingHours.nullable(),
  }),
  /** `reason`: Graph's code, such as `ErrorMailRecipientNotFound`. */
  z.object({ kind: z.literal('unreadable'), reason: z.string() }),
]);
export type FreeBusy = z.infer<typeof freeBusy>;

/** Everything but free (0) and working elsewhere (4). */
const taken = /[^04]+/g;

/**
 * When somebody is taken, from a view with one character for every `minutes`. Tentative, busy, out of office and unknown
 * characters count as taken; free and working elsewhere do not.
 * @param start the view's first instant (epoch milliseconds)
 * @returns ascending, with free time between them
 */
export function busyInView(view: string, minutes: number, start: number): Interval[] {
  const length = minutes * minute;
  return Array.from(view.matchAll(taken), ({ index, 0: run }) => ({
    start: start + index * length,
    end: start + (index + run.length) * length,
  }));
}
