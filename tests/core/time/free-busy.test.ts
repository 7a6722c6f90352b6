import assert from 'node:assert/strict';
import { busyInView } from '../../../core/time/free-busy.ts';

const start = Date.parse('2026-12-07T09:00:00Z');
const at = (time: string) => Date.parse(`2026-12-07T${time}:00Z`);

describe('busyInView', () => {
  const views: [view: string, minutes: number, busy: [string, string][]][] = [
    ['', 15, []],
    ['0000', 15, []],
    ['4444', 15, []],
    ['0110', 15, [['09:15', '09:45']]],
    ['1', 15, [['09:00', '09:15']]],
    ['2', 15, [['09:00', '09:15']]],
    ['3', 15, [['09:00', '09:15']]],
    ['0123', 30, [['09:30', '11:00']]],
    // A character that Graph does not document yet counts as taken.
    ['05?x', 15, [['09:15', '10:00']]],
    [
      '2002',
      5,
      [
        ['09:00', '09:05'],
        ['09:15', '09:20'],
      ],
    ],
  ];
  for (const [view, minutes, busy] of views) {
    it(`reads "${view}" of ${minutes} minutes each`, () => {
      const expected = busy.map(([from, to]) => ({ start: at(from), end: at(to) }));
      assert.deepEqual(busyInView(view, minutes, start), expected);
    });
  }
});
