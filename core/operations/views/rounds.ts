import type { RoundDetail, Rounds } from '../../api/schemas.ts';
import type { Ports } from '../../ports/ports.ts';
import { messageKey } from '../../rounds/keys.ts';
import type { OutboxRecord, PairingRecord } from '../../rounds/records.ts';
import { findScheme } from '../schemes.ts';

/** The rounds of a scheme, newest first; null when there is no such scheme. For coordinators. */
export async function roundsOf(ports: Ports, schemeId: string): Promise<Rounds | null> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return null;
  const rounds: Rounds = [];
  for await (const { value } of ports.storage.rounds.list({ scheme: scheme.id })) {
    const { round, number, stage, weekStart, weekEnd } = value;
    rounds.push({ round, number, stage, weekStart, weekEnd });
  }
  return rounds.sort((a, b) => b.number - a.number);
}

/** A round with its pairings and a receipt that accounts for every participant; null when there is none. For coordinators. */
export async function roundDetail(
  ports: Ports,
  schemeId: string,
  roundId: string,
): Promise<RoundDetail | null> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) return null;
  const key = { scheme: scheme.id, round: roundId };
  const round = await ports.storage.rounds.get(key);
  if (round === null) return null;
  const plan = await ports.storage.plans.get(key);

  const pairings: PairingRecord[] = [];
  for await (const { value } of ports.storage.pairings.list(key)) pairings.push(value);
  const outbox = new Map<string, OutboxRecord>();
  for await (const { value } of ports.storage.outbox.list(key)) outbox.set(value.key, value);

  const states = new Map(pairings.map(({ pairing, state }) => [pairing, state]));
  const receipt: RoundDetail['receipt'] = [];
  for await (const { value } of ports.storage.placements.list(key)) {
    const failed = value.pairing !== null && states.get(value.pairing) === 'failed';
    const placed = failed ? null : value.pairing;
    receipt.push({
      id: value.person,
      name: value.name,
      outcome: placed === null ? 'unplaced' : 'paired',
      pairing: placed,
      reason: failed ? 'not-booked' : value.reason,
      told: toldState(outbox.get(messageKey(key, value.person, placed))),
    });
  }
  receipt.sort((a, b) => a.name.localeCompare(b.name));

  const { number, stage, weekStart, weekEnd } = round.value;
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    zone: scheme.zone,
    round: roundId,
    number,
    stage,
    weekStart,
    weekEnd,
    plan: plan && { seed: plan.seed, optimal: plan.optimal, cost: plan.cost },
    counts: {
      participants: receipt.length,
      pairings: pairings.length,
      trios: pairings.filter(({ members }) => members.length === 3).length,
      booked: pairings.filter(({ state }) => state === 'booked').length,
      unplaced: receipt.filter(({ outcome }) => outcome === 'unplaced').length,
      told: receipt.filter(({ told }) => told === 'sent').length,
    },
    pairings: pairings.map((pairing) => ({
      pairing: pairing.pairing,
      state: pairing.state,
      slot: pairing.slot,
      online: pairing.joinUrl !== null,
      lastMet: pairing.lastMet,
      members: pairing.members.map(({ id, name }) => ({ id, name, answer: pairing.answers[id] ?? 'none' })),
      problem: pairing.problem,
    })),
    receipt,
  };
}

function toldState(record: OutboxRecord | undefined): RoundDetail['receipt'][number]['told'] {
  switch (record?.state) {
    case 'sent':
    case 'unreachable':
      return record.state;
    case 'doubtful':
      return 'failed';
    default:
      return 'pending';
  }
}
