import { parseCalendar } from '../../local/calendars/parse.ts';
import type { CalendarFile } from '../../local/calendars/calendar.ts';
import type { Employee } from '../../local/organisation/employee.ts';
import { objectIdOf } from '../../local/organisation/object-id.ts';

export const tenant = '11111111-1111-4111-8111-111111111111';
export const appId = '22222222-2222-4222-8222-222222222222';

/** The queue of delayed messages. */
export const laterQueue = 'later';

const minute = 60_000;
const day = 24 * 60 * minute;
/** The Monday of the meeting week, 00:00 in London. */
const weekStart = Date.parse('2026-12-14T00:00:00Z');
const zones = ['Europe/London', 'Europe/Berlin', 'Europe/Dublin', 'Europe/Helsinki'];

/** People in the offices of one country and some of its neighbours, working nine to five. */
export function staffOf(people: number): Employee[] {
  return Array.from({ length: people }, (_, i): Employee => {
    const mail = `person${i}@council.example`;
    return {
      oid: objectIdOf(mail),
      mail,
      name: `Person ${i}`,
      department: `Department ${i % 40}`,
      office: `Office ${i % 12}`,
      manager: `person${i % 100}@council.example`,
      timeZone: zones[i % zones.length] ?? 'Europe/London',
      workStart: '09:00',
      workEnd: '17:00',
      workDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
    };
  });
}

/** Three meetings of 45 to 105 minutes on every day of the meeting week, at times that differ between people. */
export function calendarsOf(staff: readonly Employee[]): Map<string, CalendarFile> {
  return new Map(
    staff.map(({ mail }, i) => {
      const events = Array.from({ length: 15 }, (_, nth) => {
        const start =
          weekStart + Math.floor(nth / 3) * day + (((i * 7 + nth * 13) % 56) * 15 + 7 * 60) * minute;
        const end = start + (45 + ((i + nth) % 5) * 15) * minute;
        return `BEGIN:VEVENT\r\nUID:${nth}\r\nDTSTART:${stamp(start)}\r\nDTEND:${stamp(end)}\r\nSUMMARY:Busy\r\nEND:VEVENT\r\n`;
      });
      const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n${events.join('')}END:VCALENDAR\r\n`;
      return [mail, { text, calendar: parseCalendar(text, `${mail}.ics`, { zone: 'Europe/London' }) }];
    }),
  );
}

/** The mailboxes that send invitations. */
export function organisersOf(mailboxes: number): { oid: string; mail: string; name: string }[] {
  return Array.from({ length: mailboxes }, (_, i) => {
    const mail = `coffee${i}@council.example`;
    return { oid: objectIdOf(mail), mail, name: 'UnMentoring' };
  });
}

function stamp(instant: number): string {
  return new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
