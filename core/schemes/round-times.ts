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

/** Rounds around a month: working them out takes a millisecond, and every answer in the chat names the next one. */
const known = new Map<string, readonly RoundTimes[]>();

/** The rounds whose meeting week begins in the months around an instant (epoch milliseconds), in order. */
function roundsAround(scheme: Calendar, instant: number): readonly RoundTimes[] {
  const month = Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(scheme.zone)
    .toPlainDate()
    .toPlainYearMonth();
  const key = JSON.stringify([month, scheme.zone, scheme.cadence, scheme.pairing]);
  const rounds = known.get(key) ?? roundsOf(scheme, month);
  known.set(key, rounds);
  return rounds;
}

function roundsOf(scheme: Calendar, month: Temporal.PlainYearMonth): RoundTimes[] {
  const { cadence } = scheme;
  const months = monthsAround.map((distance) => month.add({ months: distance }));
  if (cadence.kind === 'monthly') return months.map((one) => roundOfMonth(scheme, one, cadence.week));
  const from = Temporal.PlainDate.from(cadence.from);
  return months.flatMap((one) => {
    const first = one.toPlainDate({ day: 1 });
    // The first of the month's Mondays that lies a multiple of the rhythm from `from`, backwards too.
    const rhythm = 7 * cadence.every;
    const beyond = ((first.since(from).days % rhythm) + rhythm) % rhythm;
    const mondays: RoundTimes[] = [];
    for (
      let day = first.add({ days: (rhythm - beyond) % rhythm });
      day.month === one.month;
      day = day.add({ days: rhythm })
    )
      mondays.push(roundTimes(scheme, day.toString()));
    return mondays;
  });
}

function roundOfMonth(scheme: Calendar, month: Temporal.PlainYearMonth, week: number): RoundTimes {
  const first = month.toPlainDate({ day: 1 });
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
