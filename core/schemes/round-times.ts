import { Temporal } from 'temporal-polyfill';
import type { Scheme } from '../records/scheme.ts';
import { toIso } from '../time/instant.ts';

/** When a round of a scheme happens. Instants in epoch milliseconds. */
export interface RoundTimes {
  /** The round's id: the ISO date of the meeting week's Monday. */
  readonly round: string;
  readonly pairingAt: number;
  readonly weekStart: number;
  /** The next Monday, 00:00 in the scheme's zone. */
  readonly weekEnd: number;
}

type Calendar = Pick<Scheme, 'zone' | 'cadence' | 'pairing'>;

/** In months: the month before, whose last round may still run, the month itself, and the two after it. */
const monthsAround = [-1, 0, 1, 2];

/** The round whose week began last, and the three after it: of every two weeks, the third may be paired already. */
const turnsAround = [0, 1, 2, 3];

/** Rounds around a day: working them out takes a millisecond, and every answer in the chat names the next one. */
const known = new Map<string, readonly RoundTimes[]>();
const mostKnown = 1000;

/** The rounds whose meeting week begins around an instant (epoch milliseconds), in order. */
function roundsAround(scheme: Calendar, instant: number): readonly RoundTimes[] {
  const { zone, cadence, pairing } = scheme;
  const today = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
  const turn = cadence.kind === 'monthly' ? today.with({ day: 1 }) : lastTurn(cadence, today);
  const key = JSON.stringify([turn, zone, cadence, pairing]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const rounds =
    cadence.kind === 'monthly'
      ? monthsAround.map((months) => roundOfMonth(scheme, turn.add({ months }), cadence.week))
      : turnsAround.map((n) => roundTimes(scheme, turn.add({ weeks: n * cadence.every }).toString()));
  if (known.size >= mostKnown) known.clear();
  known.set(key, rounds);
  return rounds;
}

/** The last Monday, at or before a day, that is a multiple of the rhythm before or after `from`. */
function lastTurn(
  { every, from }: { readonly every: number; readonly from: string },
  day: Temporal.PlainDate,
) {
  const first = Temporal.PlainDate.from(from);
  return first.add({ weeks: every * Math.floor(first.until(day).days / (7 * every)) });
}

/** @param first the first day of the month */
function roundOfMonth(scheme: Calendar, first: Temporal.PlainDate, week: number): RoundTimes {
  const toMonday = (8 - first.dayOfWeek) % 7;
  return roundTimes(scheme, first.add({ days: toMonday + 7 * (week - 1) }).toString());
}

/** The times of the round whose meeting week begins on `monday` (ISO date). */
export function roundTimes(scheme: Calendar, monday: string): RoundTimes {
  const start = Temporal.PlainDate.from(monday);
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(scheme.zone).epochMilliseconds;
  const pairingDay = start.subtract({ days: scheme.pairing.daysBefore });
  return {
    round: start.toString(),
    pairingAt: pairingDay.toZonedDateTime({ timeZone: scheme.zone, plainTime: scheme.pairing.at })
      .epochMilliseconds,
    weekStart: midnight(start),
    weekEnd: midnight(start.add({ days: 7 })),
  };
}

/** When a round is paired by itself, unless a coordinator releases it before: epoch milliseconds. */
export function releasesAt({ preview }: Pick<Scheme, 'preview'>, times: RoundTimes): number {
  return preview === 'waits' ? times.weekStart : times.pairingAt;
}

/** The first round whose pairing is after `now` (epoch milliseconds). */
export function nextRound(scheme: Calendar, now: number): RoundTimes {
  const next = roundsAround(scheme, now).find((round) => round.pairingAt > now);
  if (next === undefined) throw new Error(`no round of the scheme follows ${toIso(now)}`);
  return next;
}

/** The rounds whose pairing time has come and whose week is not over at `now` (epoch milliseconds), in order. */
export function roundsUnderWay(scheme: Calendar, now: number): RoundTimes[] {
  return roundsAround(scheme, now).filter((round) => round.pairingAt <= now && now < round.weekEnd);
}

/** The first round whose meeting week begins after the Monday (ISO date) of another. */
export function nextRoundAfter(scheme: Calendar, monday: string): RoundTimes {
  const { weekStart } = roundTimes(scheme, monday);
  const next = roundsAround(scheme, weekStart).find((round) => round.weekStart > weekStart);
  if (next === undefined) throw new Error(`no round of the scheme follows that of ${monday}`);
  return next;
}
