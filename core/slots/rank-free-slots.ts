import { movingNotice, type Slot } from '../time/slot.ts';
import type { Scheme } from '../records/scheme.ts';
import { type Interval, minute, quarter } from '../time/interval.ts';
import type { MeetingWeek } from '../time/meeting-week.ts';
import { type MemberWeek, readMemberWeek, startsOf, type WithWishes } from './member-week.ts';
import { rankSlots } from './rank-slots.ts';
import type { WeekLoad } from './week-load.ts';

/** Whether a slot lies wholly inside one of the intervals. */
export function liesIn(slot: Slot, intervals: readonly Interval[]): boolean {
  return intervals.some(({ start, end }) => start <= slot.start && slot.end <= end);
}

/**
 * Ranked slots that suit everybody, best first.
 * @param people whose calendars were read just now
 * @param around `ownOf`: the slot of somebody's own event, which counts as free. `not`: slots with which none of the
 *   results may overlap. `most`: how many at most; five by default.
 */
export function rankFreeSlots<P extends WithWishes>(
  { scheme, week, now }: { readonly scheme: Scheme; readonly week: MeetingWeek; readonly now: number },
  people: readonly P[],
  minutes: number,
  load: WeekLoad,
  around: {
    readonly ownOf?: (person: P) => Slot | null;
    readonly not?: readonly Slot[];
    readonly most?: number;
  } = {},
): Slot[] {
  const members = people.map((person) => {
    const own = around.ownOf?.(person) ?? null;
    const read = readMemberWeek(week, [minutes], scheme, person, {
      notBefore: now + movingNotice,
      ...(own !== null && { own }),
    });
    return without(read, week, minutes, around.not ?? []);
  });
  return rankSlots({ week, lunch: scheme.lunch, now }, members, minutes, load, around.most);
}

/** A member's week without the starts from which a meeting would overlap with one of the slots. */
function without(member: MemberWeek, week: Interval, minutes: number, slots: readonly Slot[]): MemberWeek {
  const starts = startsOf(member, minutes).slice();
  for (const { start, end } of slots) {
    const first = Math.floor((start - minutes * minute - week.start) / quarter) + 1;
    const last = Math.ceil((end - week.start) / quarter) - 1;
    for (let q = Math.max(0, first); q <= last; q += 1)
      starts[q >>> 5] = (starts[q >>> 5] ?? 0) & ~(1 << (q & 31));
  }
  return { ...member, starts: new Map([[minutes, starts]]) };
}
