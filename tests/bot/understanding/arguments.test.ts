import assert from 'node:assert/strict';
import { understand } from '../../../bot/understanding/understand.ts';

/** Monday 7 December 2026, 09:00 in London. */
const context = { language: 'en', now: Date.parse('2026-12-07T09:00:00Z'), zone: 'Europe/London' };

describe('the first day back', () => {
  for (const [text, until] of [
    ['pause until 15 January', '2027-01-15'],
    ['pause until the 15th', '2026-12-15'],
    ['pause until the 3rd', '2027-01-03'],
    ['pause up to and including the 15th', '2026-12-16'],
    ['pause until 15 January 2028', '2028-01-15'],
    ['pause until 2027-01-14', '2027-01-14'],
    ['pause until 14/1/2027', '2027-01-14'],
    ['pause until 29 February', '2028-02-29'],
    ['pause for two weeks', '2026-12-21'],
    ['pause for 10 days', '2026-12-17'],
    ['pause for three months', '2027-03-07'],
    ['pause for half a year', '2027-06-07'],
    ['pause for two weeks from Monday', '2026-12-28'],
    ['pause until Tuesday', '2026-12-08'],
    ['pause until Monday', '2026-12-14'],
    ['pause until tomorrow', '2026-12-08'],
    ['pause until next week', '2026-12-14'],
    ['pause until next month', '2027-01-01'],
    ['pause until March', '2027-03-01'],
    ['pause until the end of January', '2027-02-01'],
    ['pause until the new year', '2027-01-01'],
    ['I am on holiday from 3 to 17 January', '2027-01-17'],
    ["I'll be back on Monday 4 January", '2027-01-04'],
    ['Pause bis 15. Januar', '2027-01-15'],
    ['Pause bis zum 15.', '2026-12-15'],
    ['Pause bis einschließlich 15.1.', '2027-01-16'],
    ['Pause bis 14.1.2028', '2028-01-14'],
    ['zwei Wochen Pause', '2026-12-21'],
    ['ein Vierteljahr Pause', '2027-03-08'],
    ['Pause für ein halbes Jahr', '2027-06-07'],
    ['ich bin die nächsten drei Wochen im Urlaub', '2026-12-28'],
    ['Pause bis Dienstag', '2026-12-08'],
    ['Pause bis nächste Woche', '2026-12-14'],
    ['Pause bis nächsten Monat', '2027-01-01'],
    ['Pause bis März', '2027-03-01'],
    ['ich bin bis Ende Januar weg, bitte pausieren', '2027-02-01'],
    ['ich bin vom 3. bis 17. Januar im Urlaub', '2027-01-17'],
    ['ich bin ab 1. Februar wieder da, bis dahin bitte pausieren', '2027-02-01'],
  ] as const) {
    it(`of "${text}" is ${until}`, () => {
      assert.deepEqual(understand(text, context).arguments, { until });
    });
  }

  it('is counted from today in the reader’s zone', () => {
    const now = Date.parse('2026-12-07T12:00:00Z');
    const until = (zone: string) =>
      understand('pause until tomorrow', { language: 'en', now, zone }).arguments;
    assert.deepEqual(until('Pacific/Auckland'), { until: '2026-12-09' });
    assert.deepEqual(until('America/New_York'), { until: '2026-12-08' });
  });

  for (const text of [
    'pause',
    'pause please',
    'pause until 31 February',
    'pause for ever',
    'Pause bis 32.1.',
  ]) {
    it(`is not in "${text}"`, () => {
      assert.deepEqual(understand(text, context).arguments, {});
    });
  }
});

describe('a name', () => {
  for (const [text, person] of [
    ['never pair me with Dr Anna Müller', 'Anna Müller'],
    ["please don't put me with tom smith again", 'tom smith'],
    ['Tom Smith and I do not get along, never pair us', 'Tom Smith'],
    ["invite Sarah O'Neill to join", "Sarah O'Neill"],
    ['nie wieder mit Frau Prof. Dr. Petra Lang-Meier', 'Petra Lang-Meier'],
    ['ich möchte Herrn Wolf nicht treffen', 'Wolf'],
    ['lade bitte meine Kollegin Lisa Vogel ein', 'Lisa Vogel'],
  ] as const) {
    it(`is read in "${text}"`, () => {
      assert.equal(understand(text, context).arguments.person, person);
    });
  }
  for (const text of [
    'never pair me with my boss',
    'invite a colleague',
    'nie mit meinem Chef',
    'never pair me with my direct line manager',
    'nie mit meinem direkten Vorgesetzten',
    'ich möchte jemanden einladen',
  ]) {
    it(`is not in "${text}"`, () => {
      assert.equal(understand(text, context).arguments.person, undefined);
    });
  }
});

describe('wishes and numbers', () => {
  for (const [text, said] of [
    ['mornings please', { hours: 'morning' }],
    ['no mornings please', { hours: 'afternoon' }],
    ['any time of day is fine', { hours: 'either' }],
    ["I'd like to meet for half an hour", { minutes: 30 }],
    ['an hour rather than 30 minutes', { minutes: 60 }],
    ['lieber vormittags', { hours: 'morning' }],
    ['45 Minuten bitte', { minutes: 45 }],
    ['mir ist egal ob vormittags oder nachmittags', { hours: 'either' }],
    ['skip this one', {}],
    ['skip the next 3 rounds', { rounds: 3 }],
    ['eine Runde aussetzen', { rounds: 1 }],
    ['die nächsten beiden Runden aussetzen', { rounds: 2 }],
  ] as const) {
    it(`are read in "${text}"`, () => {
      assert.deepEqual(understand(text, context).arguments, said);
    });
  }
});
