import type { StepWork } from '../records/work.ts';
import { roundsUnderWay, type RoundTimes } from '../schemes/round-times.ts';
import type { Scheme } from '../records/scheme.ts';
import { isLookWaiting, isToClose, type Round } from '../records/round.ts';

/** A tick is never quite in time, and a look takes its time: two looks are so far apart that the next is due in time. */
const grace = 5 * 60_000;
/** How often a round under way is looked after: hourly. */
const lookEvery = 60 * 60_000 - grace;
/** How often what is about to begin is looked at: at every tick, a quarter of an hour apart. */
const lookAheadEvery = 15 * 60_000 - grace;
/** So long before it begins, and until it is over, a meeting is looked at: nobody is to sit there alone. */
const shortlyBefore = 30 * 60_000;

/**
 * Which steps of a scheme's rounds are due and not done at `now` (epoch milliseconds). Asking again gives the same
 * answer until the steps are done, so a missed or doubled tick does no harm.
 */
export function dueSteps(scheme: Scheme, rounds: readonly Round[], now: number): StepWork[] {
  const known = new Map(rounds.map((round) => [round.round, round]));
  const toStart = roundsUnderWay(scheme, now)
    .filter((times) => times.pairingAt >= Date.parse(scheme.createdAt))
    .filter((times) => !known.has(times.round))
    .map((times): StepWork => ({ kind: 'pair', scheme: scheme.id, round: times.round }));
  return [...toStart, ...rounds.flatMap((round) => stepsOf(round, now))];
}

function stepsOf(round: Round, now: number): StepWork[] {
  const step = (kind: StepWork['kind']): StepWork => ({ kind, scheme: round.scheme, round: round.round });
  if (round.stage === 'closed') return [];
  if (isToClose(round, now)) return [step('close')];
  if (round.stage === 'pairing') return [step('pair')];
  const look = isLookWaiting(round, now) ? null : lookDue(round, now);
  return [...(round.stage === 'booking' ? [step('carry-out')] : []), ...(look === null ? [] : [step(look)])];
}

/** After all meetings, or after those that are about to begin. */
function lookDue(
  { answersCheckedAt, lookedAheadAt, nextMeetingAt }: Round,
  now: number,
): 'look-after' | 'look-ahead' | null {
  const since = (at: string | null) => (at === null ? Infinity : now - Date.parse(at));
  if (since(answersCheckedAt) >= lookEvery) return 'look-after';
  if (nextMeetingAt === null || Date.parse(nextMeetingAt) > now + shortlyBefore) return null;
  return since(lookedAheadAt) >= lookAheadEvery ? 'look-ahead' : null;
}

/** The next instant after `now` at which something of the scheme falls due: a pairing or the end of a meeting week. */
export function nextDue(times: readonly RoundTimes[], now: number): number | null {
  const instants = times.flatMap((round) => [round.pairingAt, round.weekStart, round.weekEnd]);
  return instants.filter((at) => at > now).sort((a, b) => a - b)[0] ?? null;
}
