import { z } from 'zod';
import { minute } from '../time/interval.ts';

export const slot = z.object({ start: z.iso.datetime(), end: z.iso.datetime() });

export type Slot = z.infer<typeof slot>;

/** Nobody is asked to come to something that begins sooner: they could not read of it in time. */
export const movingNotice = 30 * minute;

/** Whether a slot can still be given to somebody at `now` (epoch milliseconds). */
export function isToCome({ start }: Slot, now: number): boolean {
  return Date.parse(start) >= now + movingNotice;
}

/** Whether two slots are the same time, however it is written. */
export function isSameSlot(a: Slot, b: Slot): boolean {
  return Date.parse(a.start) === Date.parse(b.start) && Date.parse(a.end) === Date.parse(b.end);
}

/** Whether two slots share any time. */
export function shareTime(a: Slot, b: Slot): boolean {
  return Date.parse(a.start) < Date.parse(b.end) && Date.parse(b.start) < Date.parse(a.end);
}

/** Whether a slot lies, at least with its end, after an instant (epoch milliseconds). */
export function endsAfter({ end }: Slot, instant: number): boolean {
  return Date.parse(end) > instant;
}
