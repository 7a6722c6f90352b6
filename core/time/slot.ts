import * as z from 'zod';
import { instant } from './instant.ts';
import { minute } from './interval.ts';

export const slot = z.object({ start: instant, end: instant });

export type Slot = z.infer<typeof slot>;

/** A slot of a length, in minutes, from its start in epoch milliseconds. */
export function slotAt(start: number, minutes: number): Slot {
  return { start, end: start + minutes * minute };
}

/** The shortest time in milliseconds between giving somebody a slot and its start, so that they can read about it. */
export const movingNotice = 30 * minute;

/** Whether a slot may still be given to somebody at `now` (epoch milliseconds). */
export function isToCome({ start }: Slot, now: number): boolean {
  return start >= now + movingNotice;
}

/** Whether two slots have the same start and end. */
export function isSameSlot(a: Slot, b: Slot): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whether two slots share any time. */
export function shareTime(a: Slot, b: Slot): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a slot ends after an instant (epoch milliseconds). */
export function endsAfter({ end }: Slot, at: number): boolean {
  return end > at;
}
