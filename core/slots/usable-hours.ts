import type { Interval } from '../time/interval.ts';
import type { Hours } from '../time/hours.ts';
import { clockIn, workingIntervals } from '../time/working-hours.ts';
import type { Scheme } from '../records/scheme.ts';

/** Any week will do to find out whether hours make sense. */
const anyWeek: Interval = { start: 0, end: 0 };

/**
 * The working hours to use for a person. They are the mailbox's if their times are times of day, otherwise the scheme's.
 * A mailbox in which nothing was set says "00:00 to 00:00". The zone is the mailbox's if it is known, otherwise the
 * person's own.
 * @param hours the mailbox's
 * @param zone the person's own, IANA
 */
export function usableHours(hours: Hours | null, scheme: Pick<Scheme, 'workingHours'>, zone: string): Hours {
  if (hours === null) return { ...scheme.workingHours, zone };
  const known = isUsable(() => clockIn(hours.zone).offsetAt(0)) ? hours : { ...hours, zone };
  const isSet = known.start !== '00:00' || known.end !== '00:00';
  return isSet && isUsable(() => workingIntervals(anyWeek, known))
    ? known
    : { ...scheme.workingHours, zone: known.zone };
}

/** Whether reading a mailbox's zone or times does not fail. */
function isUsable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
