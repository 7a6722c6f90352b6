import type { Scheme } from '../records/scheme.ts';
import { busyInView, type FreeBusy } from '../time/free-busy.ts';
import { subtract, union } from '../time/interval-sets.ts';
import { type Interval, minute, quarter } from '../time/interval.ts';
import type { Hours } from '../time/hours.ts';
import { workingIntervals } from '../time/working-hours.ts';
import { usableHours } from './usable-hours.ts';

/** A person whose free/busy was asked for. */
export interface WithFreeBusy {
  readonly freeBusy: FreeBusy;
  /** The working hours of a mailbox that could be read before; missing: they are not known. */
  readonly hours?: Hours;
  /** IANA. The person's own zone, for a mailbox without one. */
  readonly zone: string;
}

/**
 * When somebody works and when they are taken, in the week that was read. Nothing is known to be taken of somebody whose
 * calendar cannot be read.
 * @param scheme has the working hours for mailboxes without any
 * @param own the time of the event of the person's own pairing; null: none. It counts as free; something else at the same
 *   time cannot be told from the event.
 */
export function readTime(
  week: Interval,
  scheme: Pick<Scheme, 'workingHours'>,
  { freeBusy, zone, hours }: WithFreeBusy,
  own: Interval | null,
): { readonly hours: Hours; readonly busy: readonly Interval[] } {
  if (freeBusy.kind === 'unreadable') return { hours: usableHours(hours ?? null, scheme, zone), busy: [] };
  const read = busyInView(freeBusy.view, quarter / minute, week.start);
  return {
    hours: usableHours(freeBusy.hours, scheme, zone),
    busy: own === null ? read : subtract(read, [own]),
  };
}

/** When somebody could meet in the week: inside their working hours, and with nothing in their calendar. As `readTime`. */
export function freeTime(...given: Parameters<typeof readTime>): Interval[] {
  const { hours, busy } = readTime(...given);
  return subtract(union(workingIntervals(given[0], hours)), busy);
}
