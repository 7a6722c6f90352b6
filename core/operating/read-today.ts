import type { Today } from '../api/desk.ts';
import type { Ports } from '../ports/ports.ts';
import { isAway } from '../records/participant.ts';
import type { Draft } from '../records/plans/draft.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { findScheme } from '../schemes/find-scheme.ts';
import { releasesAt, roundTimes } from '../schemes/round-times.ts';
import { pairedBy, roundAhead } from '../schemes/rounds-ahead.ts';
import { callAt, draftAt } from '../schemes/working-days.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { toIso } from '../time/instant.ts';
import { lineOf } from '../views/desk/counts.ts';
import { readEnrolments, readAllPeople } from '../views/desk/read-people.ts';
import { readNames } from '../views/desk/names.ts';
import { readAllTold } from '../views/desk/told.ts';
import { decideHands, type FoundHand, mostNamed, type RoundNow } from './decide-hands.ts';
import { overdueHands, poisonHands, mailboxHands } from './product-hands.ts';

type TodayPorts = Pick<Ports, 'storage' | 'now' | 'poison' | 'organisers'>;

/**
 * What needs a coordinator's hand in a scheme, and how its rounds stand; null when there is no such scheme.
 * @param hasRole whether the reader looks after all schemes: what concerns them all is for them alone
 */
export async function readToday(
  ports: TodayPorts,
  schemeId: string,
  hasRole: boolean,
): Promise<Today | null> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return null;
  const { storage } = ports;
  const now = ports.now();
  const rounds: Round[] = [];
  for await (const { value } of storage.rounds.list({ scheme: scheme.id }, leaveOut)) rounds.push(value);
  const open = rounds.filter(({ stage }) => stage !== 'closed').sort((a, b) => (a.round < b.round ? 1 : -1));
  const enrolled = readEnrolments(ports, scheme);
  const [enrolments, read, drafted] = await Promise.all([
    enrolled,
    Promise.all(open.map(async (round) => readRoundNow(ports, scheme, round, enrolled))),
    Promise.all(open.map(async (round) => readDraft(ports, scheme, round))),
  ]);
  const draft = drafted.find((one) => one !== null) ?? null;
  const [ofMailboxes, ofPoison] = await Promise.all([
    mailboxHands(ports, read),
    hasRole ? poisonHands(ports) : [],
  ]);
  const found = [
    ...(draft === null ? [] : draftHands(draft, scheme, now)),
    ...ofMailboxes,
    ...overdueHands(scheme, rounds, now),
    ...ofPoison,
    ...read.flatMap((one) => decideHands(one, now)),
  ];
  const [latest] = read;
  const next = roundAhead(scheme, now);
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    zone: scheme.zone,
    at: toIso(now),
    hands: await withNames(ports, scheme, found),
    round: latest === undefined ? null : lineOfRound(latest),
    enrolled: enrolments.filter((one) => !isAway(one, scheme.zone, now)).length,
    next: {
      round: next.round,
      calledAt: toIso(callAt(scheme, next)),
      draftAt: scheme.preview === 'none' ? null : toIso(draftAt(scheme, next)),
      pairingAt: toIso(pairedBy(scheme, next, now)),
      weekStart: toIso(next.weekStart),
    },
    draft: draft && {
      round: draft.round,
      ...sizesOf(draft),
      releasesAt: toIso(releasesAt(scheme, roundTimes(scheme, draft.round))),
    },
  };
}

async function readRoundNow(
  ports: TodayPorts,
  scheme: Scheme,
  round: Round,
  enrolled: ReturnType<typeof readEnrolments>,
): Promise<RoundNow> {
  const people = await readAllPeople(ports, scheme, round, enrolled);
  const key = { scheme: scheme.id, round: round.round };
  return { round, ...people, told: await readAllTold(ports.storage, key, people.everybody) };
}

/** The last draft of a round that is not released; null when there is none. */
async function readDraft({ storage }: TodayPorts, scheme: Scheme, round: Round): Promise<Draft | null> {
  if (round.stage !== 'calling' || round.draftedAt === undefined || round.releasedAt !== undefined)
    return null;
  const key = { scheme: scheme.id, round: round.round };
  const last = (await storage.drafts.numbers(key)).at(-1);
  return last === undefined ? null : storage.drafts.get({ ...key, draft: last }, leaveOut);
}

/** A draft that waits for a coordinator, though its pairing time has come. */
function draftHands(draft: Draft, scheme: Scheme, now: number): FoundHand[] {
  const { pairingAt } = roundTimes(scheme, draft.round);
  if (scheme.preview !== 'waits' || now < pairingAt) return [];
  return [{ kind: 'not-released', count: draft.pairings.length, round: draft.round }];
}

function sizesOf({ pairings, unplaced }: Draft) {
  const trios = pairings.filter(({ members }) => members.length === 3).length;
  return { pairs: pairings.length - trios, trios, without: unplaced.length };
}

function lineOfRound({ round: { round, number, stage }, everybody }: RoundNow): Today['round'] {
  return { round, number, stage, line: lineOf(everybody) };
}

/** What was found, with the names of the first people. */
async function withNames(
  { storage }: TodayPorts,
  scheme: Scheme,
  hands: readonly FoundHand[],
): Promise<Today['hands']> {
  const people = hands.flatMap((hand) => hand.people?.slice(0, mostNamed) ?? []);
  const pairings = hands.flatMap((hand) => hand.pairings?.slice(0, mostNamed) ?? []);
  const named = await readNames(storage, scheme, [...people, ...pairings.flatMap(({ members }) => members)]);
  const shown = (id: string) => ({ id, name: named(id).name });
  return hands.map(({ kind, count, round = null, detail = null, ...hand }) => ({
    kind,
    count,
    round,
    people: (hand.people ?? []).slice(0, mostNamed).map((id) => ({ ...shown(id), mail: named(id).mail })),
    pairings: (hand.pairings ?? [])
      .slice(0, mostNamed)
      .map(({ pairing, members }) => ({ pairing, members: members.map(shown) })),
    detail,
  }));
}
