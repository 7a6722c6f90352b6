import { latestClosing, lookBefore, type Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { StepWork } from '../records/work.ts';
import { releasesAt, roundTimes } from '../schemes/round-times.ts';
import { callAt, draftAt } from '../schemes/working-days.ts';
import { hour } from '../time/interval.ts';
import { dueSteps } from './due-steps.ts';
import { nextReadingHour } from '../schemes/reading-hours.ts';

/** A step that should have been done long ago: ticks were missed, or it fails each time. */
export interface OverdueStep {
  readonly step: StepWork;
  /** Since when it is due, in epoch milliseconds. */
  readonly since: number;
}

/** Milliseconds after which a step counts as overdue: an hour, four ticks. */
const patience = hour;
/** One mailbox needs hours for the invitations of thousands of people. Within a day all are out. */
const patienceOfBooking = 24 * hour;

/**
 * The steps of a scheme's rounds that are due for more than an hour at `now` (booking: for more than a day).
 * @param rounds all rounds of the scheme
 * @param now epoch milliseconds
 */
export function overdueSteps(scheme: Scheme, rounds: readonly Round[], now: number): OverdueStep[] {
  return dueSteps(scheme, rounds, now)
    .map((step) => ({ step, since: dueSince(scheme, rounds, step) }))
    .filter(({ step, since }) => now - since > (step.kind === 'carry-out' ? patienceOfBooking : patience));
}

/** When a step that is due became due, in epoch milliseconds. */
function dueSince(scheme: Scheme, rounds: readonly Round[], step: StepWork): number {
  const times = roundTimes(scheme, step.round);
  if (step.kind === 'draft') return Math.max(draftAt(scheme, times), scheme.runsFrom);
  if (step.kind === 'call') return Math.max(callAt(scheme, times), scheme.runsFrom);
  const round = rounds.find((one) => one.round === step.round);
  const pairedAt = round?.releasedAt ?? releasesAt(scheme, times);
  if (round === undefined) return pairedAt;
  switch (step.kind) {
    case 'close':
      return closingSince(round);
    case 'look-ahead':
      return (round.nextMeetingAt ?? pairedAt) - lookBefore;
    case 'look-after':
      // A round that was paired late was not to be looked after before.
      return nextReadingHour(scheme, round.answersCheckedAt ?? Math.max(pairedAt, round.directoryReadAt));
    case 'carry-out':
      return round.stage === 'booking' ? pairedAt : (round.nextMessageAt ?? pairedAt);
    default:
      return pairedAt;
  }
}

function closingSince(round: Round): number {
  const { weekEnd, answersCheckedAt, lastMeetingEndsAt } = round;
  const isChecked = answersCheckedAt !== null && answersCheckedAt >= weekEnd;
  if (!isChecked || lastMeetingEndsAt === null) return weekEnd;
  return Math.max(weekEnd, Math.min(lastMeetingEndsAt, latestClosing(round)));
}
