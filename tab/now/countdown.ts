import type { SlotView } from '../../core/words/pairing-view.ts';
import { isoDay } from '../format/times.ts';
import type { Words } from '../words/words.ts';

type Countdown =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'tomorrow'; readonly hours: number }
  | { readonly kind: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'begun' };

/**
 * How far off a meeting is: in days of the reader's calendar, on the day before and on the day itself in hours and minutes.
 * @param at epoch milliseconds
 * @param zone the reader's, IANA
 */
export function countdownTo({ start }: Pick<SlotView, 'start'>, at: number, zone: string): Countdown {
  const minutes = Math.ceil((Date.parse(start) - at) / 60_000);
  if (minutes <= 0) return { kind: 'begun' };
  if (minutes < 60) return { kind: 'minutes', minutes };
  const days = dayNumber(Date.parse(start), zone) - dayNumber(at, zone);
  if (days > 1) return { kind: 'days', days };
  if (days === 1) return { kind: 'tomorrow', hours: Math.round(minutes / 60) };
  return { kind: 'hours', hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

export function countdownText(countdown: Countdown, words: Words): string {
  const said = words.now.countdown;
  switch (countdown.kind) {
    case 'days':
      return said.days(countdown);
    case 'tomorrow':
      return said.tomorrow(countdown);
    case 'hours':
      return said.hours(countdown);
    case 'minutes':
      return said.minutes(countdown);
    case 'begun':
      return said.begun;
  }
}

/** The number of a day in a zone, counted from 1970. */
function dayNumber(at: number, zone: string): number {
  return Date.parse(isoDay(at, zone)) / 86_400_000;
}
