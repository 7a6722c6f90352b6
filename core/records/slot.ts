import { z } from 'zod';
import { minute } from '../time/interval.ts';

export const slot = z.object({ start: z.iso.datetime(), end: z.iso.datetime() });

export type Slot = z.infer<typeof slot>;

/** The shortest time in milliseconds between giving somebody a slot and its start, so that they can read about it. */
export const movingNotice = 30 * minute;

/** Whether a slot may still be given to somebody at `now` (epoch milliseconds). */
export function isToCome({ start }: Slot, now: number): boolean {
  return Date.parse(start) >= now + movingNotice;
}

/** Whether two slots have the same start and end, however these are written. */
export function isSameSlot(a: Slot, b: Slot): boolean {
  return Date.parse(a.start) === Date.parse(b.start) && Date.parse(a.end) === Date.parse(b.end);
}

/** Whether two slots share any time. */
export function shareTime(a: Slot, b: Slot): boolean {
  return Date.parse(a.start) < Date.parse(b.end) && Date.parse(b.start) < Date.parse(a.end);
}

/** Whether a slot ends after an instant (epoch milliseconds). */
export function endsAfter({ end }: Slot, instant: number): boolean {
  return Date.parse(end) > instant;
}
