import { readerOf } from '../records/keys.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import { answersOf, eventOf, type PairingRecord, slotOf } from '../records/pairing.ts';
import { formerColleague, memberOf, type PersonId } from '../records/person.ts';
import type { Placement, PlacementReason } from '../records/placement.ts';
import type { Plan } from '../records/plan.ts';
import { figuresOf, outcomeOfPairing } from '../rounds/figures.ts';
import { readRoundRecords } from '../rounds/round-records.ts';
import { findScheme, type SchemePorts } from '../schemes/find-scheme.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { type Page, pageOf, type PageWanted } from '../shared/page.ts';
import { toIso } from '../time/instant.ts';
import { shownSlot } from '../words/pairing-view.ts';
import type { RoundDetail, Rounds } from '../api/rounds.ts';

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

/** A round with its pairings and a receipt that accounts for every participant; null when there is none. For coordinators. */
export async function readRound(
  ports: SchemePorts,
  schemeId: string,
  roundId: string,
): Promise<RoundDetail | null> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return null;
  const key = { scheme: scheme.id, round: roundId };
  const round = await ports.storage.rounds.get(key);
  if (round === null) return null;
  const plan = await ports.storage.plans.get(key, leaveOut);
  const records = await readRoundRecords(ports, key);
  const pairings = new Map(records.pairings.map(({ value }) => [value.pairing, value]));
  const placements = [...records.placements.values()];
  const ids = [...pairings.values()].flatMap(({ members }) => members);
  const people = await ports.storage.people.getMany([
    ...new Set([...ids, ...placements.map(({ person }) => person)]),
  ]);
  // An erased person has no name any more: the tab says "a colleague".
  const nameOf = (id: PersonId) =>
    memberOf(id, people.get(id), scheme.zone).name || (id === formerColleague ? '' : id);
  const receipt = await receiptOf(ports, key, { plan, pairings, placements, nameOf });

  const { number, stage, weekStart, weekEnd, figures } = round.value;
  const moment = { now: ports.now(), isClosed: stage === 'closed' };
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    zone: scheme.zone,
    round: roundId,
    number,
    stage,
    weekStart: toIso(weekStart),
    weekEnd: toIso(weekEnd),
    plan: plan && { seed: plan.seed, optimal: plan.optimal, cost: plan.cost },
    unreadableEvents: round.value.unreadableEvents ?? 0,
    counts: countsOf([...pairings.values()], receipt),
    figures: figures ?? figuresOf(pairings, placements, moment),
    faces: facesOf(placements),
    pairings: [...pairings.values()].map((pairing) => ({
      pairing: pairing.pairing,
      state: pairing.state,
      outcome: outcomeOfPairing(pairing, moment),
      slot: shownSlotOf(pairing),
      online: eventOf(pairing)?.joinUrl != null,
      lastMet: pairing.lastMet,
      members: pairing.members.map((id) => ({
        id,
        name: nameOf(id),
        answer: answersOf(pairing)[id] ?? 'none',
      })),
      moves: pairing.moves,
      ...(pairing.allPress === true && { allPress: pairing.allPress }),
      endedBecause: endOf(pairing),
    })),
    receipt,
  };
}

type Receipt = RoundDetail['receipt'];

/** What was read of a round. */
interface Read {
  readonly plan: Plan | null;
  readonly pairings: ReadonlyMap<string, PairingRecord>;
  readonly placements: readonly Placement[];
  readonly nameOf: (person: PersonId) => string;
}

