import type { Interval } from '../time/interval.ts';
import { clockIn, workingIntervals, type Hours } from '../time/working-hours.ts';
import type { Scheme } from '../records/scheme.ts';

/** Hours that can be worked out for one week can be for every week. */
const anyWeek: Interval = { start: 0, end: 0 };

/**
 * The working hours to go by: the mailbox's, in the person's own zone where the mailbox's is not known to anybody; the
 * scheme's, on the person's own clock, where the mailbox has none or says something that is no time of day.
 * @param zone IANA
 */
export function usableHours(hours: Hours | null, scheme: Pick<Scheme, 'workingHours'>, zone: string): Hours {
  if (hours === null) return { ...scheme.workingHours, zone };
  const known = isUsable(() => clockIn(hours.zone).offsetAt(0)) ? hours : { ...hours, zone };
  return isUsable(() => workingIntervals(anyWeek, known))
    ? known
    : { ...scheme.workingHours, zone: known.zone };
}

/** Whether a mailbox's words mean something: they come from outside. */
function isUsable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
