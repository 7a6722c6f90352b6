import { wasMissed } from '../rounds/held.ts';
import type { Nudge, PairingRecord } from '../records/pairing.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { nthWorkingDay } from '../schemes/working-days.ts';
import { minute } from '../time/interval.ts';

/** How long after a meeting's end its members are asked whether they met: milliseconds. */
const askAfter = 10 * minute;

/**
 * The most questions about one pairing. With the message that they are paired, nobody gets more than four. Those who
 * were asked before the round too get one less.
 */
export const mostAsked = 3;

/** How many questions the members of a pairing were asked. */
export function questionsAsked({ nudged }: PairingRecord): number {
  return nudged.filter(({ asked }) => asked).length;
}

/** A question that is due, and the start of the meeting that it is about. */
export interface DueNudge {
  readonly nudge: Nudge;
  /** Epoch milliseconds. */
  readonly start: number;
  /** When it is asked at the earliest; for `before`, each member's own hours decide. */
  readonly at: number;
}

/**
 * The question about a pairing that is to be asked next, as far as its record tells; null: none.
 * @param until when this is decided again, at the latest: what falls due until then is due. Epoch milliseconds, as `now`.
 */
export function dueNudge(
  { scheme, round, now, until }: { scheme: Scheme; round: Round; now: number; until: number },
  pairing: PairingRecord,
): DueNudge | null {
  if (questionsAsked(pairing) >= mostAsked) return null;
  const isAsked = (nudge: Nudge, start: number) =>
    pairing.nudged.some((one) => one.nudge === nudge && one.start === start);
  const due = (nudge: Nudge, start: number, at: number) =>
    at > until || isAsked(nudge, start) ? null : { nudge, start, at };

  if (pairing.state === 'suggested') {
    // Those who were offered times in the week itself need no reminder of them.
    const isOpen = now < round.weekEnd && pairing.readAt < round.weekStart;
    return isOpen ? due('choose', round.weekStart, nthWorkingDay(scheme, round.weekStart, 1)) : null;
  }
  if (pairing.state !== 'booked') return null;
  const { start, end } = pairing.event.slot;
  // Those who were asked whether they met have just chosen the time to make up for it.
  const isMadeUp = pairing.nudged.some(({ nudge }) => nudge === 'met' || nudge === 'again');
  // Until it is known when they are to be reminded, that is worked out.
  const remindAt = pairing.remindAt?.start === start ? pairing.remindAt.at : now;
  const before = start > now && !isMadeUp ? due('before', start, remindAt) : null;
  if (before !== null) return before;
  const met = due('met', start, end + askAfter);
  if (met !== null) return met;
  return now >= round.weekEnd && wasMissed(pairing, now) ? due('again', start, round.weekEnd) : null;
}
