import type { Ports } from '../ports/ports.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { roundTimes } from '../schemes/round-times.ts';

/**
 * Claims a round. Rounds are numbered in the order in which they are claimed. When another worker claims it at the same
 * moment, that worker's round is returned.
 * @param rounds all rounds of the scheme
 * @param stage in which it begins
 */
export async function claimRound(
  ports: Ports,
  scheme: Scheme,
  roundId: string,
  { rounds, stage }: { readonly rounds: readonly Round[]; readonly stage: 'calling' | 'pairing' },
): Promise<Round> {
  const times = roundTimes(scheme, roundId);
  const round: Round = {
    scheme: scheme.id,
    round: roundId,
    number: Math.max(scheme.roundsBefore, ...rounds.map(({ number }) => number)) + 1,
    stage,
    seed: ports.seed(scheme.id, roundId),
    weekStart: times.weekStart,
    weekEnd: times.weekEnd,
    answersCheckedAt: null,
    lookedAheadAt: null,
    directoryReadAt: ports.now(),
    nextMeetingAt: null,
    lastMeetingEndsAt: null,
    nextMessageAt: null,
    closeAt: null,
    repairs: 0,
  };
  if ((await ports.storage.rounds.insert(round)) !== null) return round;
  const found = await ports.storage.rounds.get(round);
  if (found === null) throw new Error(`round ${roundId} of scheme "${scheme.id}" was claimed, and is gone`);
  return found.value;
}
