import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';

export interface RoundRecords {
  /** The pairings that can be read, in the order of their ids. */
  readonly pairings: readonly Versioned<PairingRecord>[];
  /**
   * What the round has for each participant. Those whose placement, or the pairing that it names, cannot be read have the
   * reason `record-unreadable`: they may have a meeting, so nobody else is looked for.
   */
  readonly placements: ReadonlyMap<PersonId, Placement>;
  /** The people whose placement cannot be read. Theirs cannot be changed. */
  readonly unreadable: ReadonlySet<PersonId>;
}

/** Reads the pairings and placements of a round. */
export async function readRoundRecords(
  { storage }: Pick<Ports, 'storage'>,
  { scheme, round }: { readonly scheme: string; readonly round: string },
): Promise<RoundRecords> {
  const key = { scheme, round };
  const lost = new Set<string>();
  const pairings: Versioned<PairingRecord>[] = [];
  for await (const one of storage.pairings.list(key, (id) => lost.add(id))) pairings.push(one);

  const reason = 'record-unreadable';
  const unreadable = new Set<PersonId>();
  const placements = new Map<PersonId, Placement>();
  for await (const { value } of storage.placements.list(key, (person) => unreadable.add(person))) {
    const isLost = value.pairing !== null && value.reason === null && lost.has(value.pairing);
    placements.set(value.person, isLost ? { ...value, reason } : value);
  }
  for (const person of unreadable) {
    placements.set(person, { ...key, person, pairing: null, reason, repair: 0, changedAt: null });
  }
  return { pairings, placements, unreadable };
}
