import type { SlotView } from './pairing-view.ts';

/** A stretch of time as a reader sees it: in their zone, in their language. */
interface SlotText {
  /** Weekday and date, such as "Tuesday 8 December 2026". */
  readonly day: string;
  readonly from: string;
  readonly to: string;
  /** The zone's name at that moment, such as "British Summer Time". */
  readonly zone: string;
}

/** A partner whose clock shows something else than the reader's, with their time and, when it differs, their day. */
export interface OtherTime {
  readonly name: string;
  readonly slot: SlotText;
  readonly sameDay: boolean;
}

/**
 * `slot` in an IANA `zone`. `tag` is the BCP 47 tag that dates and times are written in.
 * @throws RangeError when the zone is unknown.
 */
export function slotText(slot: SlotView, zone: string, tag: string): SlotText {
  return {
    day: dayFormat(tag, zone).format(new Date(slot.start)),
    from: timeFormat(tag, zone).format(new Date(slot.start)),
    to: timeFormat(tag, zone).format(new Date(slot.end)),
    zone: zoneName(slot.start, zone, tag),
  };
}

/** Day and time of an instant in a zone as a button has room for, such as "Tue 8 Dec, 10:00". */
export function shortText(instant: string, zone: string, tag: string): string {
  return dateTimeFormat(tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
  }).format(new Date(instant));
}

/** The day of an instant in a zone, such as "Thursday 3 December 2026". */
export function dayText(instant: string, zone: string, tag: string): string {
  return dayFormat(tag, zone).format(new Date(instant));
}

/** The day of the week of an instant in a zone, such as "Thursday". */
export function weekdayText(instant: string, zone: string, tag: string): string {
  return dateTimeFormat(tag, { weekday: 'long', timeZone: zone }).format(new Date(instant));
}

/** Whether one instant lies, by a zone's clock, on the day of another one, on the day after it, or elsewhere. */
export function dayAfter(instant: string, other: string, zone: string): 'today' | 'tomorrow' | 'later' {
  const format = dateTimeFormat('sv', { timeZone: zone });
  const [day, from] = [instant, other].map((one) => Date.parse(format.format(new Date(one))));
  if (day === from) return 'today';
  return day !== undefined && from !== undefined && day - from === 86_400_000 ? 'tomorrow' : 'later';
}

/** An ISO date in words, such as "14 January 2027": a date has no zone. */
export function dateText(date: string, tag: string): string {
  return dateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** Whole minutes of a slot. */
export function minutesOf(slot: SlotView): number {
  return Math.round((Date.parse(slot.end) - Date.parse(slot.start)) / 60_000);
}

/** Names joined as the language does: "Ann, Ben and Cy". */
export function listText(names: readonly string[], tag: string): string {
  const format = listFormats.get(tag) ?? new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' });
  listFormats.set(tag, format);
  return format.format(names);
}
const listFormats = new Map<string, Intl.ListFormat>();

/** Each partner's time where it differs from the reader's at that moment, whatever their zones are called. */
export function timesOfPartners(
  slot: SlotView,
  partners: readonly { readonly name: string; readonly zone: string }[],
  zone: string,
  tag: string,
): readonly OtherTime[] {
  const mine = slotText(slot, zone, tag);
  return partners
    .map(({ name, zone: theirs }) => ({ name, slot: slotText(slot, theirs, tag) }))
    .filter((other) => other.slot.from !== mine.from || other.slot.day !== mine.day)
    .map((other) => ({ ...other, sameDay: other.slot.day === mine.day }));
}

function dayFormat(tag: string, timeZone: string): Intl.DateTimeFormat {
  return dateTimeFormat(tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
}

function timeFormat(tag: string, timeZone: string): Intl.DateTimeFormat {
  return dateTimeFormat(tag, { timeStyle: 'short', timeZone });
}

function zoneName(instant: string, timeZone: string, tag: string): string {
  const parts = dateTimeFormat(tag, { timeZone, timeZoneName: 'long' }).formatToParts(new Date(instant));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are cached: making one is slow and takes memory, and there are few languages and zones. */
function dateTimeFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([tag, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tag, options);
  formats.set(key, format);
  return format;
}
