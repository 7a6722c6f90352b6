import type { StepWork } from '../records/work.ts';
import {
  nextRound,
  releasesAt,
  roundsUnderWay,
  roundTimes,
  type RoundTimes,
} from '../schemes/round-times.ts';
import { callAt, draftAt } from '../schemes/working-days.ts';
import type { Scheme } from '../records/scheme.ts';
import { isMessageDue, isToClose, lookBefore, type Round } from '../records/round.ts';
import { quarter } from '../time/interval.ts';
import { lastReadingHour } from '../schemes/reading-hours.ts';

/**
 * The steps of a scheme's rounds that are due at `now` and not done. A step stays due until it is done, so a missed or
 * doubled tick does no harm.
 * @param rounds all rounds of the scheme
 * @param now epoch milliseconds
 */
export function dueSteps(scheme: Scheme, rounds: readonly Round[], now: number): StepWork[] {
  const known = new Map(rounds.map((round) => [round.round, round]));
  const toStart = roundsUnderWay(scheme, now)
    .filter((times) => times.pairingAt >= scheme.runsFrom)
    .filter((times) => !known.has(times.round))
    .map(({ round, ...times }): StepWork => {
      const kind = releasesAt(scheme, { round, ...times }) <= now ? 'pair' : 'draft';
      return { kind, scheme: scheme.id, round };
    });
  // Rounds are numbered as they begin.
  const next = toStart.length === 0 ? [...callsOf(scheme, known, now), ...draftsOf(scheme, known, now)] : [];
  return [...toStart, ...next, ...rounds.flatMap((round) => stepsOf(scheme, round, now))];
}

/** The draft of the next round, where it is due and nothing of the round is known yet. */
function draftsOf(scheme: Scheme, known: ReadonlyMap<string, Round>, now: number): StepWork[] {
  const next = nextRound(scheme, now);
  if (known.has(next.round) || !isToDraft(scheme, next, now)) return [];
  return [{ kind: 'draft', scheme: scheme.id, round: next.round }];
}

function isToDraft(scheme: Scheme, times: RoundTimes, now: number): boolean {
  return scheme.preview !== 'none' && draftAt(scheme, times) <= now;
}

/** The call of the next round, where it is due. */
function callsOf(scheme: Scheme, known: ReadonlyMap<string, Round>, now: number): StepWork[] {
  const next = nextRound(scheme, now);
  const round = known.get(next.round);
  const isCalled = round !== undefined && (round.called !== undefined || round.stage !== 'calling');
  if (isCalled || callAt(scheme, next) > now) return [];
  return [{ kind: 'call', scheme: scheme.id, round: next.round }];
}

function stepsOf(scheme: Scheme, round: Round, now: number): StepWork[] {
  const step = (kind: StepWork['kind']): StepWork => ({ kind, scheme: round.scheme, round: round.round });
  const isToTell = isMessageDue(round, now);
  if (round.stage === 'closed') {
    if (round.figures === undefined) return [step('close')];
    return isToTell ? [step('carry-out')] : [];
  }
  if (isToClose(round, now)) return [step('close')];
  if (round.stage === 'pairing') return [step('pair')];
  if (round.stage === 'calling') {
    const times = roundTimes(scheme, round.round);
    if (round.releasedAt !== undefined || releasesAt(scheme, times) <= now) return [step('pair')];
    const isDraftDue = round.draftedAt === undefined && isToDraft(scheme, times, now);
    return [...(isDraftDue ? [step('draft')] : []), ...(isToTell ? [step('carry-out')] : [])];
  }
  const look = lookDue(scheme, round, now);
  const isToCarryOut = round.stage === 'booking' || isToTell;
  return [...(isToCarryOut ? [step('carry-out')] : []), ...(look === null ? [] : [step(look)])];
}

/**
 * Whether to read all answers of the round, or only those about meetings that begin soon; null: neither is due. All are read
 * on the hour, those of a meeting half an hour before it.
 */
function lookDue(scheme: Scheme, round: Round, now: number): 'look-after' | 'look-ahead' | null {
  const { answersCheckedAt, lookedAheadAt, nextMeetingAt } = round;
  const hour = lastReadingHour(scheme, now);
  // Once the week and all meetings are over, and their answers were read, there is nothing to look after.
  const { weekEnd, lastMeetingEndsAt } = round;
  const isOver = now >= weekEnd && answersCheckedAt !== null && answersCheckedAt >= (lastMeetingEndsAt ?? 0);
  if (isOver && nextMeetingAt === null) return null;
  if (answersCheckedAt === null || answersCheckedAt < hour) return 'look-after';
  if (nextMeetingAt === null) return null;
  const aheadAt = nextMeetingAt - lookBefore;
  if (now < aheadAt || (lookedAheadAt !== null && lookedAheadAt >= aheadAt)) return null;
  // Of a meeting at a quarter past, answers are read on the hour.
  return lastReadingHour(scheme, nextMeetingAt - quarter) > aheadAt ? null : 'look-ahead';
}

/** The next instant after `now` at which a round is paired, or a meeting week begins or ends. Epoch milliseconds. */
export function nextDue(times: readonly RoundTimes[], now: number): number | null {
  const instants = times.flatMap((round) => [round.pairingAt, round.weekStart, round.weekEnd]);
  return instants.filter((at) => at > now).sort((a, b) => a - b)[0] ?? null;
}
