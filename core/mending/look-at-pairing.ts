import { gatherPeople } from '../pairing/gather-people.ts';
import type { Ports } from '../ports/ports.ts';
import { mostOffered } from '../records/pairing.ts';
import type { Slot } from '../time/slot.ts';
import type { CurrentPairing } from '../rounds/current-pairings.ts';
import { weekLoad } from '../slots/week-load.ts';
import type { MeetingWeek } from '../time/meeting-week.ts';
import { findSlots, mustAllPress, suits } from './situation/free-slots.ts';
import { absence, type Looking, type PersonNow } from './situation/situation.ts';

/** What the calendars of a pairing's members show at this moment. */
export interface PairingLook {
  /** Whether a slot suits all of them. */
  readonly suitsAll: (slot: Slot) => boolean;
  /** Whether nothing may be booked before all of them have pressed the same time. */
  readonly allPress: boolean;
  /** Slots that suit all of them, best first. */
  readonly offer: readonly Slot[];
  /** Whether all of them take part at an instant (epoch milliseconds), are in the directory and can be reached. */
  readonly isAble: (at: number) => boolean;
}

/**
 * Reads the calendars of a pairing's members for a week. When one of them is not enrolled any more, no slot suits all.
 * @param most how many slots are looked for at most
 */
export async function lookAtPairing(
  ports: Ports,
  { scheme, pairing }: Pick<CurrentPairing, 'scheme' | 'pairing'>,
  week: MeetingWeek,
  most = mostOffered,
): Promise<PairingLook> {
  const found = await ports.storage.participants.getMany(
    pairing.members.map((person) => ({ scheme: scheme.id, person })),
  );
  const participants = found.map(({ value }) => value);
  const people: PersonNow[] = await gatherPeople(ports, scheme, participants, (able) =>
    ports.calendars.freeBusy(able, week),
  );
  if (people.length < pairing.members.length)
    return { suitsAll: () => false, allPress: true, offer: [], isAble: () => false };
  const looking: Looking = { scheme, week, now: ports.now() };
  return {
    suitsAll: (slot) => people.every((person) => suits(looking, pairing, person, slot)),
    allPress: mustAllPress(pairing, people),
    offer: findSlots(looking, pairing, people, weekLoad(week), most).slice(0, most),
    isAble: (at) => people.every((person) => absence(person, scheme.zone, at) === null),
  };
}
