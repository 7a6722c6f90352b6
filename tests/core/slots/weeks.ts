import type { Interval } from '../../../core/time/interval.ts';
import { meetingWeek, type MeetingWeek } from '../../../core/time/meeting-week.ts';
import type { Hours } from '../../../core/time/hours.ts';
import { memberWeek, type MemberWeek } from '../../../core/slots/member-week.ts';
import type { SlotRules } from '../../../core/slots/score.ts';

/** Monday 14 to Sunday 20 December 2026 in London, where clocks show UTC. */
export const week = meetingWeek('2026-12-14', 'Europe/London');

/** On the Thursday before. */
export const rules: SlotRules = {
  week,
  lunch: { start: '12:00', end: '13:00' },
  now: Date.parse('2026-12-10T10:00:00Z'),
};

export interface Known extends Partial<Hours> {
  /** `2026-12-15T09:00/10:30`, in UTC. */
  readonly busy?: readonly string[];
  readonly preferred?: MemberWeek['hours'];
  readonly awkward?: number;
  readonly lengths?: readonly number[];
  readonly notBefore?: string;
  readonly week?: MeetingWeek;
}

/** The week of somebody who works from 09:00 to 17:00 on the days from Monday to Friday, in London. */
export function weekOf({
  busy = [],
  preferred = 'either',
  awkward = 0,
  lengths = [30, 45, 60],
  notBefore,
  week: theirs = week,
  ...hours
}: Known = {}): MemberWeek {
  return memberWeek(theirs, lengths, {
    hours: {
      zone: 'Europe/London',
      days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
      start: '09:00',
      end: '17:00',
      ...hours,
    },
    busy: busy.map(span),
    preferred,
    awkward,
    ...(notBefore !== undefined && { notBefore: Date.parse(notBefore) }),
  });
}

/** `2026-12-15T09:00/10:30` is an hour and a half of that day, in UTC. */
export function span(text: string): Interval {
  const [start = '', until = ''] = text.split('/');
  const end = until.includes('T') ? until : `${start.slice(0, 11)}${until}`;
  return { start: Date.parse(`${start}Z`), end: Date.parse(`${end}Z`) };
}
