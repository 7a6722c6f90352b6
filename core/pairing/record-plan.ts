import type { RoundRecords } from '../outstanding/outstanding-work.ts';
import type { Ports } from '../ports/ports.ts';
import type { ListedStore } from '../ports/storage.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Placement } from '../records/placement.ts';
import type { Plan } from '../records/plan.ts';
import type { Scheme } from '../records/scheme.ts';
import { bookedTogether } from '../records/work.ts';
import { freshPairing } from './fresh-pairing.ts';

/**
 * Makes a record for every planned pairing and every participant of a round that has none.
 * @returns all records when there were none before; null otherwise
 */
export async function recordPlan(ports: Ports, scheme: Scheme, plan: Plan): Promise<RoundRecords | null> {
  const key = { scheme: scheme.id, round: plan.round };
  const { pairings, placements } = ports.storage;
  const [newPairings, newPlacements] = await Promise.all([
    insertMissing(pairings, key, plannedRecords(plan, scheme, ports.organisers), ({ pairing }) => pairing),
    insertMissing(placements, key, plannedPlacements(plan), ({ person }) => person),
  ]);
  const known = newPairings.known + newPlacements.known;
  return known === 0 ? { pairings: newPairings.inserted, placements: newPlacements.inserted } : null;
}

/**
 * Inserts the records of a round that are missing.
 * @returns the inserted ones, and how many the round had before
 */
async function insertMissing<Key, T>(
  store: ListedStore<{ readonly scheme: string; readonly round: string }, Key, T>,
  round: { readonly scheme: string; readonly round: string },
  wanted: Iterable<T>,
  idOf: (record: T) => string,
): Promise<{ readonly inserted: readonly T[]; readonly known: number }> {
  const known = new Set<string>();
  for await (const { value } of store.list(round)) known.add(idOf(value));
  const inserted: T[] = [];
  for (const record of wanted) if (!known.has(idOf(record))) inserted.push(record);
  await store.insertMissing(inserted);
  return { inserted, known: known.size };
}

function* plannedRecords(plan: Plan, scheme: Scheme, organisers: readonly string[]): Iterable<PairingRecord> {
  for (const [i, pairing] of plan.pairings.entries()) {
    yield freshPairing(scheme, plan.round, pairing, organiserOf(organisers, i), 'booked');
  }
}

/** The mailbox for the pairing number `i`: each mailbox of the pool in turn gets as many as are booked together. */
function organiserOf(organisers: readonly string[], i: number): string {
  const organiser = organisers[Math.floor(i / bookedTogether) % organisers.length];
  if (organiser === undefined) throw new Error('no organiser mailbox is configured');
  return organiser;
}

function* plannedPlacements(plan: Plan): Iterable<Placement> {
  const inRound = { scheme: plan.scheme, round: plan.round, repair: 0 };
  for (const { id: pairing, members } of plan.pairings) {
    for (const { id, name, language, zone } of members) {
      yield { ...inRound, person: id, name, language, zone, pairing, reason: null };
    }
  }
  for (const { id, name, language, zone, reason } of plan.unplaced) {
    yield { ...inRound, person: id, name, language, zone, pairing: null, reason };
  }
}
