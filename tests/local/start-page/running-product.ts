import { openDataFolder } from '../../../local/data/data-folder.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { objectIdOf } from '../../../local/organisation/object-id.ts';
import { startProduct, type RunningProduct } from '../../../local/product.ts';
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

/**
 * The product with four people, for the tests of a `describe`; Ada is the coordinator.
 * @param now ISO 8601 instant before the meeting week of 14 December 2026
 */
export function useRunningProduct(now: string): () => RunningProduct {
  const ended: (() => Promise<void>)[] = [];
  let product: RunningProduct | null = null;
  before(async () => {
    const data = await openDataFolder(null);
    ended.push(() => data.release());
    const running = await startProduct({
      port: 0,
      data,
      keep: false,
      organisation: {
        employees: names.map(employee),
        coordinators: ['ada@x.example'],
        calendars: new Map([['ada@x.example', calendarOf('ada@x.example', adasCalendar)]]),
      },
      history: [],
      now: Date.parse(now),
      seed: 1,
      playground: false,
    });
    ended.push(() => running.stop());
    product = running;
  });
  after(async () => {
    for (const end of ended.reverse()) await end();
  });
  return () => {
    if (product === null) throw new Error('the product runs inside tests and hooks only');
    return product;
  };
}
