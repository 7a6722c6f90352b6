// Plans a week with every calendar of a folder, as it is and mutated: node scripts/plan-calendars.ts FOLDER [SEED]
// Each calendar belongs to one person. The plan must end with status 0, whatever the calendars say.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Mutants of each calendar. */
const mutants = 50;
const week = '2026-12-07';
/** Values that mean trouble in one place or another. */
const odd = [
  ...[
    '',
    '0',
    '-1',
    '99999999999999999999',
    'P-1D',
    '+0500',
    'TZID=Mars/Phobos',
    'VALUE=DATE',
    'é\u0000\uFFFD',
  ],
  ...[
    '00010101T000000',
    '99991231T235959Z',
    '20261208',
    '20261207T230000Z',
    '20260230',
    'BEGIN:VEVENT',
    ':',
    ';',
    '"',
  ],
  ...[
    'RRULE:FREQ=SECONDLY',
    'RRULE:FREQ=YEARLY;BYWEEKNO=-1',
    'COUNT=2147483647',
    'INTERVAL=0',
    'FREQ=HOURLY',
  ],
];

const [folder, seed = '1'] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node scripts/plan-calendars.ts FOLDER [SEED]');
const random = xoroshiro128plus(Number(seed));
const below = (limit: number): number => uniformInt(random, 0, Math.max(0, limit - 1));
const oneOf = <T>(items: readonly [T, ...T[]] | readonly T[]): T | undefined => items[below(items.length)];

/** Changes one to four places of a calendar. Its first line stays: without it the file would be no calendar. */
function mutated(text: string): string {
  const [first = '', ...lines] = text.split(/(?<=\n)/);
  for (let changes = 1 + below(4); changes > 0; changes--) {
    const at = below(lines.length);
    const line = lines[at] ?? '';
    const cut = below(line.length);
    const changed: readonly (readonly string[])[] = [
      [],
      [line, line],
      [line.trimEnd()],
      [line.slice(0, cut), `\r\n${line.slice(cut)}`],
      [line.slice(0, cut) + line.slice(cut + 1)],
      [line.slice(0, cut) + String.fromCharCode(32 + below(95)) + line.slice(cut + 1)],
      [line.slice(0, cut) + (oneOf(odd) ?? '') + line.slice(cut)],
      [line.replace(/[:=][^:=;\r\n]*/, `:${oneOf(odd) ?? ''}`)],
      [line.replace(/\d/g, () => String(below(10)))],
      [oneOf(lines) ?? '', line],
    ];
    lines.splice(at, 1, ...(oneOf(changed) ?? []));
    if (below(30) === 0) lines.length = below(lines.length);
  }
  return first + lines.join('');
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ics$/i.test(name))
  .sort();
const at = mkdtempSync(join(tmpdir(), 'plan-calendars-'));
try {
  mkdirSync(join(at, 'calendars'));
  const people: string[] = [];
  const put = (name: string, text: string | Buffer): void => {
    people.push(`${name}@example.org`);
    writeFileSync(join(at, 'calendars', `${name}@example.org.ics`), text);
  };
  for (const [index, file] of files.entries()) {
    const bytes = readFileSync(join(folder, file));
    put(`f${index}`, bytes);
    console.log(`f${index} is ${file}`);
    for (let mutant = 1; mutant <= mutants; mutant++) put(`f${index}-${mutant}`, mutated(bytes.toString()));
  }
  writeFileSync(join(at, 'people.csv'), `mail\n${people.join('\n')}\n`);
  const given = ['--people', join(at, 'people.csv'), '--calendars', join(at, 'calendars'), '--week', week];
  const out = join(at, 'plan.json');
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../local/plan/main.ts'), ...given, '--out', out],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (status !== 0) {
    console.log(stderr.split('\n').slice(-20).join('\n'));
    console.log(`The calendars are kept in ${at}.`);
    throw new Error(`the plan ended with status ${String(status)}`);
  }
  const { pairings, unplaced } = JSON.parse(readFileSync(out, 'utf8')) as {
    pairings: { members: string[] }[];
    unplaced: { reason: string }[];
  };
  const meeting = pairings.reduce((sum, { members }) => sum + members.length, 0);
  const unreadable = unplaced.filter(({ reason }) => reason === 'calendar-unreadable').length;
  const warnings = stderr.split('\n').filter((line) => line.startsWith('Warning: ')).length;
  console.log(
    `${files.length} files of ${basename(folder)}, ${people.length} calendars, seed ${seed}, ${seconds} s: ` +
      `${meeting} people meet, ${unreadable} calendars are unreadable, ${unplaced.length - unreadable} people are left over, ${warnings} warnings.`,
  );
  rmSync(at, { recursive: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
