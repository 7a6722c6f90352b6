import assert from 'node:assert/strict';
import { readPressed } from '../../bot/commands/command.ts';

describe("a button's data", () => {
  const refused: readonly unknown[] = [
    null,
    'join',
    {},
    { verb: 'delete-everything' },
    { verb: 'join', scheme: { id: 1 } },
    { verb: 'join', scheme: '../other' },
    { verb: 'pause', until: 5 },
    { verb: 'prefer', hours: 'at night', minutes: '45' },
    { verb: 'erase' },
    { verb: 'erase', token: 'now' },
    { verb: 'keep-apart', person: 'former.colleague' },
    { verb: 'take-back', person: '../x' },
    { verb: 'invite-person' },
    { verb: 'never-with', name: 'x'.repeat(257) },
    { verb: 'prefer', hours: 'morning' },
    { verb: 'prefer', hours: 'morning', minutes: '44' },
    { verb: 'prefer', hours: 'morning', minutes: 'toString' },
    { verb: 'choose', pairing: 'p00001', revision: 1 },
    { verb: 'choose', pairing: 'p00001', revision: '1', start: '2026-12-15T10:00:00Z' },
    { verb: 'choose', pairing: 'p00001', revision: -1, start: '2026-12-15T10:00:00Z' },
    { verb: 'choose', pairing: 'p00001', revision: 1, start: 'tomorrow' },
    { verb: 'choose', pairing: '../p00001', revision: 1, start: '2026-12-15T10:00:00Z' },
  ];
  for (const data of refused) {
    it(`is refused: ${JSON.stringify(data)}`, () => {
      assert.equal(readPressed(data), null);
    });
  }
  it('may contain the hours and minutes that were filled in', () => {
    for (const [choice, minutes] of [
      ['scheme', null],
      ['30', 30],
      ['45', 45],
      ['60', 60],
    ])
      assert.deepEqual(readPressed({ verb: 'prefer', scheme: 's', hours: 'morning', minutes: choice }), {
        kind: 'prefer',
        scheme: 's',
        hours: 'morning',
        minutes,
      });
  });
  it('may contain the time that was pressed, and nothing else', () => {
    const choice = { pairing: 'r003-01', revision: 2, start: '2026-12-15T10:00:00Z' };
    assert.deepEqual(readPressed({ verb: 'choose', ...choice, hours: 'morning', person: 'x' }), {
      kind: 'choose',
      ...choice,
      start: Date.parse('2026-12-15T10:00:00Z'),
    });
    assert.deepEqual(readPressed({ verb: 'other-times', pairing: 'p1' }), { kind: 'other-times' });
  });
  it('may contain a date, no date, or text that is no date', () => {
    assert.deepEqual(readPressed({ verb: 'pause', scheme: 's', until: '2027-01-14' }), {
      kind: 'pause',
      scheme: 's',
      until: '2027-01-14',
    });
    assert.deepEqual(readPressed({ verb: 'pause', until: '' }), { kind: 'pause', scheme: null, until: null });
    assert.deepEqual(readPressed({ verb: 'pause', until: '2027-02-30' }), { kind: 'date-unclear' });
  });
});
