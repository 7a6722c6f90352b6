import { eventOf, type PairingRecord, slotOf } from '../../records/pairing.ts';
import { isSameSlot, isToCome, movingNotice, shareTime, type Slot } from '../../records/slot.ts';
import { freeTime } from '../../slots/free-time.ts';
import { type MemberWeek, readMemberWeek, startsOf } from '../../slots/member-week.ts';
import { rankSlots } from '../../slots/rank-slots.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { type Interval, minute, quarter } from '../../time/interval.ts';
import type { Looking, PersonNow } from './situation.ts';

/** Somebody whose calendar was just read. */
export type WithCalendar = PersonNow & {
  readonly freeBusy: Extract<PersonNow['freeBusy'], { kind: 'read' }>;
};

/** Whether somebody's calendar could be read. */
export function hasCalendar(person: PersonNow): person is WithCalendar {
  return person.freeBusy.kind === 'read';
}

/**
 * When somebody could meet in the week: inside their working hours, and with nothing in their calendar.
 * @param own the slot of their own pairing's event, which counts as free
 */
export function freeTimeOf(
  { scheme, week }: Looking,
  person: WithCalendar,
  own: Slot | null,
): readonly Interval[] {
  return freeTime(week, scheme, person, own);
}

/** Whether a slot lies wholly inside one of the intervals. */
export function liesIn(slot: Slot, intervals: readonly Interval[]): boolean {
  return intervals.some(({ start, end }) => start <= slot.start && slot.end <= end);
}

/**
 * Whether a slot suits a member of a pairing: it begins in half an hour or later, and they are free. Somebody whose
 * calendar could not be read is taken to be free at the pairing's planned slots, and at no others.
 */
export function suits(looking: Looking, pairing: PairingRecord, person: PersonNow, slot: Slot): boolean {
  if (!isToCome(slot, looking.now)) return false;
  return hasCalendar(person)
    ? liesIn(slot, freeTimeOf(looking, person, eventSlot(pairing)))
    : pairing.slots.some((planned) => isSameSlot(planned, slot));
}

/**
 * Slots that suit all members of a pairing, best first, at most five. The ones it tried before are left out. When a
 * calendar could not be read, only the planned slots are considered.
 * @param people the pairing's members
 */
export function findSlots(
  looking: Looking,
  pairing: PairingRecord,
  people: readonly PersonNow[],
  load: WeekLoad,
): Slot[] {
  const not = triedSlots(pairing);
  if (!people.every(hasCalendar)) {
    return pairing.slots
      .filter((slot) => !not.some((tried) => shareTime(tried, slot)))
      .filter((slot) => people.every((person) => suits(looking, pairing, person, slot)));
  }
  return rankFreeSlots(looking, people, pairing.minutes, load, { ownOf: () => eventSlot(pairing), not });
}

/**
 * Ranked slots that suit everybody, at most five.
 * @param around `ownOf`: the slot of somebody's own event, which counts as free. `not`: slots with which none of the
 *   results may overlap.
 */
export function rankFreeSlots(
  { scheme, week, now }: Looking,
  people: readonly WithCalendar[],
  minutes: number,
  load: WeekLoad,
  around: { readonly ownOf?: (person: WithCalendar) => Slot | null; readonly not?: readonly Slot[] } = {},
): Slot[] {
  const members = people.map((person) => {
    const own = around.ownOf?.(person) ?? null;
    const read = readMemberWeek(week, [minutes], scheme, person, {
      notBefore: now + movingNotice,
      ...(own !== null && { own }),
    });
    return without(read, week, minutes, around.not ?? []);
  });
  return rankSlots({ week, lunch: scheme.lunch, now }, members, minutes, load);
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

/** The pairing's current slot and the ones before it in its list, which were given up or passed over. */
export function triedSlots(pairing: PairingRecord): Slot[] {
  const { slots } = pairing;
  const slot = slotOf(pairing);
  if (slot === null) return [];
  const current = slots.findIndex(({ start }) => start === slot.start);
  return current < 0 ? [slot] : slots.slice(0, current + 1);
}

/**
 * A pairing's list of slots once its meeting has moved to `slot`: the tried ones, the new one, then the untried ones,
 * best first. At most five; the oldest tried ones are dropped.
 */
export function slotsAfterMove(pairing: PairingRecord, slot: Slot): Slot[] {
  const others = (slots: readonly Slot[]) => slots.filter(({ start }) => start !== slot.start);
  const tried = others(triedSlots(pairing));
  const untried = others(pairing.slots).filter(({ start }) => tried.every((one) => one.start !== start));
  return [...tried.slice(-4), slot, ...untried].slice(0, 5);
}

function eventSlot(pairing: PairingRecord): Slot | null {
  return eventOf(pairing)?.slot ?? null;
}
