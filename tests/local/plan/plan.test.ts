import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readOptions, UsageError } from '../../../local/plan/options.ts';
import { useFolder } from '../../support/folder.ts';

interface Plan {
  readonly week: string;
  readonly minutes: number;
  readonly zone: string;
  readonly seed: number;
  readonly pairings: readonly {
    readonly members: readonly string[];
    readonly slots: readonly { readonly start: string; readonly end: string }[];
    readonly lastMet: { readonly rounds: number } | null;
    readonly closeness: number;
  }[];
  readonly unplaced: readonly { readonly mail: string; readonly reason: string }[];
  readonly cost: Readonly<Record<string, number>>;
  readonly bound: Readonly<Record<string, number>>;
  readonly optimal: boolean;
}

const people = `mail,name,department,office,manager,timeZone,workStart,workEnd
Ann@example.org,Ann,IT,London,,,,
bob@example.org,Bob,IT,London,ann@example.org,,,
cy@example.org,Cy,HR,Paris,,Europe/Paris,,
di@example.org,Di,HR,Tokyo,,Asia/Tokyo,09:00,12:00
el@example.org,El,Ops,,,,,
`;

describe('npm run plan', () => {
  const { at, write: put } = useFolder();
  const out = (): string => at('plan.json');
  const run = (...options: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, ['local/plan/main.ts', ...options, '--out', out()], { encoding: 'utf8' });
  const planned = (): Plan => JSON.parse(readFileSync(out(), 'utf8')) as Plan;

  it('plans a round: who meets whom, when, and why not', () => {
    const history = put(
      'h.csv',
      'round,a,b,met\n1,ann@example.org,cy@example.org,\n3,bob@example.org,cy@example.org,false\n',
    );
    const exclude = put('e.csv', 'a,b\nann@example.org,EL@example.org\n');
    const given = ['--people', put('p.csv', people), '--history', history, '--exclude', exclude];
    const { status, stdout, stderr } = run(...given, '--week', '2026-12-07');
    assert.equal(status, 0, stderr);
    const plan = planned();
    const { week, minutes, zone, seed, cost, bound, optimal } = plan;
    assert.deepEqual(
      { week, minutes, zone, seed, cost, bound, optimal },
      {
        week: '2026-12-07',
        minutes: 30,
        zone: 'Europe/London',
        seed: 1,
        cost: { unplaced: 1, trios: 0, repeats: 0, closeness: 7, coverage: 1 },
        bound: { unplaced: 1, trios: 0, repeats: 0, closeness: 7, coverage: 1 },
        optimal: true,
      },
    );
    assert.deepEqual(
      plan.pairings.map(({ members }) => members),
      [
        ['Ann@example.org', 'bob@example.org'],
        ['cy@example.org', 'el@example.org'],
      ],
    );
    for (const { slots, lastMet } of plan.pairings) {
      assert.equal(lastMet, null);
      assert.ok(slots.length >= 1 && slots.length <= 5);
      for (const { start, end } of slots) {
        assert.match(start, /^2026-12-(0[7-9]|1[01])T\d\d:(00|15|30|45):00Z$/);
        assert.equal(Date.parse(end) - Date.parse(start), 30 * 60_000);
      }
    }
    assert.deepEqual(plan.unplaced, [{ mail: 'di@example.org', reason: 'no-common-slot' }]);
    assert.match(stdout, /4 people meet in 2 pairs/);
    assert.match(stdout, /1 pairing links departments of which nobody has met yet:\n {2}HR and Ops\n/);
    assert.match(stdout, /di@example\.org: no time in common/);
  });

  it('respects busy times, and leaves somebody unplaced who is away all week', () => {
    const event = (mail: string, start: string, end: string): void => {
      const lines = [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//t//EN',
        'BEGIN:VEVENT',
        'UID:1',
        'DTSTAMP:20261101T000000Z',
        `DTSTART:${start}`,
        `DTEND:${end}`,
        'SUMMARY:x',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ];
      put(`calendars/${mail}.ics`, lines.join('\r\n'));
    };
    event('a@example.org', '20261207T000000Z', '20261211T150000Z');
    event('b@example.org', '20261211T153000Z', '20261214T000000Z');
    event('c@example.org', '20261206T000000Z', '20261215T000000Z');
    const given = put('p.csv', 'mail\na@example.org\nb@example.org\nc@example.org\n');
    const { status, stderr } = run('--people', given, '--calendars', at('calendars'), '--week', '2026-12-07');
    assert.equal(status, 0, stderr);
    assert.deepEqual(planned().pairings[0]?.slots, [
      { start: '2026-12-11T15:00:00Z', end: '2026-12-11T15:30:00Z' },
    ]);
    assert.deepEqual(planned().unplaced, [{ mail: 'c@example.org', reason: 'away-all-week' }]);
  });

  it('forms a trio of other people than in the last round', () => {
    const given = put(
      'p.csv',
      `mail\n${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((p) => `${p}@x.org\n`).join('')}`,
    );
    const history = put('h.csv', 'round,a,b\n1,a@x.org,b@x.org\n1,b@x.org,c@x.org\n1,a@x.org,c@x.org\n');
    run('--people', given, '--history', history, '--week', '2026-12-07', '--seed', '4');
    const trio = planned().pairings.find(({ members }) => members.length === 3);
    assert.deepEqual(
      trio?.members.filter((mail) => ['a@x.org', 'b@x.org', 'c@x.org'].includes(mail)),
      [],
    );
  });

  it('writes the same file for the same seed, and another plan for another seed', () => {
    const given = put('p.csv', `mail\n${Array.from({ length: 30 }, (_, i) => `p${i}@x.org\n`).join('')}`);
    const files = ['1', '1', '2'].map((seed) => {
      run('--people', given, '--week', '2026-12-07', '--seed', seed);
      return readFileSync(out(), 'utf8');
    });
    assert.equal(files[0], files[1]);
    assert.notEqual(files[0], files[2]?.replace('"seed": 2', '"seed": 1'));
  });

  it('warns of rows about unknown people, with the line, and goes on', () => {
    const history = put(
      'h.csv',
      'round,a,b\n1,ann@example.org,bob@example.org\n1,cy@example.org,gone@example.org\n',
    );
    const exclude = put('e.csv', 'a,b\nwho@example.org,bob@example.org\n');
    const { status, stderr } = run(
      '--people',
      put('p.csv', people),
      '--history',
      history,
      '--exclude',
      exclude,
      '--week',
      '2026-12-07',
    );
    assert.equal(status, 0);
    assert.match(stderr, /h\.csv, line 3, column b: gone@example\.org is not among the people/);
    assert.match(stderr, /e\.csv, line 2, column a: who@example\.org/);
  });

  it('refuses unusable input in one sentence, and leaves no file behind', () => {
    const { status, stderr } = run('--people', at('none.csv'), '--week', '2026-12-07');
    assert.equal(status, 2, stderr);
    assert.match(stderr, /^.*none\.csv: there is no such file.*\n$/);
    assert.deepEqual(readdirSync(at()), []);
  });

  for (const [options, message] of [
    [['--week', '2026-12-08'], /2026-12-08 is a Tuesday; expected a Monday.*2026-12-07/],
    [['--week', '2026-02-30'], /"2026-02-30" is not a date/],
    ...['7', '245', '0', '-5', 'x'].map((minutes) => [[`--minutes=${minutes}`], /multiple of 5/] as const),
    [['--zone', 'Mars'], /"Mars" is not a time zone/],
    [['--seed', '1.5'], /whole number/],
    [['--people'], /--people/],
  ] as const) {
    it(`refuses ${options.join(' ')}`, () => {
      const given = ['--people', 'p.csv', '--week', '2026-12-07', '--out', 'plan.json'];
      assert.throws(
        () => readOptions([...given, ...options]),
        (error) => error instanceof UsageError && message.test(error.message),
      );
    });
  }

  it('refuses an output path that cannot be written, before it reads anything', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['local/plan/main.ts', '--people', 'none.csv', '--week', '2026-12-07', '--out', at('no', 'plan.json')],
      { encoding: 'utf8' },
    );
    assert.equal(status, 2);
    assert.match(stderr, /its folder does not exist/);
  });
});
