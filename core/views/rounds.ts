import type { RoundDetail, Rounds } from '../api/rounds.ts';
import { answersOf } from '../records/pairing.ts';
import type { Placement } from '../records/placement.ts';
import { figuresOf } from '../rounds/figures.ts';
import { findRound, findScheme, type SchemePorts } from '../schemes/find-scheme.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { type Page, pageOf, type PageWanted } from '../shared/page.ts';
import { toIso } from '../time/instant.ts';
import { countsOf } from './desk/counts.ts';
import { inOrder, pairingFacts } from './desk/pairings.ts';
import { readNames } from './desk/names.ts';
import { readAllPeople } from './desk/read-people.ts';
import { detailOf } from './desk/person-in-round.ts';
import { readAllTold } from './desk/told.ts';

/** The rounds of a scheme, newest first; null when there is no such scheme. For coordinators. */
export async function readRounds(ports: SchemePorts, schemeId: string): Promise<Rounds | null> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return null;
  const rounds: Rounds = [];
  for await (const { value } of ports.storage.rounds.list({ scheme: scheme.id })) {
    const { round, number, stage, weekStart, weekEnd, figures = null } = value;
    rounds.push({ round, number, stage, weekStart: toIso(weekStart), weekEnd: toIso(weekEnd), figures });
  }
  return rounds.sort((a, b) => b.number - a.number);
}

/** One page of that. */
export async function readRoundsPage(
  ports: SchemePorts,
  schemeId: string,
  wanted: PageWanted,
): Promise<Page<Rounds[number]> | null> {
  const all = await readRounds(ports, schemeId);
  return all && pageOf(all, wanted);
}

/** How many pairings, and people, are listed with a round. */
const mostListed = 200;

/**
 * A round with its first pairings in the order of their times, and the people with the first ids, by name; its figures are
 * those of all. Null when there is none. For coordinators.
 */
export async function readRound(
  ports: SchemePorts,
  schemeId: string,
  roundId: string,
): Promise<RoundDetail | null> {
  const found = await findRound(ports, schemeId, roundId);
  if (found === null) return null;
  const { scheme, round } = found;
  const { storage } = ports;
  const key = { scheme: scheme.id, round: round.round };
  const [plan, { everybody, pairings }] = await Promise.all([
    storage.plans.get(key, leaveOut),
    readAllPeople(ports, scheme, round),
  ]);
  const told = await readAllTold(storage, key, everybody);
  const placements = everybody.flatMap(({ placement }) => placement ?? []);
  const byId = new Map(pairings.map((pairing) => [pairing.pairing, pairing]));
  const first = inOrder(pairings).slice(0, mostListed);
  const people = everybody.filter(({ placement }) => placement !== null).slice(0, mostListed);
  const named = await readNames(storage, scheme, [
    ...first.flatMap(({ members }) => members),
    ...people.map(({ person }) => person),
  ]);
  const { number, stage, weekStart, weekEnd } = round;
  const now = ports.now();
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    zone: scheme.zone,
    round: round.round,
    number,
    stage,
    weekStart: toIso(weekStart),
    weekEnd: toIso(weekEnd),
    plan: plan && { seed: plan.seed, optimal: plan.optimal, cost: plan.cost },
    unreadableEvents: round.unreadableEvents ?? 0,
    counts: countsOf(everybody, pairings, told),
    figures: round.figures ?? figuresOf(byId, placements, { now, isClosed: stage === 'closed' }),
    faces: facesOf(placements),
    pairings: first.map((pairing) => ({
      ...pairingFacts(pairing, { round, now }),
      members: pairing.members.map((id) => ({
        id,
        name: named(id).name,
        answer: answersOf(pairing)[id] ?? 'none',
      })),
    })),
    receipt: people
      .map((one) => ({
        id: one.person,
        name: named(one.person).name,
        outcome: one.pairing === null ? ('unplaced' as const) : ('paired' as const),
        pairing: one.pairing?.pairing ?? null,
        reason: one.reason,
        detail: detailOf(one),
        told: told.get(one.person) ?? 'sent',
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}

/** Fewer people than these would be known by what they chose. */
const fewestFaces = 5;

/** How many people chose each face, the unhappiest first; null where too few did. */
function facesOf(placements: readonly Placement[]): number[] | null {
  const chosen = placements.flatMap(({ feedback }) => feedback?.face ?? []);
  return chosen.length < fewestFaces
    ? null
    : [1, 2, 3, 4].map((face) => chosen.filter((one) => one === face).length);
}
