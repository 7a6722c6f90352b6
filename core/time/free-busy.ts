import { type Interval, minute } from './interval.ts';
import type { Hours } from './working-hours.ts';

/** Everything but free, and working elsewhere. */
const taken = /[^04]+/g;

/**
 * When somebody is taken, from Graph's `availabilityView`: one character for every `minutes` from `start` (an instant)
 * on. 0 is free and 4 working elsewhere; tentative, busy, out of office and any character not known count as taken.
 * @returns ascending, with room between them
 */
export function busyInView(view: string, minutes: number, start: number): Interval[] {
  const length = minutes * minute;
  return Array.from(view.matchAll(taken), ({ index, 0: run }) => ({
    start: start + index * length,
    end: start + (index + run.length) * length,
  }));
}

export type FreeBusy =
  | {
      readonly kind: 'read';
      /**
       * One character for every quarter of an hour from the start of the window on: 0 free, 1 tentative, 2 busy, 3 out of
       * office, 4 working elsewhere; any other counts as busy. `busyInView` (core/availability) gives its intervals.
       */
      readonly view: string;
      /** Null when the mailbox has none. */
      readonly hours: Hours | null;
    }
  | {
      readonly kind: 'unreadable';
      /** Graph's code, such as ErrorMailRecipientNotFound */ readonly reason: string;
    };
