import type { Ports } from '../ports/ports.ts';
import { wasMissed } from './held.ts';
import { type PairingRecord, slotOf } from '../records/pairing.ts';
import type { PersonId, PersonRecord } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { endsAfter } from '../time/slot.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { leaveOut } from '../shared/leave-out.ts';

/** A pairing of a round that is not closed, with its round and scheme. */
export interface CurrentPairing {
  readonly scheme: Scheme;
  readonly round: Round;
  readonly pairing: PairingRecord;
  /** The records of its members, by id. */
  readonly people: ReadonlyMap<PersonId, PersonRecord>;
}

/**
 * A person's pairings that can be read, in rounds that are not closed: those whose week is not over, and those whose meeting is
 * still ahead, or was missed.
 * @returns the soonest meeting first, then meetings that are over, then cancelled pairings
 */
export async function currentPairings(ports: Ports, person: PersonId): Promise<CurrentPairing[]> {
  const now = ports.now();
  const found: Omit<CurrentPairing, 'people'>[] = [];
  for (const scheme of await allSchemes(ports)) {
    for await (const { value: round } of ports.storage.rounds.list({ scheme: scheme.id })) {
      if (round.stage === 'closed') continue;
      const placement = await ports.storage.placements.get({ ...round, person }, leaveOut);
      if (!placement?.value.pairing) continue;
      const key = { ...round, pairing: placement.value.pairing };
      const pairing = await ports.storage.pairings.get(key, leaveOut);
      if (pairing?.value.members.includes(person) !== true) continue;
      if (now < round.weekEnd || isStillAhead(pairing.value, now) || wasMissed(pairing.value, now))
        found.push({ scheme, round, pairing: pairing.value });
    }
  }
  const members = new Set(found.flatMap(({ pairing }) => pairing.members));
  const people = members.size === 0 ? new Map() : await ports.storage.people.getMany([...members]);
  return found
    .map((current): CurrentPairing => ({ ...current, people }))
    .sort((a, b) => rankOf(a, now) - rankOf(b, now) || whenOf(a) - whenOf(b));
}

/** Whether its meeting has a time and has not ended. */
function isStillAhead(pairing: PairingRecord, now: number): boolean {
  const slot = slotOf(pairing);
  return slot !== null && endsAfter(slot, now);
}

/** 0: still to come; 1: over; 2: cancelled. */
function rankOf({ pairing }: CurrentPairing, now: number): number {
  if (pairing.state === 'cancelled') return 2;
  const slot = slotOf(pairing);
  return slot !== null && !endsAfter(slot, now) ? 1 : 0;
}

/** When the meeting begins; without a time, when its week ends. Epoch milliseconds. */
function whenOf({ round, pairing }: CurrentPairing): number {
  return slotOf(pairing)?.start ?? round.weekEnd;
}
