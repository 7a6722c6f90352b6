import { mostOffered } from '../pairing/fresh-pairing.ts';
import { gatherPeople } from '../pairing/gather-people.ts';
import type { Ports } from '../ports/ports.ts';
import type { Slot } from '../records/slot.ts';
import type { CurrentPairing } from '../rounds/current-pairings.ts';
import { weekLoad } from '../slots/week-load.ts';
import type { MeetingWeek } from '../time/meeting-week.ts';
import { findSlots, suits } from './situation/free-slots.ts';
import type { Looking, PersonNow } from './situation/situation.ts';

/** What the calendars of a pairing's members show at this moment. */
export interface PairingLook {
  /** Whether a slot suits all of them. */
  readonly suitsAll: (slot: Slot) => boolean;
  /** Up to three slots that suit all of them, best first. */
  readonly offer: readonly Slot[];
}

/** Reads the calendars of a pairing's members for a week. When one of them is not enrolled any more, no slot suits all. */
export async function lookAtPairing(
  ports: Ports,
  { scheme, pairing }: CurrentPairing,
  week: MeetingWeek,
): Promise<PairingLook> {
  const found = await ports.storage.participants.getMany(
    pairing.members.map((person) => ({ scheme: scheme.id, person })),
  );
  const participants = found.map(({ value }) => value);
  const people: PersonNow[] = await gatherPeople(ports, scheme, participants, (able) =>
    ports.calendars.freeBusy(able, week),
  );
  if (people.length < pairing.members.length) return { suitsAll: () => false, offer: [] };
  const looking: Looking = { scheme, week, now: ports.now() };
  return {
    suitsAll: (slot) => people.every((person) => suits(looking, pairing, person, slot)),
    offer: findSlots(looking, pairing, people, weekLoad(week)).slice(0, mostOffered),
  };
}
