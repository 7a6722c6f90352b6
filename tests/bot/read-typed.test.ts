import assert from 'node:assert/strict';
import { readDate } from '../../bot/commands/read-date.ts';
import { readPressed } from '../../bot/commands/command.ts';
import { readTyped } from '../../bot/commands/read-typed.ts';
import { wordsFor } from '../../core/words/languages.ts';

const today = '2026-12-07';

const [en, de] = [wordsFor('en'), wordsFor('de')];

describe('what people type', () => {
  const understood: readonly (readonly [string, object])[] = [
    ['hello', { kind: 'help' }],
    ['Hi', { kind: 'help' }],
    ['HELP', { kind: 'help' }],
    ['hello!', { kind: 'help' }],
    ['?', { kind: 'help' }],
    ['join', { kind: 'join', scheme: null }],
    ['  JOIN. ', { kind: 'join', scheme: null }],
    ['<at>UnMentoring</at> join', { kind: 'join', scheme: null }],
    ['join unmentoring', { kind: 'join', scheme: 'unmentoring' }],
    ['join UnMentoring', { kind: 'join', scheme: 'unmentoring' }],
    ['pause', { kind: 'pause', scheme: null, until: null }],
    ['pause unmentoring', { kind: 'pause', scheme: 'unmentoring', until: null }],
    ['pause until 14 January', { kind: 'pause', scheme: null, until: '2027-01-14' }],
    ['Pause until 2027-01-14', { kind: 'pause', scheme: null, until: '2027-01-14' }],
    ['pause 14 jan', { kind: 'pause', scheme: null, until: '2027-01-14' }],
    ['pause until the 14th of January, 2028.', { kind: 'pause', scheme: null, until: '2028-01-14' }],
    ['pause until January 14', { kind: 'pause', scheme: null, until: '2027-01-14' }],
    ['pause unmentoring until 14 January', { kind: 'pause', scheme: 'unmentoring', until: '2027-01-14' }],
    ['leave', { kind: 'leave', scheme: null }],
    ['Leave unmentoring', { kind: 'leave', scheme: 'unmentoring' }],
    ['my pairing', { kind: 'my-pairing' }],
    ['Another time?', { kind: 'other-times' }],
    ['settings', { kind: 'settings' }],
    ['mornings', { kind: 'prefer', scheme: null, hours: 'morning' }],
    ['Afternoons.', { kind: 'prefer', scheme: null, hours: 'afternoon' }],
    ['any time', { kind: 'prefer', scheme: null, hours: 'either' }],
    ['My\u00a0Pairing?', { kind: 'my-pairing' }],
    ['<at>UnMentoring</at>&nbsp;join', { kind: 'join', scheme: null }],
    ['<at id="0">Un Mentoring</at>&#160;my&nbsp;pairing', { kind: 'my-pairing' }],
    ['&lt;at&gt;UnMentoring&lt;/at&gt; join', { kind: 'join', scheme: null }],
    ['<p>join&#x200B;</p>', { kind: 'join', scheme: null }],
    ['<div><b>my</b> pairing<br/></div>', { kind: 'my-pairing' }],
    ['\u200bjo\u200din\ufeff', { kind: 'join', scheme: null }],
    ['\u202ajoin\u202c', { kind: 'join', scheme: null }],
    ['"join"', { kind: 'join', scheme: null }],
    ['“Join.”', { kind: 'join', scheme: null }],
    ['‚join‘', { kind: 'join', scheme: null }],
    ['&quot;join&quot;', { kind: 'join', scheme: null }],
    ["'my pairing'", { kind: 'my-pairing' }],
    ['**join**', { kind: 'join', scheme: null }],
    ['_join_ !!!', { kind: 'join', scheme: null }],
    ['`my pairing`', { kind: 'my-pairing' }],
    ['~~join~~', { kind: 'join', scheme: null }],
    ['# join', { kind: 'join', scheme: null }],
    ['> join', { kind: 'join', scheme: null }],
    ['- join', { kind: 'join', scheme: null }],
    ['\\*join\\*', { kind: 'join', scheme: null }],
    ['[join](https://example.org/join)', { kind: 'join', scheme: null }],
    ['(join)', { kind: 'join', scheme: null }],
    ['join …', { kind: 'join', scheme: null }],
    ['pause until **14&nbsp;January**', { kind: 'pause', scheme: null, until: '2027-01-14' }],
    ['pause until 2027\u201101\u201114', { kind: 'pause', scheme: null, until: '2027-01-14' }],
  ];
  for (const [text, command] of understood) {
    it(`understands "${text}"`, () => {
      assert.deepEqual(readTyped(text, en, today), command);
    });
  }

  for (const date of ['until tomorrow', 'until 31 February', 'until 1/2/2027', 'for ever']) {
    const text = `pause ${date}`;
    it(`cannot read the date of "${text}"`, () => {
      assert.equal(readTyped(text, en, today).kind, 'date-unclear');
    });
  }

  for (const text of [
    '',
    '   ',
    'joining',
    'please join me',
    'join two schemes',
    'help me',
    'joins',
    'unpaused',
    'mornings are horrible',
    'another time perhaps',
    '🙂',
  ]) {
    it(`does not understand "${text}"`, () => {
      assert.deepEqual(readTyped(text, en, today), { kind: 'unknown' });
    });
  }

  it('understands German as well as English from somebody who reads German', () => {
    const until = '2027-01-14';
    for (const [text, command] of [
      ['Mitmachen', { kind: 'join', scheme: null }],
      ['„Mitmachen“!', { kind: 'join', scheme: null }],
      ['W&uuml;nsche', { kind: 'settings' }],
      ['wu\u0308nsche', { kind: 'settings' }],
      ['join', { kind: 'join', scheme: null }],
      ['andere Zeit', { kind: 'other-times' }],
      ['Einstellungen', { kind: 'settings' }],
      ['vormittags', { kind: 'prefer', scheme: null, hours: 'morning' }],
      ['Nachmittags', { kind: 'prefer', scheme: null, hours: 'afternoon' }],
      ['jederzeit', { kind: 'prefer', scheme: null, hours: 'either' }],
      ['mornings', { kind: 'prefer', scheme: null, hours: 'morning' }],
      ['Pause bis zum 14. Januar', { kind: 'pause', scheme: null, until }],
      ['pause bis 14.1.', { kind: 'pause', scheme: null, until }],
      ['pause until 14 January', { kind: 'pause', scheme: null, until }],
    ] as const)
      assert.deepEqual(readTyped(text, de, today), command);
  });
});

describe('a date without a year', () => {
  it('is the next such date, today included, even when 29 February is years away', () => {
    assert.equal(readDate('7 December', today), '2026-12-07');
    assert.equal(readDate('6 December', today), '2027-12-06');
    assert.equal(readDate('29 February', today), '2028-02-29');
  });
  it('is unclear when nobody knows what today is', () => {
    assert.equal(readDate('7 December', null), null);
    assert.equal(readDate('7 December 2026', null), '2026-12-07');
  });
});

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
