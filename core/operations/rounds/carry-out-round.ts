import type { Ports } from '../../ports/ports.ts';
import type { ListedStore } from '../../ports/storage.ts';
import { bookedTogether } from '../../ports/work.ts';
import { freshPairing } from '../../rounds/fresh-pairing.ts';
import type { Plan } from '../../rounds/plan.ts';
import type { PairingRecord, Placement } from '../../rounds/records.ts';
import type { Round } from '../../rounds/round.ts';
import type { Scheme } from '../../schemes/scheme.ts';
import { change } from '../change.ts';
import { existingScheme } from '../schemes.ts';
import { askForMissing } from './ask-for-missing.ts';
import type { RoundRecords } from './missing-work.ts';

/** Reads a round's plan and carries it out (`carryOutPlan`). */
export async function carryOutRound(ports: Ports, schemeId: string, round: string): Promise<void> {
  const scheme = await existingScheme(ports, schemeId);
  const plan = await ports.storage.plans.get({ scheme: scheme.id, round });
  if (plan === null) throw new Error(`round ${round} of scheme "${schemeId}" has no plan`);
  await carryOutPlan(ports, scheme, plan);
}

/**
 * Acts on the difference between a round's plan and what exists: puts on the queue what is still to be booked and who
 * is still to be told. When nothing is missing the round waits for its meetings. May run any number of times.
 */
export async function carryOutPlan(ports: Ports, scheme: Scheme, plan: Plan): Promise<void> {
  const key = { scheme: scheme.id, round: plan.round };
  const { missing, waiting } = await askForMissing(ports, key, await recordPlanned(ports, scheme, plan));
  if (missing === 0 && waiting === 0) {
    await change(ports.storage.rounds, key, (current): Round | null =>
      current?.stage === 'booking' ? { ...current, stage: 'meeting' } : null,
    );
  }
  ports.log('carry out', { ...key, missing, waiting });
}

/**
 * Makes a record for every planned pairing and every participant of a round, where there is none.
 * @returns the records, when there were none before
 */
export async function recordPlanned(ports: Ports, scheme: Scheme, plan: Plan): Promise<RoundRecords | null> {
  const key = { scheme: scheme.id, round: plan.round };
  const { pairings, placements } = ports.storage;
  const [newPairings, newPlacements] = await Promise.all([
    insertUnknown(pairings, key, plannedRecords(plan, scheme, ports.organisers), ({ pairing }) => pairing),
    insertUnknown(placements, key, plannedPlacements(plan), ({ person }) => person),
  ]);
  const known = newPairings.known + newPlacements.known;
  return known === 0 ? { pairings: newPairings.inserted, placements: newPlacements.inserted } : null;
}

/** Inserts the records of a round that are not there; gives those, and how many of the round were there. */
async function insertUnknown<Key, T>(
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

/** Pairings are dealt to the pool by the handful; the record keeps the organiser, so a pairing always has the same one. */
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
