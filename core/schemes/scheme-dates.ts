import type { Ports } from '../ports/ports.ts';
import type { Round } from '../records/round.ts';
import { toIso } from '../time/instant.ts';
import { nextRound, nextRoundAfter, roundTimes, type RoundTimes } from './round-times.ts';
import type { CalendarSettings, SchemeDates } from './settings-schemas.ts';
import { callAt, draftAt } from './working-days.ts';

/** The next three rounds of a scheme with such settings. */
export function nextDates(calendar: CalendarSettings, { now }: Pick<Ports, 'now'>): SchemeDates {
  return nextThree(calendar, now()).map((times) => ({
    round: times.round,
    calledAt: toIso(callAt(calendar, times)),
    draftAt: calendar.preview === 'none' ? null : toIso(draftAt(calendar, times)),
    pairingAt: toIso(times.pairingAt),
    weekStart: toIso(times.weekStart),
    weekEnd: toIso(times.weekEnd),
  }));
}

/**
 * Whether each round would be paired in the future, and not before the meeting week of the one before it is over.
 * @param rounds all that are stored of the scheme: those that are not over stay
 * @param now epoch milliseconds
 */
export function fitTogether(calendar: CalendarSettings, rounds: readonly Round[], now: number): boolean {
  const running = rounds.filter(({ stage, weekEnd }) => stage !== 'closed' && weekEnd > now);
  const isPaired = (id: string) => running.some(({ round, stage }) => round === id && stage !== 'calling');
  const all = [...running.map(({ round }) => roundTimes(calendar, round)), ...nextThree(calendar, now)];
  const inOrder = [...new Map(all.map((times) => [times.round, times])).values()].sort(
    (a, b) => a.weekStart - b.weekStart,
  );
  return inOrder.every(({ round, pairingAt }, i) => {
    const weekBeforeEnds = inOrder[i - 1]?.weekEnd ?? 0;
    return isPaired(round) || (pairingAt > now && pairingAt >= weekBeforeEnds);
  });
}

function nextThree(calendar: CalendarSettings, now: number): readonly RoundTimes[] {
  const first = nextRound(calendar, now);
  const second = nextRoundAfter(calendar, first.round);
  return [first, second, nextRoundAfter(calendar, second.round)];
}
