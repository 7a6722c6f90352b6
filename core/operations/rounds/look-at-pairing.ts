import { meetingWeek } from '../../availability/meeting-week.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Slot } from '../../rounds/plan.ts';
import type { Participant } from '../../rounds/records.ts';
import type { Looking, PersonNow } from '../../rounds/repairs/situation.ts';
import { mostOffered } from '../../rounds/fresh-pairing.ts';
import { freshSlots, suits } from '../../rounds/repairs/suiting.ts';
import { weekLoad } from '../../slots/week-load.ts';
import type { CurrentPairing } from '../views/my-pairing.ts';
import { gatherPeople } from './gather-people.ts';
import { readPeople } from './read-people.ts';

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
  const people: PersonNow[] = await gatherPeople(ports, scheme, participants, () =>
    readPeople(ports, participants, week, { detail: 'entries' }),
  );
  if (people.length < pairing.members.length) return { suitsAll: () => false, offer: [] };
  const looking: Looking = { scheme, week, now: ports.now() };
  return {
    suitsAll: (slot) => people.every((person) => suits(looking, pairing, person, slot)),
    offer: freshSlots(looking, pairing, people, weekLoad(week)).slice(0, mostOffered),
  };
}
