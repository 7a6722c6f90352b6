// Computes the layout of a week of events: day, height, and lanes where they overlap. Nothing is drawn here.
import type { CalendarEvent } from '../api.ts';
import { dateIn, minuteOfDay, minutesOf, plusDays } from '../times.ts';

export interface Block {
  readonly event: CalendarEvent;
  /** ISO 8601 with a zone, unlike Graph's. */
  readonly start: string;
  readonly end: string;
  /** Minutes since midnight on the person's clock, within the day. */
  readonly from: number;
  readonly to: number;
  /** The number of lanes, and the lane of this block, counted from 0. */
  readonly lanes: number;
  readonly lane: number;
}

export interface Day {
  /** ISO date. */
  readonly date: string;
  readonly allDay: readonly CalendarEvent[];
  /** In order of their start. */
  readonly blocks: readonly Block[];
}

export interface Week {
  readonly days: readonly Day[];
  /** The hours of a day that are shown, in whole hours. */
  readonly from: number;
  readonly to: number;
}

interface Person {
  readonly zone: string;
  readonly workStart: string;
  readonly workEnd: string;
}

/**
 * The layout of the week that begins on `monday` (ISO date), on somebody's calendar. Saturday and Sunday are shown
 * only when they have events.
 */
export function layOut(events: readonly CalendarEvent[], monday: string, person: Person): Week {
  const days = Array.from({ length: 7 }, (_, index) => dayOf(events, plusDays(monday, index), person.zone));
  const shown = days.filter((day, index) => index < 5 || day.blocks.length > 0 || day.allDay.length > 0);
  const blocks = shown.flatMap((day) => day.blocks);
  const [start, end] = [minutesOf(person.workStart), minutesOf(person.workEnd)];
  const [first, last] = end > start ? [start, end] : [0, 24 * 60];
  return {
    days: shown,
    from: Math.floor(Math.min(first, ...blocks.map(({ from }) => from)) / 60),
    to: Math.ceil(Math.max(last, ...blocks.map(({ to }) => to)) / 60),
  };
}

function dayOf(events: readonly CalendarEvent[], date: string, zone: string): Day {
  const timed = events
    .filter(({ isAllDay }) => !isAllDay)
    .map((event) => ({ event, start: instant(event.start), end: instant(event.end) }))
    .filter(({ start, end }) => dateIn(start, zone) <= date && date <= dateIn(Date.parse(end) - 1, zone))
    .map(({ event, start, end }) => ({
      event,
      start,
      end,
      from: dateIn(start, zone) < date ? 0 : minuteOfDay(start, zone),
      to: dateIn(end, zone) > date ? 24 * 60 : minuteOfDay(end, zone),
    }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  return {
    date,
    allDay: events.filter((event) => event.isAllDay && coversDay(event, date, zone)),
    blocks: sideBySide(timed),
  };
}

function coversDay(event: CalendarEvent, date: string, zone: string): boolean {
  const last = dateIn(Date.parse(instant(event.end)) - 1, zone);
  return dateIn(instant(event.start), zone) <= date && date <= last;
}

/**
 * Puts each block into a lane that is free when it starts. All blocks of an overlapping cluster have the same number
 * of lanes.
 */
function sideBySide(timed: readonly Omit<Block, 'lane' | 'lanes'>[]): Block[] {
  const placed: Block[] = [];
  let cluster: Omit<Block, 'lanes'>[] = [];
  const close = (): void => {
    const lanes = Math.max(0, ...cluster.map(({ lane }) => lane + 1));
    placed.push(...cluster.map((block) => ({ ...block, lanes })));
    cluster = [];
  };
  for (const block of timed) {
    if (cluster.every(({ to }) => to <= block.from)) close();
    const taken = new Set(cluster.filter(({ to }) => to > block.from).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    cluster.push({ ...block, lane });
  }
  close();
  return placed;
}

/** The instant of Graph's `2026-12-14T10:00:00.0000000`, whose zone is written beside it. */
export function instant({ dateTime }: CalendarEvent['start']): string {
  return `${dateTime.slice(0, 19)}Z`;
}
