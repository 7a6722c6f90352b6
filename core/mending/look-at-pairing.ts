import { mostOffered } from '../pairing/fresh-pairing.ts';
import { gatherPeople } from '../pairing/gather-people.ts';
import type { Ports } from '../ports/ports.ts';
import type { Participant } from '../records/participant.ts';
import type { Slot } from '../records/slot.ts';
import type { CurrentPairing } from '../rounds/current-pairings.ts';
import { weekLoad } from '../slots/week-load.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import { freshSlots, suits } from './cases/free-slots.ts';
import type { Looking, PersonNow } from './cases/situation.ts';

/** What a fresh look into the calendars of a pairing's members shows. */
export interface PairingLook {
  /** Whether a slot suits all of them. */
  readonly suitsAll: (slot: Slot) => boolean;
  /** Up to three slots that suit all of them, best first. */
  readonly offer: readonly Slot[];
}

/** Looks into the calendars of a pairing's members; whoever is not enrolled any more has no time. */
export async function lookAtPairing(ports: Ports, { scheme, pairing }: CurrentPairing): Promise<PairingLook> {
  const week = meetingWeek(pairing.round, scheme.zone);
  const participants: Participant[] = [];
  for (const { id } of pairing.members) {
    const found = await ports.storage.participants.get({ scheme: scheme.id, person: id });
    if (found !== null) participants.push(found.value);
  }
  const people: PersonNow[] = await gatherPeople(ports, scheme, participants, (able) =>
    ports.calendars.freeBusy(able, week),
  );
  if (people.length < pairing.members.length) return { suitsAll: () => false, offer: [] };
  const looking: Looking = { scheme, week, now: ports.now() };
  return {
    suitsAll: (slot) => people.every((person) => suits(looking, pairing, person, slot)),
    offer: freshSlots(looking, pairing, people, weekLoad(week)).slice(0, mostOffered),
  };
}
