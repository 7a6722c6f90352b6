import type { Scheme } from '../records/scheme.ts';
import { nextRound, nextRoundAfter, releasesAt, type RoundTimes, roundsUnderWay } from './round-times.ts';

/**
 * The first round that is not paired at `now` (epoch milliseconds): the one that somebody who joins is in. A coordinator may have
 * released a round before its pairing time, or one may wait for her beyond it.
 */
export function roundAhead(scheme: Scheme, now: number): RoundTimes {
  const waiting = underWay(scheme, now).find((times) => pairedAt(scheme, times, now) === null);
  if (waiting !== undefined) return waiting;
  const next = nextRound(scheme, now);
  return pairedAt(scheme, next, now) === null ? next : nextRoundAfter(scheme, next.round);
}

/** When the round ahead is paired at the latest, though nobody releases it: epoch milliseconds, as `now`. */
export function pairedBy(scheme: Scheme, times: RoundTimes, now: number): number {
  return times.pairingAt > now ? times.pairingAt : releasesAt(scheme, times);
}

/** Rounds that are paired at `now`, and whose week has not begun, in order. Instants in epoch milliseconds. */
export function roundsPairedAhead(
  scheme: Scheme,
  now: number,
): readonly (RoundTimes & { readonly pairedAt: number })[] {
  return [...underWay(scheme, now), nextRound(scheme, now)].flatMap((times) => {
    const at = pairedAt(scheme, times, now);
    return at === null || now >= times.weekStart ? [] : [{ ...times, pairedAt: at }];
  });
}

/** When a round was paired; null: it is not yet. */
function pairedAt(scheme: Scheme, times: RoundTimes, now: number): number | null {
  const byItself = releasesAt(scheme, times);
  if (scheme.paired?.round === times.round) return Math.min(scheme.paired.at, byItself);
  return byItself <= now ? byItself : null;
}

/** Rounds under way that are run: not those whose pairing time came before the scheme was made, or got other dates. */
function underWay(scheme: Scheme, now: number): RoundTimes[] {
  return roundsUnderWay(scheme, now).filter(
    ({ round, pairingAt }) => pairingAt >= scheme.runsFrom || scheme.paired?.round === round,
  );
}
