import type { Ports } from '../ports/ports.ts';
import { eventOf, type PairingIn, type PairingRecord } from '../records/pairing.ts';
import type { Participant } from '../records/participant.ts';
import type { Member, PersonId } from '../records/person.ts';
import type { Revision } from '../records/repair.ts';
import type { Scheme } from '../records/scheme.ts';
import { isSameSlot, isToCome, type Slot } from '../time/slot.ts';
import { freeTime } from '../slots/free-time.ts';
import { liesIn, rankFreeSlots } from '../slots/rank-free-slots.ts';
import { weekLoad } from '../slots/week-load.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import { minute } from '../time/interval.ts';
import { type MeetingWeek, meetingWeek } from '../time/meeting-week.ts';
import { askAgain, bookedAt, failBooking } from './decide-booking.ts';

/** How long ago calendars may have been read when a meeting is booked, in milliseconds. */
const goodFor = 30 * minute;

/**
 * Reads the calendars of members whose meeting is about to be booked or moved, where they were last read over half an hour
 * ago. A slot that is no longer free gives way to the next of the pairing's list, or else to the best free one. A pairing
 * without any fails. Where all members must press the same slot, they are asked instead.
 * @param given pairings of one round, with their events where there are any, and who their members are
 * @param holding the organiser's mailbox, which the caller holds
 * @returns the pairings in their order, with the messages that a change brings; they are not stored
 */
export async function recheckSlots(
  ports: Pick<Ports, 'calendars' | 'storage' | 'now'>,
  scheme: Scheme,
  {
    pairings,
    members: membersOf,
  }: {
    readonly pairings: readonly PairingRecord[];
    readonly members: (pairing: PairingRecord) => readonly Member[];
  },
  holding: string,
): Promise<readonly Revision[]> {
  const now = ports.now();
  const isStale = (pairing: PairingRecord) => isNewTime(pairing) && pairing.readAt < now - goodFor;
  const stale = pairings.filter(isStale);
  const [first] = stale;
  if (first === undefined) return pairings.map((pairing) => ({ pairing, messages: [] }));
  const week = meetingWeek(first.round, scheme.zone);
  const members = new Map(stale.flatMap((pairing) => membersOf(pairing).map((one) => [one.id, one])));
  const freeBusy = await ports.calendars.freeBusy([...members.values()], week, holding);
  const found = await ports.storage.participants.getMany(
    [...members.keys()].map((person) => ({ scheme: scheme.id, person })),
  );
  const wishes = new Map(found.map(({ value }) => [value.person, value]));
  return pairings.map((pairing) =>
    isNewTime(pairing) && isStale(pairing)
      ? recheck(pairing, membersOf(pairing), { scheme, week, now, freeBusy, wishes })
      : { pairing, messages: [] },
  );
}

/** Whether a meeting is to get a time at which the calendar has no event of it yet. */
function isNewTime(pairing: PairingRecord): pairing is PairingIn<'planned'> {
  if (pairing.state !== 'planned') return false;
  const event = eventOf(pairing);
  return event === null || !isSameSlot(pairing.slot, event.slot);
}

interface Read {
  readonly scheme: Scheme;
  readonly week: MeetingWeek;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly freeBusy: ReadonlyMap<PersonId, FreeBusy>;
  readonly wishes: ReadonlyMap<PersonId, Pick<Participant, 'preferences' | 'awkward'>>;
}

function recheck(
  pairing: PairingIn<'planned'>,
  members: readonly Member[],
  { scheme, week, now, freeBusy, wishes }: Read,
): Revision {
  const own = eventOf(pairing)?.slot ?? null;
  const people = members.flatMap(({ id, zone }) => {
    const read = freeBusy.get(id);
    const { preferences = null, awkward = 0 } = wishes.get(id) ?? {};
    return read?.kind === 'read' ? [{ id, zone, freeBusy: read, preferences, awkward }] : [];
  });
  const times = people.map((person) => freeTime(week, scheme, person, own));
  // Somebody whose calendar cannot be read is taken to be free at the planned slots.
  const suitsAll = (slot: Slot) => isToCome(slot, now) && times.every((free) => liesIn(slot, free));
  const current = { ...pairing, readAt: now };
  const mustAsk = pairing.allPress === true;
  const planned = [pairing.slot, ...(mustAsk ? [] : pairing.slots)].find(suitsAll);
  if (planned) return bookedAt(current, planned, now);

  const slots =
    people.length < members.length
      ? []
      : rankFreeSlots({ scheme, week, now }, people, pairing.minutes, weekLoad(week), { ownOf: () => own });
  if (mustAsk) return askAgain(current, slots.length > 0 ? slots : pairing.slots.filter(suitsAll), now);
  const [best] = slots;
  return best === undefined
    ? failBooking(current, 'every-slot-passed', now)
    : bookedAt({ ...current, slots }, best, now);
}
