import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleOrganisation } from '../local/sample/sample-organisation.ts';
import { realCalendars } from '../tests/support/real-calendars.ts';
import { mutateText } from './mutate.ts';
import { planFrom } from './planning.ts';
import type { AtTheEnd, Attempt, Target } from './target.ts';

const cases = join(import.meta.dirname, '../tests/local/plan/cases');

/** Calendars that can be read, of people and programs: those of tests whose right answer is a plan with everybody in it. */
function readableCalendars(): string[] {
  const ofCases = readdirSync(cases).flatMap((name) => {
    const file = join(cases, name, 'calendars/ann@example.org.ics');
    if (!existsSync(file)) return [];
    const right = readFileSync(join(cases, name, 'case.json'), 'utf8');
    const bytes = readFileSync(file);
    const isPlain = bytes[0] !== 0xff && bytes[0] !== 0xfe;
    return isPlain && !/"refused"|unreadable/.test(right) ? [bytes.toString('utf8')] : [];
  });
  const samples = [...sampleOrganisation(Date.parse('2026-12-10T10:00:00Z')).calendars.values()].slice(0, 3);
  return [...realCalendars.map(([, , file]) => readFileSync(file, 'utf8')), ...samples, ...ofCases];
}

const words = [
  ...[
    'FREQ=YEARLY',
    'FREQ=MONTHLY',
    'FREQ=WEEKLY',
    'FREQ=DAILY',
    'FREQ=HOURLY',
    'FREQ=MINUTELY',
    'FREQ=SECONDLY',
  ],
  ...[
    'BYDAY=-1MO',
    'BYDAY=MO,TU',
    'BYMONTHDAY=31',
    'BYMONTHDAY=-1',
    'BYWEEKNO=53',
    'BYYEARDAY=366',
    'BYSETPOS=-1',
  ],
  ...[
    'BYHOUR=9',
    'BYMINUTE=0',
    'BYSECOND=60',
    'BYMONTH=2',
    'INTERVAL=2',
    'INTERVAL=0',
    'COUNT=3',
    'COUNT=0',
    'WKST=SU',
  ],
  ...[
    'UNTIL=20261231',
    'UNTIL=20261231T120000Z',
    '19700101T000000',
    '20261208',
    '20261208T100000Z',
    '00010101T000000',
  ],
  ...[
    '99991231T235959Z',
    '20261208T100000/PT1H',
    '20261208T100000/20261208T090000',
    'P1D',
    '-PT1H',
    'PT99999999H',
  ],
  ...[
    'TZID=Europe/Berlin',
    'TZID=/x/Europe/Berlin',
    'TZID="W. Europe Standard Time"',
    'TZID=Nowhere',
    'VALUE=DATE',
  ],
  ...['+0100', '-1200', '+9999', 'RANGE=THISANDFUTURE', 'FBTYPE=FREE', 'PARTSTAT=DECLINED', 'BUSY-TENTATIVE'],
  ...[
    'RRULE',
    'EXDATE',
    'RDATE',
    'DTSTART',
    'DTEND',
    'DURATION',
    'RECURRENCE-ID',
    'VEVENT',
    'VFREEBUSY',
    'VTIMEZONE',
  ],
];

/** Calendars for `npm run plan`. */
export async function calendars(atTheEnd: AtTheEnd): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'unmentoring-fuzz-'));
  atTheEnd(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'calendars'));
  const args = [
    ...['--people', join(folder, 'people.csv'), '--calendars', join(folder, 'calendars')],
    ...['--week', '2026-12-07'],
  ];
  const people = 'mail,timeZone\nann@example.org,Europe/Berlin\nbob@example.org,Europe/London\n';
  const attempt = (input: string): Attempt => ({
    input,
    throwIt: () => planFrom(folder, { 'people.csv': people, 'calendars/ann@example.org.ics': input }, args),
  });
  const seeds = readableCalendars();
  return {
    seeds: seeds.map(attempt),
    mutant: (chance) => attempt(mutateText(chance, chance.oneOf(seeds), words)),
  };
}
