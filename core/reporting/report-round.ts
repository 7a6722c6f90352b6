import type { Ports } from '../ports/ports.ts';
import type { Draft } from '../records/plans/draft.ts';
import { isOpen, type OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { Plan } from '../records/plans/plan.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { figuresOf, takesPart } from '../rounds/figures.ts';
import { readRoundRecords } from '../rounds/round-records.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { releasesAt, roundTimes } from '../schemes/round-times.ts';
import { change } from '../shared/change.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { decideReports, nothingCounted, type Part, type Sizes } from './decide-reports.ts';
import { tellCoordinators } from './tell-coordinators.ts';

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

/** Tells the coordinators that a draft waits for them. May be repeated. */
export async function reportDraft(ports: Ports, scheme: Scheme, draft: Draft): Promise<void> {
  const goesOut = releasesAt(scheme, roundTimes(scheme, draft.round));
  const drafted = { ...sizesOf(draft), releasesAt: goesOut, waits: scheme.preview === 'waits' };
  const reports = decideReports({ ...nothingCounted, drafted });
  await tellCoordinators(ports, scheme, draft.round, reports);
}

/** Tells the coordinators what was planned. May be repeated. */
export async function reportPlan(ports: Ports, scheme: Scheme, plan: Plan): Promise<void> {
  const planned = sizesOf(plan);
  const { pairs, trios, without } = planned;
  const of = 2 * pairs + 3 * trios + without;
  const leftOut = plan.unplaced.filter(({ reason }) => reason === 'left-out').length;
  const withoutMeeting = { count: without - leftOut, of };
  const reports = decideReports({ ...nothingCounted, planned, withoutMeeting });
  await tellCoordinators(ports, scheme, plan.round, reports);
}

function sizesOf({ pairings, unplaced }: Pick<Plan, 'pairings' | 'unplaced'>): Sizes {
  const trios = pairings.filter(({ members }) => members.length === 3).length;
  return { pairs: pairings.length - trios, trios, without: unplaced.length };
}

/**
 * Tells the coordinators after a look at a round what needs a hand. May be repeated.
 * @param pairings all of the round
 * @param isToCount whether to count people too, for which all placements and messages are read
 */
export async function reportLook(
  ports: Ports,
  scheme: Scheme,
  { round }: Round,
  { pairings, isToCount }: { readonly pairings: readonly PairingRecord[]; readonly isToCount: boolean },
): Promise<void> {
  if (scheme.coordinators.length === 0) return;
  const key = { scheme: scheme.id, round };
  const refused = refusedAmong(pairings);
  const byId = new Map(pairings.map((pairing) => [pairing.pairing, pairing]));
  const placements = isToCount ? await placementsOf(ports, key) : null;
  const people =
    placements === null
      ? null
      : {
          notReached: await notReachedAmong(ports, key, placements),
          withoutMeeting: withoutMeetingAmong(placements, byId),
        };
  await tellCoordinators(ports, scheme, round, decideReports({ ...nothingCounted, refused, ...people }));
}

/**
 * Tells the coordinators of a closed round what became of everybody, and keeps these figures with the round. May be repeated:
 * it is done once the figures are stored.
 */
export async function reportClosed(ports: Ports, schemeId: string, roundId: string): Promise<void> {
  const key = { scheme: schemeId, round: roundId };
  const round = await ports.storage.rounds.get(key);
  if (round?.value.stage !== 'closed' || round.value.figures !== undefined) return;
  const scheme = await existingScheme(ports, schemeId);
  const records = await readRoundRecords(ports, key);
  const placements = [...records.placements.values()];
  const pairings = records.pairings.map(({ value }) => value);
  const byId = new Map(pairings.map((pairing) => [pairing.pairing, pairing]));
  const figures = figuresOf(byId, placements, { now: ports.now(), isClosed: true });
  const reports = decideReports({
    ...nothingCounted,
    refused: refusedAmong(pairings),
    notReached: await notReachedAmong(ports, key, placements),
    figures,
  });
  await tellCoordinators(ports, scheme, roundId, reports);
  await change(ports.storage.rounds, key, (current): Round | null => current && { ...current, figures });
}

async function placementsOf({ storage }: Ports, key: InRound): Promise<Placement[]> {
  const placements: Placement[] = [];
  for await (const { value } of storage.placements.list(key, leaveOut)) placements.push(value);
  return placements;
}

/** Pairings that Outlook refuses for good, of all. */
function refusedAmong(pairings: readonly PairingRecord[]): Part {
  const isRefused = (one: PairingRecord) => one.state === 'failed' && one.reason === 'refused-by-outlook';
  const going = pairings.filter(({ state }) => state !== 'cancelled');
  return { count: going.filter(isRefused).length, of: going.length };
}

/** Participants without a meeting, of all. Whom a coordinator left out needs no hand. */
function withoutMeetingAmong(
  placements: readonly Placement[],
  pairings: ReadonlyMap<string, PairingRecord>,
): Part {
  const participants = placements.filter(takesPart);
  const without = participants.filter(({ pairing, reason }) => {
    const state = pairing === null ? null : (pairings.get(pairing)?.state ?? null);
    if (reason === 'left-out') return false;
    return reason !== null || state === 'failed' || state === 'cancelled';
  });
  return { count: without.length, of: participants.length };
}

/** Participants whom the product's latest message about the round did not reach, of all. */
async function notReachedAmong(
  { storage }: Ports,
  key: InRound,
  placements: readonly Placement[],
): Promise<Part> {
  const latest = new Map<PersonId, OutboxRecord>();
  for await (const { value } of storage.outbox.list(key, leaveOut)) {
    if (isOpen(value) || value.state === 'overtaken' || value.said.kind === 'coordinator') continue;
    const known = latest.get(value.person);
    if (known === undefined || known.at <= value.at) latest.set(value.person, value);
  }
  const participants = placements.filter(takesPart);
  const notReached = participants.filter(({ person }) => latest.get(person)?.state === 'unreachable');
  return { count: notReached.length, of: participants.length };
}
