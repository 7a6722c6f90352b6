import type { Ports } from '../ports/ports.ts';
import { wasMissed } from './held.ts';
import { type PairingRecord, slotOf } from '../records/pairing.ts';
import type { PersonId, PersonRecord } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
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

/** What a round that is not closed has for a person, as far as it can be read. */
export interface OpenPlace {
  readonly scheme: Scheme;
  readonly round: Round;
  /** Null: the round has nothing for them. */
  readonly placement: Placement | null;
  /** Null: they are in none. */
  readonly pairing: PairingRecord | null;
}

/** What the rounds of some schemes that are not closed have for a person. */
export async function openPlaces(
  { storage }: Pick<Ports, 'storage'>,
  schemes: readonly Scheme[],
  person: PersonId,
): Promise<OpenPlace[]> {
  const found: OpenPlace[] = [];
  for (const scheme of schemes) {
    for await (const { value: round } of storage.rounds.list({ scheme: scheme.id })) {
      if (round.stage === 'closed') continue;
      const placement = (await storage.placements.get({ ...round, person }, leaveOut))?.value ?? null;
      const key = placement?.pairing ? { ...round, pairing: placement.pairing } : null;
      const named = key && ((await storage.pairings.get(key, leaveOut))?.value ?? null);
      const pairing = named?.members.includes(person) === true ? named : null;
      found.push({ scheme, round, placement, pairing });
    }
  }
  return found;
}

/**
 * A person's pairings that can be read, in rounds that are not closed: those whose week is not over, and those whose meeting is
 * still ahead, or was missed.
 * @returns the soonest meeting first, then meetings that are over, then cancelled pairings
 */
export async function currentPairings(ports: Ports, person: PersonId): Promise<CurrentPairing[]> {
  const now = ports.now();
  const places = await openPlaces(ports, await allSchemes(ports), person);
  const found = places.flatMap(({ scheme, round, pairing }) => {
    if (pairing === null) return [];
    const isCurrent = now < round.weekEnd || isStillAhead(pairing, now) || wasMissed(pairing, now);
    return isCurrent ? [{ scheme, round, pairing }] : [];
  });
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
