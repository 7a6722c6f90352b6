import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { StepWork } from '../records/work.ts';
import {
  nextRound,
  nextRoundAfter,
  releasesAt,
  roundTimes,
  type RoundTimes,
} from '../schemes/round-times.ts';
import { callAt, draftAt } from '../schemes/working-days.ts';
import { dueSteps } from './due-steps.ts';
import { nextReadingHour } from '../schemes/reading-hours.ts';

interface NextStep {
  readonly step: StepWork;
  /** In epoch milliseconds. */
  readonly at: number;
}

/**
 * The next step of a scheme's rounds, and when it falls due: at `now` when it is due already.
 * @param rounds all rounds of the scheme
 * @param now epoch milliseconds
 */
export function nextStep(scheme: Scheme, rounds: readonly Round[], now: number): NextStep {
  const step = (kind: StepWork['kind'], round: string, at: number): NextStep => ({
    step: { kind, scheme: scheme.id, round },
    at,
  });
  const [due] = dueSteps(scheme, rounds, now);
  if (due !== undefined) return { step: due, at: now };
  const next = nextRound(scheme, Math.max(now, scheme.runsFrom - 1));
  // It may be released, and so paired, before its pairing time.
  const isPaired = rounds.some(({ round, stage }) => round === next.round && stage !== 'calling');
  const later = rounds.flatMap((one) => {
    if (one.stage === 'closed') return [];
    if (one.stage === 'calling')
      return [step('pair', one.round, releasesAt(scheme, roundTimes(scheme, one.round)))];
    const closing = one.weekEnd > now ? [step('close', one.round, one.weekEnd)] : [];
    return [step('look-after', one.round, nextReadingHour(scheme, now)), ...closing];
  });
  const coming = isPaired ? nextRoundAfter(scheme, next.round) : next;
  return later.reduce((first, other) => (other.at < first.at ? other : first), firstOf(coming));

  function firstOf(times: RoundTimes): NextStep {
    const steps = [
      step('call', times.round, callAt(scheme, times)),
      ...(scheme.preview === 'none' ? [] : [step('draft', times.round, draftAt(scheme, times))]),
    ];
    return steps.find(({ at }) => at > now) ?? step('pair', times.round, releasesAt(scheme, times));
  }
}
