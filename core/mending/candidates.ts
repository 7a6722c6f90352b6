import { seededChance } from '../matching/index.ts';
import type { Ports } from '../ports/ports.ts';
import { isAhead, type PairingRecord } from '../records/pairing.ts';
import { readRoundRecords, type RoundRecords, withNeighbours } from '../rounds/round-records.ts';
import { hour } from '../time/interval.ts';
import { mayChangeMembers } from './decide-repair.ts';
import type { Known } from './who-is-concerned.ts';

/** In how many pairings one person may find company: enough for a good one, and few calendars to read. */
const mostCandidates = 8;

/** Adds pairings in which some people may find company, unless all were read: those beside theirs, or all where these are few. */
export async function readAround(
  ports: Ports,
  records: RoundRecords,
  known: Known,
  seekers: number,
  concerned: readonly PairingRecord[],
): Promise<RoundRecords> {
  if (seekers === 0) return records;
  const { round } = known;
  const beside = await withNeighbours(
    ports,
    round,
    records,
    concerned.map(({ pairing }) => pairing),
  );
  const isEnough = beside.pairings.filter(({ value }) => isOpen(value, known)).length > mostCandidates;
  return isEnough ? beside : readRoundRecords(ports, round);
}

/** Whether somebody may find company in a pairing. */
function isOpen(pairing: PairingRecord, { week, now }: Pick<Known, 'week' | 'now'>): boolean {
  return isAhead(pairing, now) && mayChangeMembers(pairing, week);
}

/** Pairings in which people may find company, drawn at random, trios first. */
export function candidatesFor(
  known: Known,
  concerned: readonly PairingRecord[],
  seekers: number,
): PairingRecord[] {
  const { pairings, round, now } = known;
  const taken = new Set(concerned.map(({ pairing }) => pairing));
  const open = pairings.filter((one) => isOpen(one, known) && !taken.has(one.pairing));
  const chance = seededChance(round.seed, Math.floor(now / hour));
  const drawn = new Set<PairingRecord>();
  for (let seeker = 0; seeker < seekers && drawn.size < open.length; seeker++) {
    const order = Uint32Array.from(open.keys());
    chance.shuffle(order);
    const shuffled = [...order].flatMap((i) => open[i] ?? []);
    shuffled.sort((a, b) => b.members.length - a.members.length);
    for (const pairing of shuffled.slice(0, mostCandidates)) drawn.add(pairing);
  }
  return pairings.filter((pairing) => drawn.has(pairing));
}
