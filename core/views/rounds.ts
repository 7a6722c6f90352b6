import { pairingMessageKey, unplacedMessageKey } from '../records/keys.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Placement, PlacementReason } from '../records/placement.ts';
import type { Plan } from '../records/plan.ts';
import { findScheme, type SchemePorts } from '../schemes/find-scheme.ts';
import { toIso } from '../time/instant.ts';
import { shownSlot } from '../words/pairing-view.ts';
import type { RoundDetail, Rounds } from './api-schemas.ts';

/** The rounds of a scheme, newest first; null when there is no such scheme. For coordinators. */
export async function readRounds(ports: SchemePorts, schemeId: string): Promise<Rounds | null> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return null;
  const rounds: Rounds = [];
  for await (const { value } of ports.storage.rounds.list({ scheme: scheme.id })) {
    const { round, number, stage, weekStart, weekEnd } = value;
    rounds.push({ round, number, stage, weekStart: toIso(weekStart), weekEnd: toIso(weekEnd) });
  }
  return rounds.sort((a, b) => b.number - a.number);
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
  const plan = await ports.storage.plans.get(key);
  const pairings = new Map<string, PairingRecord>();
  for await (const { value } of ports.storage.pairings.list(key)) pairings.set(value.pairing, value);
  const receipt = await receiptOf(ports, key, plan, pairings);

  const { number, stage, weekStart, weekEnd } = round.value;
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
    counts: countsOf([...pairings.values()], receipt),
    pairings: [...pairings.values()].map((pairing) => ({
      pairing: pairing.pairing,
      state: pairing.state,
      slot: pairing.slot !== null && hasTime(pairing) ? shownSlot(pairing.slot) : null,
      online: pairing.event !== null && pairing.event.joinUrl !== null,
      lastMet: pairing.lastMet,
      members: pairing.members.map(({ id, name }) => ({ id, name, answer: pairing.answers[id] ?? 'none' })),
      moves: pairing.moves,
      endedBecause: pairing.endedBecause,
    })),
    receipt,
  };
}

type Receipt = RoundDetail['receipt'];

/** Each participant's outcome, and whether they were told of it; sorted by name. */
async function receiptOf(
  ports: SchemePorts,
  key: { readonly scheme: string; readonly round: string },
  plan: Plan | null,
  pairings: ReadonlyMap<string, PairingRecord>,
): Promise<Receipt> {
  const outbox = new Map<string, OutboxRecord>();
  for await (const { value } of ports.storage.outbox.list(key)) outbox.set(value.key, value);
  const details = new Map(plan?.unplaced.map(({ id, detail }) => [id, detail]));
  const receipt: Receipt = [];
  for await (const { value } of ports.storage.placements.list(key)) {
    const pairing = value.pairing === null ? undefined : pairings.get(value.pairing);
    const reason = reasonOf(value, pairing);
    receipt.push({
      id: value.person,
      name: value.name,
      outcome: reason === null ? 'paired' : 'unplaced',
      pairing: reason === null ? value.pairing : null,
      reason,
      detail: (reason === 'calendar-unreadable' ? details.get(value.person) : null) ?? null,
      told: isBeyondReach(value) ? 'unreachable' : toldState(messageTo(value, pairing, outbox), reason),
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

/** The latest message that was meant for somebody, if it was begun. */
function messageTo(
  placement: Placement,
  pairing: PairingRecord | undefined,
  outbox: ReadonlyMap<string, OutboxRecord>,
): OutboxRecord | undefined {
  if (pairing === undefined) return outbox.get(unplacedMessageKey(placement));
  const at = (revision: number) => outbox.get(pairingMessageKey({ ...pairing, revision }, placement.person));
  const { members, tell } = pairing;
  const isMember = members.some(({ id }) => id === placement.person);
  if (isMember && (tell === null || tell.includes(placement.person))) return at(pairing.revision);
  // The latest revision was not for them: look for the last one that was.
  for (let revision = pairing.revision - 1; revision >= 0; revision -= 1) {
    const told = at(revision);
    if (told !== undefined) return told;
  }
  return undefined;
}

/** Whether the members meet at the pairing's slot. */
function hasTime({ state }: PairingRecord): boolean {
  return state === 'planned' || state === 'booked';
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
