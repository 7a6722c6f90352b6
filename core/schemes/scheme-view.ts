import type { Scheme } from '../records/scheme.ts';
import { toIso } from '../time/instant.ts';
import { nextRound } from './round-times.ts';

/** A scheme as people see it. */
export interface SchemeView {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  /** The meeting week begins on this Monday of every month, 1 to 4; null: it is not by the month. */
  readonly monday: number | null;
  /** The next round to be paired: an ISO 8601 instant, and the ISO date of the meeting week's Monday. */
  readonly next: { readonly pairingAt: string; readonly week: string };
}

/** @param now epoch milliseconds */
export function schemeView(scheme: Scheme, now: number): SchemeView {
  const next = nextRound(scheme, now);
  return {
    id: scheme.id,
    name: scheme.name,
    minutes: scheme.minutes,
    monday: scheme.cadence.kind === 'monthly' ? scheme.cadence.week : null,
    next: { pairingAt: toIso(next.pairingAt), week: next.round },
  };
}
