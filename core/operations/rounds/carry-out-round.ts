import type { Ports } from '../../ports/ports.ts';
import type { Round } from '../../rounds/round.ts';
import type { Work } from '../../ports/work.ts';
import { messageKey } from '../../rounds/keys.ts';
import type { Plan } from '../../rounds/plan.ts';
import type { PairingRecord, Placement } from '../../rounds/records.ts';
import { change } from '../change.ts';

/**
 * Acts on the difference between a round's plan and what exists: puts on the queue what is still to be booked and who
 * is still to be told. When nothing is missing the round waits for its meetings. May run any number of times.
 */
export async function carryOutRound(ports: Ports, scheme: string, round: string): Promise<void> {
  const key = { scheme, round };
  const plan = await ports.storage.plans.get(key);
  if (plan === null) throw new Error(`round ${round} of scheme "${scheme}" has no plan`);

  // 1. Every planned pairing and every participant has a record.
  const pairings = new Set<string>();
  for await (const { value } of ports.storage.pairings.list(key)) pairings.add(value.pairing);
  await ports.storage.pairings.insertMissing(
    plannedRecords(plan, ports.organisers).filter(({ pairing }) => !pairings.has(pairing)),
  );
  const placed = new Set<string>();
  for await (const { value } of ports.storage.placements.list(key)) placed.add(value.person);
  await ports.storage.placements.insertMissing(
    plannedPlacements(plan).filter(({ person }) => !placed.has(person)),
  );

  // 2. What is missing?
  const told = new Set<string>();
  for await (const { value } of ports.storage.outbox.list(key)) {
    if (value.state === 'sent' || value.state === 'unreachable') told.add(value.key);
  }
  const missing: Work[] = plan.unplaced
    .filter(({ id }) => !told.has(messageKey(key, id, null)))
    .map(({ id }) => ({ kind: 'tell', ...key, person: id }));
  for await (const { value } of ports.storage.pairings.list(key)) {
    if (value.state === 'planned') missing.push({ kind: 'book', ...key, pairing: value.pairing });
    else missing.push(...stillToTell(value, told));
  }

  // 3. Ask for it, or be done.
  await ports.queue.put(missing);
  if (missing.length === 0) {
    await change(ports.storage.rounds, key, (current): Round | null =>
      current?.stage === 'booking' ? { ...current, stage: 'meeting' } : null,
    );
  }
  ports.log('carry out', { ...key, missing: missing.length });
}

function stillToTell(pairing: PairingRecord, told: ReadonlySet<string>): Work[] {
  const { scheme, round } = pairing;
  const about = pairing.state === 'booked' ? pairing.pairing : null;
  return pairing.members
    .filter(({ id }) => !told.has(messageKey(pairing, id, about)))
    .map(({ id }) => ({ kind: 'tell', scheme, round, person: id }));
}

function plannedRecords(plan: Plan, organisers: readonly string[]): PairingRecord[] {
  return plan.pairings.map(({ id, ...pairing }, i) => ({
    scheme: plan.scheme,
    round: plan.round,
    pairing: id,
    ...pairing,
    state: 'planned',
    organiser: organiserOf(organisers, i),
    slot: null,
    event: null,
    joinUrl: null,
    answers: {},
    problem: null,
  }));
}

/** Pairings are dealt to the pool in turn; the record keeps the organiser, so a pairing always has the same one. */
function organiserOf(organisers: readonly string[], i: number): string {
  const organiser = organisers[i % organisers.length];
  if (organiser === undefined) throw new Error('no organiser mailbox is configured');
  return organiser;
}

function plannedPlacements(plan: Plan): Placement[] {
  const inRound = { scheme: plan.scheme, round: plan.round };
  return [
    ...plan.pairings.flatMap((pairing) =>
      pairing.members.map(({ id, name, language, zone }) => ({
        ...inRound,
        person: id,
        name,
        language,
        zone,
        pairing: pairing.id,
        reason: null,
      })),
    ),
    ...plan.unplaced.map(({ id, name, language, zone, reason }) => ({
      ...inRound,
      person: id,
      name,
      language,
      zone,
      pairing: null,
      reason,
    })),
  ];
}
