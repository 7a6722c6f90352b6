import assert from 'node:assert/strict';
import { dateText, dayText, timesOfPartners, slotText } from '../../../core/words/when.ts';
import { dateTag, wordsFor } from '../../../core/words/languages.ts';

/** Half an hour from an instant. */
function halfHour(start: string): { start: string; end: string } {
  return { start, end: new Date(Date.parse(start) + 30 * 60_000).toISOString() };
}

describe("a time on the reader's clock", () => {
  // Instant, zone, language; day, from, to, zone's name. Around every switch of 2026 and 2027 that matters.
  const times: readonly (readonly [string, string, string, string, string, string, string])[] = [
    [
      '2026-12-15T10:00:00Z',
      'Europe/London',
      'en-GB',
      'Tuesday 15 December 2026',
      '10:00',
      '10:30',
      'Greenwich Mean Time',
    ],
    [
      '2027-03-26T10:00:00Z',
      'Europe/London',
      'en-GB',
      'Friday 26 March 2027',
      '10:00',
      '10:30',
      'Greenwich Mean Time',
    ],
    [
      '2027-03-29T10:00:00Z',
      'Europe/London',
      'en-GB',
      'Monday 29 March 2027',
      '11:00',
      '11:30',
      'British Summer Time',
    ],
    [
      '2026-10-23T10:00:00Z',
      'Europe/London',
      'en-GB',
      'Friday 23 October 2026',
      '11:00',
      '11:30',
      'British Summer Time',
    ],
    [
      '2026-10-26T10:00:00Z',
      'Europe/London',
      'en-GB',
      'Monday 26 October 2026',
      '10:00',
      '10:30',
      'Greenwich Mean Time',
    ],
    [
      '2027-03-15T13:00:00Z',
      'America/New_York',
      'en-GB',
      'Monday 15 March 2027',
      '09:00',
      '09:30',
      'Eastern Daylight Time',
    ],
    [
      '2026-12-15T10:00:00Z',
      'Asia/Kolkata',
      'en-GB',
      'Tuesday 15 December 2026',
      '15:30',
      '16:00',
      'India Standard Time',
    ],
    [
      '2026-12-15T20:00:00Z',
      'Pacific/Auckland',
      'en-GB',
      'Wednesday 16 December 2026',
      '09:00',
      '09:30',
      'New Zealand Daylight Time',
    ],
    [
      '2026-12-15T10:00:00Z',
      'Europe/Berlin',
      'de-DE',
      'Dienstag, 15. Dezember 2026',
      '11:00',
      '11:30',
      'Mitteleuropäische Normalzeit',
    ],
    [
      '2026-12-15T18:00:00Z',
      'America/New_York',
      'en-US',
      'Tuesday, December 15, 2026',
      '1:00 PM',
      '1:30 PM',
      'Eastern Standard Time',
    ],
  ];
  for (const [start, zone, tag, day, from, to, name] of times) {
    it(`${start} in ${zone}, ${tag}, is ${day}, ${from}`, () => {
      const shown = slotText(halfHour(start), zone, tag);
      // Some versions of the language data put a comma after an English weekday, and a narrow space before PM.
      const plain = (text: string) => text.replace(/\u202f/g, ' ').replace(tag === 'en-GB' ? ',' : '\0', '');
      assert.deepEqual(
        { day: plain(shown.day), from: plain(shown.from), to: plain(shown.to), zone: shown.zone },
        { day, from, to, zone: name },
      );
    });
  }

  it('is the day of that zone, and a date has no zone', () => {
    assert.match(dayText('2027-01-07T23:30:00Z', 'Europe/Berlin', 'en-GB'), /^Friday,? 8 January 2027$/);
    assert.equal(dateText('2027-01-11', 'en-GB'), '11 January 2027');
    assert.equal(dateText('2027-01-11', 'de-DE'), '11. Januar 2027');
  });
});

describe("a partner's time", () => {
  const partner = (zone: string) => [{ id: 'p', name: 'Priya', zone }];
  const from = (start: string, mine: string, theirs: string) =>
    timesOfPartners(halfHour(start), partner(theirs), mine, 'en-GB').map(({ slot, sameDay }) => [
      slot.from,
      sameDay,
    ]);

  it('is told where it differs, with the day where that differs too', () => {
    assert.deepEqual(from('2026-12-15T10:00:00Z', 'Europe/London', 'Asia/Kolkata'), [['15:30', true]]);
    assert.deepEqual(from('2026-12-15T20:00:00Z', 'Europe/London', 'Pacific/Auckland'), [['09:00', false]]);
  });
  it('is left out where both clocks agree, whatever the zones are called', () => {
    assert.deepEqual(from('2026-12-15T10:00:00Z', 'Europe/London', 'Europe/Lisbon'), []);
    assert.deepEqual(from('2026-12-15T10:00:00Z', 'Europe/London', 'Africa/Abidjan'), []);
  });
  it('follows the switch of each zone: in summer Abidjan is an hour behind London', () => {
    assert.deepEqual(from('2027-03-29T10:00:00Z', 'Europe/London', 'Africa/Abidjan'), [['10:00', true]]);
  });
  it('follows the weeks in which only New York has changed its clocks', () => {
    assert.deepEqual(from('2027-03-12T14:00:00Z', 'Europe/London', 'America/New_York'), [['09:00', true]]);
    assert.deepEqual(from('2027-03-15T14:00:00Z', 'Europe/London', 'America/New_York'), [['10:00', true]]);
  });
});

describe("the reader's language", () => {
  it('is theirs where we speak it, else English, and dates follow the words', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['en', 'en', 'en-GB'],
      ['en-US', 'en', 'en-US'],
      ['en_us', 'en', 'en-US'],
      ['de', 'de', 'de-DE'],
      ['de-AT', 'de', 'de-AT'],
      ['pt-BR', 'en', 'en-GB'],
      ['', 'en', 'en-GB'],
      ['en-!!', 'en', 'en-GB'],
    ];
    for (const [tag, language, dates] of cases) {
      const words = wordsFor(tag);
      assert.equal(words.language, language, tag);
      assert.equal(dateTag(words, tag), dates, tag);
    }
  });
});
