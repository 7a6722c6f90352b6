import { mailboxFor } from '../mailbox/limits.ts';
import type { Ports } from '../ports/ports.ts';
import type { Placement } from '../records/placement.ts';
import type { Plan } from '../records/plans/plan.ts';
import type { Revision } from '../records/repair.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { tellUnplaced } from '../telling/new-messages.ts';
import { freshPairing } from './fresh-pairing.ts';

/** Makes a record for every planned pairing and every participant of a round that has none, with their messages. */
export async function recordPlan(ports: Ports, scheme: Scheme, round: Round, plan: Plan): Promise<void> {
  const key = { scheme: scheme.id, round: plan.round };
  const { pairings, placements } = ports.storage;

  const paired = new Set<string>();
  for await (const { value } of pairings.list(key)) paired.add(value.pairing);
  const revisions = [...plannedPairings(ports, scheme, round, plan)].filter(
    ({ pairing }) => !paired.has(pairing.pairing),
  );
  await pairings.writeWith(
    revisions.map(({ pairing, messages }) => ({ value: pairing, version: null, messages })),
  );

  const placed = new Set<string>();
  for await (const { value } of placements.list(key)) placed.add(value.person);
  const missing = [...plannedPlacements(plan)].filter(({ person }) => !placed.has(person));
  await placements.insertMissing(missing);
  await tellUnplaced(ports, [...plannedPlacements(plan)]);
}

function* plannedPairings(
  { organisers, now }: Ports,
  scheme: Scheme,
  { directoryReadAt }: Round,
  plan: Plan,
): Iterable<Revision> {
  // Calendars were read after the directory.
  const when = { now: now(), readAt: directoryReadAt };

  for (const [i, pairing] of plan.pairings.entries()) {
    yield freshPairing(scheme, plan.round, pairing, mailboxFor(organisers, i), { news: 'booked' }, when);
  }
}

function* plannedPlacements(plan: Plan): Iterable<Placement> {
  const inRound = { scheme: plan.scheme, round: plan.round, repair: 0, changedAt: null };
  for (const { id: pairing, members } of plan.pairings) {
    for (const person of members) yield { ...inRound, person, pairing, reason: null };
  }
  for (const { id: person, ...why } of plan.unplaced) yield { ...inRound, person, pairing: null, ...why };
}
