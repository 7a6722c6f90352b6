import type { StepWork } from '../records/work.ts';
import { roundsUnderWay, type RoundTimes } from '../schemes/round-times.ts';
import type { Scheme } from '../records/scheme.ts';
import { isToClose, type Round } from '../records/round.ts';

/** A look is due this much early, since ticks and looks are never exactly on time. Milliseconds. */
const grace = 5 * 60_000;
/** A round under way is looked after every hour. Milliseconds. */
const lookEvery = 60 * 60_000 - grace;
/** Meetings about to begin or under way are looked at with every tick, four times an hour. Milliseconds. */
const lookAheadEvery = 15 * 60_000 - grace;
/** How long before its start a meeting is about to begin: so that nobody waits there alone. Milliseconds. */
const shortlyBefore = 30 * 60_000;

/**
 * The steps of a scheme's rounds that are due at `now` and not done. A step stays due until it is done, so a missed or
 * doubled tick does no harm.
 * @param rounds all rounds of the scheme
 * @param now epoch milliseconds
 */
export function dueSteps(scheme: Scheme, rounds: readonly Round[], now: number): StepWork[] {
  const known = new Map(rounds.map((round) => [round.round, round]));
  const toStart = roundsUnderWay(scheme, now)
    .filter((times) => times.pairingAt >= scheme.createdAt)
    .filter((times) => !known.has(times.round))
    .map((times): StepWork => ({ kind: 'pair', scheme: scheme.id, round: times.round }));
  return [...toStart, ...rounds.flatMap((round) => stepsOf(round, now))];
}

function stepsOf(round: Round, now: number): StepWork[] {
  const step = (kind: StepWork['kind']): StepWork => ({ kind, scheme: round.scheme, round: round.round });
  if (round.stage === 'closed') return [];
  if (isToClose(round, now)) return [step('close')];
  if (round.stage === 'pairing') return [step('pair')];
  const look = lookDue(round, now);
  return [...(round.stage === 'booking' ? [step('carry-out')] : []), ...(look === null ? [] : [step(look)])];
}

/** Whether to look after the whole round, or only at meetings about to begin or under way; null: neither is due. */
function lookDue(
  { answersCheckedAt, lookedAheadAt, nextMeetingAt }: Round,
  now: number,
): 'look-after' | 'look-ahead' | null {
  const since = (at: number | null) => (at === null ? Infinity : now - at);
  if (since(answersCheckedAt) >= lookEvery) return 'look-after';
  if (nextMeetingAt === null || nextMeetingAt > now + shortlyBefore) return null;
  return since(lookedAheadAt) >= lookAheadEvery ? 'look-ahead' : null;
}

/** The next instant after `now` at which a round is paired, or a meeting week begins or ends. Epoch milliseconds. */
export function nextDue(times: readonly RoundTimes[], now: number): number | null {
  const instants = times.flatMap((round) => [round.pairingAt, round.weekStart, round.weekEnd]);
  return instants.filter((at) => at > now).sort((a, b) => a - b)[0] ?? null;
}
