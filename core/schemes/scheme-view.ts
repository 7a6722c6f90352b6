import type { Scheme } from '../records/scheme.ts';
import { toIso } from '../time/instant.ts';
import { pairedBy, roundAhead } from './rounds-ahead.ts';

/** A scheme as people see it. */
export interface SchemeView {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  /** What it is for; empty: nothing is said. */
  readonly purpose: string;
  readonly cadence: Scheme['cadence'];
  /** A ground rule of its own; null: none. */
  readonly ownRule: string | null;
  /** The next round to be paired: an ISO 8601 instant, and the ISO date of the meeting week's Monday. */
  readonly next: { readonly pairingAt: string; readonly week: string };
}

/** @param now epoch milliseconds */
export function schemeView(scheme: Scheme, now: number): SchemeView {
  const next = roundAhead(scheme, now);
  return {
    id: scheme.id,
    name: scheme.name,
    minutes: scheme.minutes,
    purpose: scheme.purpose,
    cadence: scheme.cadence,
    ownRule: scheme.ownRule,
    next: { pairingAt: toIso(pairedBy(scheme, next, now)), week: next.round },
  };
}
