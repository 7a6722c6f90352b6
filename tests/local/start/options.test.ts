import assert from 'node:assert/strict';
import { readOptions, UsageError } from '../../../local/start/options.ts';

const nothing = {
  people: null,
  calendars: null,
  history: null,
  data: null,
  port: 3978,
  now: null,
  seed: null,
  coordinators: [],
  empty: false,
};

describe('readOptions', () => {
  for (const [args, expected] of [
    [[], {}],
    [
      ['--people', 'p.csv', '--calendars', 'c', '--history', 'h.csv', '--data', 'd'],
      { people: 'p.csv', calendars: 'c', history: 'h.csv', data: 'd' },
    ],
    [['--port', '4000', '--seed=0'], { port: 4000, seed: 0 }],
    [['--now', '2026-12-07T08:00:00Z'], { now: Date.UTC(2026, 11, 7, 8) }],
    [['--now', '2026-12-07T08:00+05:30'], { now: Date.UTC(2026, 11, 7, 2, 30) }],
    [['--now', '2026-12-07T08:00:00.250-0100'], { now: Date.UTC(2026, 11, 7, 9, 0, 0, 250) }],
    [
      ['--coordinator', 'Ann@X.example', '--coordinator', 'ben@x.example'],
      { coordinators: ['ann@x.example', 'ben@x.example'] },
    ],
    [['--empty'], { empty: true }],
  ] as const) {
    it(`takes ${args.join(' ') || 'nothing'}`, () => {
      assert.deepEqual(readOptions(args), { ...nothing, ...expected });
    });
  }

  for (const [args, message] of [
    [['--poeple', 'p.csv'], /unknown option '--poeple'/],
    [['people.csv'], /too many arguments/],
    [['--people'], /'--people <file>' argument missing/],
    [['--empty', '--history', 'h.csv'], /'--empty' cannot be used with option '--history/],
    [['--port', '0'], /'--port <n>' argument '0' is invalid\. Expected a port between 1 and 65535\./],
    [['--port', '65536'], /Expected a port/],
    [['--port', '3978x'], /Expected a port/],
    [['--port', '4e3'], /Expected a port/],
    [['--seed', '-1'], /Expected a whole number from 0 to 2147483647/],
    [['--seed', '2147483648'], /Expected a whole number/],
    [['--seed', '1.5'], /Expected a whole number/],
    [['--now', 'tomorrow'], /argument 'tomorrow' is invalid\. Expected an instant as ISO 8601 with its zone/],
    [['--now', '2026-12-07'], /Expected an instant/],
    [['--now', '2026-12-07T08:00:00'], /Expected an instant/],
    [['--now', '2026-02-30T08:00:00Z'], /Expected an instant/],
    [['--now', '2026-12-07T24:00:00Z'], /Expected an instant/],
  ] as const) {
    it(`refuses ${args.join(' ')}`, () => {
      assert.throws(
        () => readOptions(args),
        (error) =>
          error instanceof UsageError && message.test(error.message) && !error.message.includes('\n'),
      );
    });
  }
});
