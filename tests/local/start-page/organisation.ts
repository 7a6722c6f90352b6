import type { Employee } from '../../../local/organisation/employee.ts';
import { objectIdOf } from '../../../local/organisation/object-id.ts';
import type { Organisation } from '../../../local/organisation/organisation.ts';
import { calendarOf, employee as anEmployee } from '../../support/emulated-graph.ts';

const names = ['Ada Lovelace', 'Ben Okafor', 'Cleo Marsh', 'Dev Patel'] as const;

/** `Ada Lovelace` has the mail `ada@x.example`. */
function employee(name: string): Employee {
  const mail = `${name.split(' ')[0]?.toLowerCase() ?? ''}@x.example`;
  const timeZone = name.startsWith('Cleo') ? 'W. Europe Standard Time' : 'Europe/London';
  const [department, office] = ['Digital', 'Leeds'];
  return anEmployee(name, { oid: objectIdOf(mail), mail, timeZone, department, office });
}

/** Ada's own entries of the meeting week: two at the same time, and a day of leave with another entry on it. */
const adasCalendar = [
  ...entry('board', 'Board', 'DTSTART:20261214T100000Z', 'DTEND:20261214T113000Z'),
  ...entry('call', 'Call', 'DTSTART:20261214T110000Z', 'DTEND:20261214T120000Z'),
  ...entry('home', 'At home', 'DTSTART;VALUE=DATE:20261218', 'DTEND;VALUE=DATE:20261219'),
  ...entry('leave', 'Leave', 'DTSTART;VALUE=DATE:20261218', 'DTEND;VALUE=DATE:20261219'),
];

function entry(uid: string, summary: string, ...times: readonly string[]): string[] {
  const stamp = 'DTSTAMP:20261101T000000Z';
  return ['BEGIN:VEVENT', `UID:${uid}`, stamp, ...times, `SUMMARY:${summary}`, 'END:VEVENT'];
}

/** Four people; Ada is the coordinator. */
export const organisation: Organisation = {
  employees: names.map(employee),
  coordinators: ['ada@x.example'],
  calendars: new Map([['ada@x.example', calendarOf('ada@x.example', adasCalendar)]]),
};
