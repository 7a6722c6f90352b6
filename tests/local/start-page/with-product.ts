import { openDataFolder } from '../../../local/data/data-folder.ts';
import type { CalendarFile } from '../../../local/calendars/calendar.ts';
import { parseCalendar } from '../../../local/calendars/parse.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { objectIdOf } from '../../../local/organisation/object-id.ts';
import { startProduct, type RunningProduct } from '../../../local/product.ts';

const names = ['Ada Lovelace', 'Ben Okafor', 'Cleo Marsh', 'Dev Patel'] as const;

/** `Ada Lovelace` has the mail `ada@x.example`. */
function employee(name: string): Employee {
  const mail = `${name.split(' ')[0]?.toLowerCase() ?? ''}@x.example`;
  return {
    oid: objectIdOf(mail),
    mail,
    name,
    department: 'Digital',
    office: 'Leeds',
    timeZone: name.startsWith('Cleo') ? 'W. Europe Standard Time' : 'Europe/London',
    workStart: '09:00',
    workEnd: '17:00',
    workDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  };
}

/** Ada's own entries of the meeting week: two at once, and a day of leave on which something else lies. */
const adasCalendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//tests//start page//EN',
  ...entry('board', 'Board', 'DTSTART:20261214T100000Z', 'DTEND:20261214T113000Z'),
  ...entry('call', 'Call', 'DTSTART:20261214T110000Z', 'DTEND:20261214T120000Z'),
  ...entry('home', 'At home', 'DTSTART;VALUE=DATE:20261218', 'DTEND;VALUE=DATE:20261219'),
  ...entry('leave', 'Leave', 'DTSTART;VALUE=DATE:20261218', 'DTEND;VALUE=DATE:20261219'),
  'END:VCALENDAR',
  '',
].join('\r\n');

function entry(uid: string, summary: string, ...times: readonly string[]): string[] {
  const stamp = 'DTSTAMP:20261101T000000Z';
  return ['BEGIN:VEVENT', `UID:${uid}`, stamp, ...times, `SUMMARY:${summary}`, 'END:VEVENT'];
}

function calendars(): Map<string, CalendarFile> {
  const calendar = parseCalendar(adasCalendar, 'ada.ics', { zone: 'Europe/London' });
  return new Map([['ada@x.example', { text: adasCalendar, calendar }]]);
}

/** The product with four people, on the Monday before the meeting week; Ada is the coordinator. */
export async function withProduct(use: (product: RunningProduct) => Promise<void>): Promise<void> {
  const data = await openDataFolder(null);
  try {
    const product = await startProduct({
      port: 0,
      data,
      keep: false,
      organisation: {
        employees: names.map(employee),
        coordinators: ['ada@x.example'],
        calendars: calendars(),
      },
      history: [],
      now: Date.parse('2026-12-07T08:00:00Z'),
      seed: 1,
      playground: false,
    });
    try {
      await use(product);
    } finally {
      await product.stop();
    }
  } finally {
    await data.release();
  }
}
