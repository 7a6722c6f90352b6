import type { PairingRecord } from '../../records/pairing.ts';
import { isToCome, movingNotice, shareTime, type Slot } from '../../records/slot.ts';
import { type MemberWeek, readMemberWeek, startsOf } from '../../slots/member-week.ts';
import { rankSlots } from '../../slots/rank-slots.ts';
import { usableHours } from '../../slots/usable-hours.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import { busyInView } from '../../time/free-busy.ts';
import { subtract, union } from '../../time/interval-sets.ts';
import { type Interval, minute, quarter } from '../../time/interval.ts';
import { workingIntervals } from '../../time/working-hours.ts';
import type { Looking, PersonNow } from './situation.ts';

/** Somebody whose calendar was read just now. */
export type Seen = PersonNow & { readonly freeBusy: Extract<PersonNow['freeBusy'], { kind: 'read' }> };

/** Whether somebody's calendar could be read. */
export function isSeen(person: PersonNow): person is Seen {
  return person.freeBusy.kind === 'read';
}

/**
 * When somebody could meet: inside their working hours, and nothing in their calendar.
 * @param own where the event of their own pairing stands: their calendar counts as free there
 */
export function freeTime({ scheme, week }: Looking, person: Seen, own: Slot | null): readonly Interval[] {
  const { view, hours } = person.freeBusy;
  const working = workingIntervals(week, usableHours(hours, scheme, person.zone));
  const busy = busyInView(view, quarter / minute, week.start);
  return subtract(union(working), own === null ? busy : subtract(busy, [intervalOf(own)]));
}

/** Whether a slot lies wholly inside one of the stretches. */
export function liesIn(slot: Slot, stretches: readonly Interval[]): boolean {
  const { start, end } = intervalOf(slot);
  return stretches.some((stretch) => stretch.start <= start && end <= stretch.end);
}

/**
 * Whether a slot still to come suits somebody in a pairing, by a fresh look. Somebody whose calendar cannot be read
 * is taken at what it said when the pairing was planned: the planned slots suit them, and no others.
 */
export function suits(looking: Looking, pairing: PairingRecord, person: PersonNow, slot: Slot): boolean {
  if (!isToCome(slot, looking.now)) return false;
  return isSeen(person)
    ? liesIn(slot, freeTime(looking, person, eventSlot(pairing)))
    : pairing.slots.some(({ start, end }) => start === slot.start && end === slot.end);
}

/**
 * Slots that suit everybody in a pairing by a fresh look, best first, at most five, apart from those given up. Where a
 * calendar cannot be read: those of the planned slots that suit.
 */
export function freshSlots(
  looking: Looking,
  pairing: PairingRecord,
  people: readonly PersonNow[],
  load: WeekLoad,
): Slot[] {
  const not = givenUp(pairing);
  if (!people.every(isSeen)) {
    return pairing.slots
      .filter((slot) => !not.some((given) => shareTime(given, slot)))
      .filter((slot) => people.every((person) => suits(looking, pairing, person, slot)));
  }
  return slotsFor(looking, people, pairing.minutes, load, { ownOf: () => eventSlot(pairing), not });
}

/**
 * Ranked slots that suit everybody, at most five; none of them shares time with one of `not`.
 * @param around `ownOf`: where the event of somebody's pairing stands, in which their calendar counts as free
 */
export function slotsFor(
  { scheme, week, now }: Looking,
  people: readonly Seen[],
  minutes: number,
  load: WeekLoad,
  around: { readonly ownOf?: (person: Seen) => Slot | null; readonly not?: readonly Slot[] } = {},
): Slot[] {
  const members = people.map((person) => {
    const own = around.ownOf?.(person) ?? null;
    const read = readMemberWeek(week, [minutes], scheme, person, {
      notBefore: now + movingNotice,
      ...(own !== null && { own: intervalOf(own) }),
    });
    return without(read, week, minutes, around.not ?? []);
  });
  return rankSlots({ week, lunch: scheme.lunch, now }, members, minutes, load);
}

/** A member's week without the starts from which a meeting would share time with one of the slots. */
function without(member: MemberWeek, week: Interval, minutes: number, slots: readonly Slot[]): MemberWeek {
  const starts = startsOf(member, minutes).slice();
  for (const { start, end } of slots.map(intervalOf)) {
    const first = Math.floor((start - minutes * minute - week.start) / quarter) + 1;
    const last = Math.ceil((end - week.start) / quarter) - 1;
    for (let q = Math.max(0, first); q <= last; q += 1)
      starts[q >>> 5] = (starts[q >>> 5] ?? 0) & ~(1 << (q & 31));
  }
  return { ...member, starts: new Map([[minutes, starts]]) };
}

/**
 * The slots of a pairing that were given up or passed by before, and the one it has now: in its list of slots everything
 * up to the one that it has.
 */
export function givenUp({ slots, slot }: Pick<PairingRecord, 'slots' | 'slot'>): Slot[] {
  if (slot === null) return [];
  const now = slots.findIndex(({ start }) => start === slot.start);
  return now < 0 ? [slot] : slots.slice(0, now + 1);
}

/**
 * A pairing's list of slots once it has another one: those given up, the new one, and what is left, best first. At most
 * five, of those given up the last ones.
 */
export function slotsWith(pairing: Pick<PairingRecord, 'slots' | 'slot'>, slot: Slot): Slot[] {
  const others = (slots: readonly Slot[]) => slots.filter(({ start }) => start !== slot.start);
  const before = others(givenUp(pairing));
  const left = others(pairing.slots).filter(({ start }) => before.every((given) => given.start !== start));
  return [...before.slice(-4), slot, ...left].slice(0, 5);
}

/** Where the event of a pairing stands in its members' calendars. */
function eventSlot({ event }: PairingRecord): Slot | null {
  return event?.slot ?? null;
}

function intervalOf({ start, end }: Slot): Interval {
  return { start: Date.parse(start), end: Date.parse(end) };
}
