import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { StepWork } from '../records/work.ts';
import { nextRound } from '../schemes/round-times.ts';
import { callAt } from '../schemes/working-days.ts';
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
  const next = nextRound(scheme, Math.max(now, scheme.createdAt - 1));
  const calledAt = callAt(scheme, next);
  const later = rounds
    .filter(({ stage }) => stage !== 'calling' && stage !== 'closed')
    .flatMap((one) => [
      step('look-after', one.round, nextReadingHour(scheme, now)),
      ...(one.weekEnd > now ? [step('close', one.round, one.weekEnd)] : []),
    ]);
  return later.reduce(
    (first, other) => (other.at < first.at ? other : first),
    calledAt > now ? step('call', next.round, calledAt) : step('pair', next.round, next.pairingAt),
  );
}
