import { eventOf, type PairingRecord, slotOf } from '../../records/pairing.ts';
import { isSameSlot, isToCome, shareTime, type Slot } from '../../time/slot.ts';
import { freeTime } from '../../slots/free-time.ts';
import { liesIn, rankFreeSlots } from '../../slots/rank-free-slots.ts';
import type { WeekLoad } from '../../slots/week-load.ts';
import type { FreeBusy } from '../../time/free-busy.ts';
import { type Interval, quarter } from '../../time/interval.ts';
import type { Looking, PersonNow } from './situation.ts';

/** Somebody of whom it is known when they could meet. */
export type WithHours = PersonNow & { readonly freeBusy: FreeBusy };

/** Whether what is stored about somebody can be read, so that their working hours are known. */
export function hasHours(person: PersonNow): person is WithHours {
  return person.freeBusy.kind !== 'record-unreadable';
}

/** Whether nothing may be booked for these people before all of them have pressed the same time. */
export function mustAllPress(
  { allPress }: Pick<PairingRecord, 'allPress'>,
  people: readonly PersonNow[],
): boolean {
  return allPress === true || people.some(({ freeBusy }) => freeBusy.kind !== 'read');
}

/**
 * When somebody could meet in the week: inside their working hours, and with nothing in their calendar, as far as it can be
 * read.
 * @param own the slot of their own pairing's event, which counts as free
 */
export function freeTimeOf(
  { scheme, week }: Looking,
  person: WithHours,
  own: Slot | null,
): readonly Interval[] {
  return freeTime(week, scheme, person, own);
}

/**
 * Whether a slot suits a member of a pairing: it begins in half an hour or later, and they are free. Any time in their working
 * hours suits somebody whose calendar cannot be read. Of somebody whose record cannot be read no hours are known: they are
 * taken to be free at the pairing's planned slots, and at no others.
 */
export function suits(looking: Looking, pairing: PairingRecord, person: PersonNow, slot: Slot): boolean {
  if (!isToCome(slot, looking.now)) return false;
  return hasHours(person)
    ? liesIn(slot, freeTimeOf(looking, person, eventSlot(pairing)))
    : pairing.slots.some((planned) => isSameSlot(planned, slot));
}

/**
 * Slots that suit all members of a pairing, best first. The ones it tried before are left out. When a
 * record cannot be read, only the planned slots are considered.
 * @param people the pairing's members
 * @param most how many at most; five by default
 */
export function findSlots(
  looking: Looking,
  pairing: PairingRecord,
  people: readonly PersonNow[],
  load: WeekLoad,
  most?: number,
): Slot[] {
  const not = triedSlots(pairing);
  if (!people.every(hasHours)) {
    return pairing.slots
      .filter((slot) => !not.some((tried) => shareTime(tried, slot)))
      .filter((slot) => people.every((person) => suits(looking, pairing, person, slot)));
  }
  return rankFreeSlots(looking, people, pairing.minutes, load, {
    ownOf: () => eventSlot(pairing),
    not,
    ...(most !== undefined && { most }),
  });
}

/** The pairing's current slot and the ones before it in its list, which were given up or passed over. */
export function triedSlots(pairing: PairingRecord): readonly Slot[] {
  if (pairing.state === 'suggested') return pairing.tried;
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

/**
 * Whether a calendar says that its owner is out of office at an instant (epoch milliseconds). Other entries cannot be told
 * from the event of the owner's own meeting.
 * @param week for which it was read
 */
export function isAwayOver(week: Interval, freeBusy: FreeBusy | undefined, at: number): boolean {
  return freeBusy?.kind === 'read' && freeBusy.view[Math.floor((at - week.start) / quarter)] === '3';
}