function shownSlotOf(pairing: PairingRecord) {
  const slot = slotOf(pairing);
  return slot && shownSlot(slot);
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

/** Each participant's outcome, and whether they were told of it; sorted by name. */
async function receiptOf(
  ports: SchemePorts,
  key: { readonly scheme: string; readonly round: string },
  { plan, pairings, placements, nameOf }: Read,
): Promise<Receipt> {
  const messages = new Map<PersonId, OutboxRecord[]>();
  const unreadable = new Set<PersonId>();
  const listed = ports.storage.outbox.list(key, (message) => unreadable.add(readerOf(message)));
  for await (const { value } of listed) {
    messages.set(value.person, [...(messages.get(value.person) ?? []), value]);
  }
  const details = new Map(plan?.unplaced.map(({ id, detail }) => [id, detail]));
  const receipt: Receipt = [];
  for (const value of placements) {
    // Nothing is decided yet for people who joined after the plan.
    if (value.pairing === null && value.reason === null) continue;
    const pairing = value.pairing === null ? undefined : pairings.get(value.pairing);
    const reason = reasonOf(value, pairing);
    receipt.push({
      id: value.person,
      name: nameOf(value.person),
      outcome: reason === null ? 'paired' : 'unplaced',
      pairing: reason === null ? value.pairing : null,
      reason,
      detail: (reason === 'calendar-unreadable' ? details.get(value.person) : null) ?? null,
      told: isBeyondReach(value)
        ? 'unreachable'
        : unreadable.has(value.person)
          ? 'failed'
          : toldState(latestMessage(messages.get(value.person) ?? [], value), reason),
    });
  }
  return receipt.sort((a, b) => a.name.localeCompare(b.name));
}

/** Why somebody has no meeting; null when they have one, or are about to. */
function reasonOf(placement: Placement, pairing: PairingRecord | undefined): PlacementReason | null {
  if (placement.reason !== null) return placement.reason;
  if (pairing?.state === 'failed') return 'not-booked';
  return pairing?.state === 'cancelled' ? 'partner-left' : null;
}

/** Whether somebody could not be told: they left the directory or blocked the app after the round was planned. */
function isBeyondReach({ reason, repair }: Placement): boolean {
  return repair > 0 && (reason === 'unreachable' || reason === 'not-in-directory');
}

/** The latest message that somebody was to get about what the round has for them. */
function latestMessage(
  messages: readonly OutboxRecord[],
  { pairing, repair }: Placement,
): OutboxRecord | undefined {
  return messages
    .filter((message) => message.pairing === pairing && (pairing !== null || message.revision === repair))
    .filter(({ state, said }) => state !== 'overtaken' && isNewsOf(said))
    .reduce<OutboxRecord | undefined>(
      (latest, message) => (latest && latest.revision > message.revision ? latest : message),
      undefined,
    );
}

/** Whether a message says what the round has for its reader; others ask something, or are for coordinators. */
function isNewsOf({ kind }: OutboxRecord['said']): boolean {
  return kind === 'pairing' || kind === 'called-off' || kind === 'unplaced';
}

/** Why there will be no meeting; null while there may be one. */
function endOf(pairing: PairingRecord): RoundDetail['pairings'][number]['endedBecause'] {
  if (pairing.state === 'failed') return pairing.reason;
  if (pairing.state !== 'cancelled' || !pairing.isOver) return null;
  return pairing.by === undefined ? 'nobody-found' : 'called-off';
}

/** Cancelled pairings are listed in the round, but not counted. */
function countsOf(all: readonly PairingRecord[], receipt: Receipt): RoundDetail['counts'] {
  const pairings = all.filter(({ state }) => state !== 'cancelled');
  return {
    participants: receipt.length,
    pairings: pairings.length,
    trios: pairings.filter(({ members }) => members.length === 3).length,
    booked: pairings.filter(({ state }) => state === 'booked').length,
    waiting: pairings.filter(({ state }) => state === 'planned').length,
    unplaced: receipt.filter(({ outcome }) => outcome === 'unplaced').length,
    told: receipt.filter(({ told }) => told === 'sent').length,
  };
}

/** People who withdrew count as told: the bot answered them. */
function toldState(
  record: OutboxRecord | undefined,
  reason: PlacementReason | null,
): Receipt[number]['told'] {
  switch (record?.state) {
    case 'sent':
    case 'unreachable':
      return record.state;
    case 'doubtful':
      return 'failed';
    default:
      return reason === 'withdrew' ? 'sent' : 'pending';
  }
}
