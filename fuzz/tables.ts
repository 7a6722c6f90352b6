import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutateText } from './mutate.ts';
import { planFrom } from './planning.ts';
import type { AtTheEnd, Attempt, Target } from './target.ts';

const people = [
  'mail,name,department,office,manager,timeZone,workStart,workEnd,workDays,language',
  'ann@example.org,Ann,Parks,North,,Europe/London,09:00,17:00,Fri,en-GB',
  'bob@example.org,"Bob, the second",Parks,South,ann@example.org,Europe/Berlin,08:30,16:30,"Mon;Tue;Thu",de',
  'cem@example.org,Cem,Roads,South,ann@example.org,W. Europe Standard Time,10:00,18:00,,',
  'dee@example.org,Dee,Roads,North,,,,,,',
  '',
];
const history = [
  'round,a,b,met',
  '1,ann@example.org,bob@example.org,true',
  '1,cem@example.org,dee@example.org,false',
  '',
];
const exclude = ['a,b', 'ann@example.org,cem@example.org', ''];
const words = [
  ...[
    'ann@example.org',
    'bob@example.org',
    'Europe/Berlin',
    '09:00',
    '24:00',
    'Mon;Fri',
    'Sat;Sun',
    'de',
    'en',
  ],
  ...[
    'sep=;',
    ';',
    '\t',
    '""',
    'true',
    'false',
    '1',
    '=1+1',
    'mail',
    'round',
    'met',
    'a',
    'b',
    'timeZone',
    'workDays',
  ],
];

type Tables = Readonly<Record<'people.csv' | 'history.csv' | 'exclude.csv', string>>;

/** CSV files for `npm run plan`. */
export async function tables(atTheEnd: AtTheEnd): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'unmentoring-fuzz-'));
  atTheEnd(() => rm(folder, { recursive: true }));
  const option = (name: string) => [`--${name}`, join(folder, `${name}.csv`)];
  const args = [...['people', 'history', 'exclude'].flatMap(option), '--week', '2026-12-07'];
  const attempt = (input: Tables): Attempt => ({ input, throwIt: () => planFrom(folder, input, args) });
  const [comma, semicolon] = [',', ';'].map((separator): Tables => {
    const text = (rows: readonly string[]) =>
      rows.map((row) => row.replaceAll(/,(?! )/g, separator)).join('\r\n');
    return { 'people.csv': text(people), 'history.csv': text(history), 'exclude.csv': text(exclude) };
  });
  const seeds = [comma, semicolon].filter((seed) => seed !== undefined);
  return {
    seeds: seeds.map(attempt),
    mutant(chance) {
      const seed = chance.oneOf(seeds);
      const name = chance.oneOf(['people.csv', 'people.csv', 'history.csv', 'exclude.csv'] as const);
      return attempt({ ...seed, [name]: mutateText(chance, seed[name], words) });
    },
  };
}
