import { Temporal } from 'temporal-polyfill';
import type { Scheme } from './scheme.ts';

/** When a round of a scheme happens. `round` is its id: the ISO date of the meeting week's Monday. Instants in epoch milliseconds. */
export interface RoundTimes {
  readonly round: string;
  readonly pairingAt: number;
  readonly weekStart: number;
  /** The next Monday 00:00 in the scheme's zone: not part of the week. */
  readonly weekEnd: number;
}

type Calendar = Pick<Scheme, 'zone' | 'cadence' | 'pairing'>;

/**
 * The rounds whose meeting week begins in a month of the scheme's zone or the `months - 1` months after it, in order.
 * @param from epoch milliseconds; the first month is the one before it, so a round that spans two months is not missed
 */
function roundsAround(scheme: Calendar, from: number, months = 4): RoundTimes[] {
  const first = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(scheme.zone)
    .toPlainDate()
    .toPlainYearMonth()
    .subtract({ months: 1 });
  return Array.from({ length: months }, (_, i) => roundOfMonth(scheme, first.add({ months: i })));
}

function roundOfMonth(scheme: Calendar, month: Temporal.PlainYearMonth): RoundTimes {
  const first = month.toPlainDate({ day: 1 });
  const toMonday = (8 - first.dayOfWeek) % 7;
  return roundTimes(scheme, first.add({ days: toMonday + 7 * (scheme.cadence.week - 1) }).toString());
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

/** The first round whose pairing is after `now`. */
export function nextRound(scheme: Calendar, now: number): RoundTimes {
  const next = roundsAround(scheme, now).find((round) => round.pairingAt > now);
  if (next === undefined) throw new Error(`no round of the scheme follows ${new Date(now).toISOString()}`);
  return next;
}

/** The rounds that are under way at `now`: pairing time reached, meeting week not over. In order. */
export function roundsUnderWay(scheme: Calendar, now: number): RoundTimes[] {
  return roundsAround(scheme, now).filter((round) => round.pairingAt <= now && now < round.weekEnd);
}
