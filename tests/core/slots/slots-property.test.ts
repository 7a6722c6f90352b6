import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { readMemberWeek } from '../../../core/slots/member-week.ts';
import { rankSlots } from '../../../core/slots/rank-slots.ts';
import { slotScorer, totalOf } from '../../../core/slots/score.ts';
import { weekLoad } from '../../../core/slots/week-load.ts';
import type { CustomZone } from '../../../core/time/hours.ts';
import { minute, quarter } from '../../../core/time/interval.ts';
import { meetingWeek } from '../../../core/time/meeting-week.ts';
import { weekday } from '../../../core/time/weekday.ts';
import { halfDayOf, type Person, possibleInstants, weekIn } from './step-by-step.ts';

/** Zones as Graph's `customTimeZone`, by the names that the slow implementation knows. */
const customZones: Readonly<Record<string, CustomZone>> = {
  'Europe/Berlin': {
    bias: -60,
    standardOffset: { time: '03:00:00', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10 },
    daylightOffset: { time: '02:00:00', dayOccurrence: 5, dayOfWeek: 'sunday', month: 3, daylightBias: -60 },
  },
  'Pacific/Auckland': {
    bias: -720,
    standardOffset: { time: '03:00:00', dayOccurrence: 1, dayOfWeek: 'sunday', month: 4 },
    daylightOffset: { time: '02:00:00', dayOccurrence: 5, dayOfWeek: 'sunday', month: 9, daylightBias: -60 },
  },
  'Asia/Kolkata': { bias: -330 },
};
const zones = [
  'Europe/London',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  ...Object.keys(customZones),
];
/** Weeks, and the zones that change their clocks in them, which are drawn more often than others. */
const weeks: [monday: string, switching: readonly string[]][] = [
  ['2026-03-02', ['America/New_York']],
  ['2026-03-23', ['Europe/London', 'Europe/Berlin']],
  ['2026-03-30', ['Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Auckland']],
  ['2026-09-21', ['Pacific/Chatham', 'Pacific/Auckland']],
  ['2026-09-28', ['Australia/Lord_Howe']],
  ['2026-10-19', ['Europe/London', 'Europe/Berlin']],
  ['2026-10-26', ['America/New_York']],
  ['2026-12-07', zones],
];

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '05', '15', '30', '45'))
  .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${minutes}`);
/** Mostly free, with some taken times. */
const view = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 675 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('1', '2', '3', '4', '?'),
    ),
    { maxLength: 30 },
  )
  .map((stretches) => {
    const characters = Array<string>(676).fill('0');
    for (const [from, length, character] of stretches) characters.fill(character, from, from + length);
    return characters.join('');
  });
const office = fc.record({ start: fc.constant('09:00'), end: fc.constant('17:00') });
/** "00:00 to 00:00" is what a mailbox says in which nothing was set: the scheme's hours count then. */
const anyShift = fc
  .record({ start: time, end: time })
  .filter(({ start, end }) => start !== '00:00' || end !== '00:00');
const personOf = (switching: readonly string[]) =>
  fc
    .record({
      zone: fc.oneof({ arbitrary: fc.constantFrom(...switching), weight: 3 }, fc.constantFrom(...zones)),
      days: fc.oneof(
        fc.constant(weekday.options),
        fc.uniqueArray(fc.constantFrom(...weekday.options), { minLength: 3 }),
      ),
      shift: fc.oneof(office, anyShift),
      view,
      hours: fc.constantFrom('morning', 'afternoon', 'either'),
      awkward: fc.integer({ min: 0, max: 200 }),
      custom: fc.boolean(),
    })
    .map(({ shift, ...rest }) => ({ ...rest, ...shift }));

const situation = fc.constantFrom(...weeks).chain(([monday, switching]) =>
  fc.record({
    monday: fc.constant(monday),
    people: fc.array(personOf(switching), { minLength: 2, maxLength: 3 }),
  }),
);

describe('slots', () => {
  it('are those that a slow implementation finds, best first, on different half-days where possible', () => {
    let withSlots = 0;
    fc.assert(
      fc.property(
        situation,
        fc.constantFrom(...zones),
        fc.constantFrom(30, 45, 60),
        fc.integer({ min: -5000, max: 3000 }),
        ({ monday, people }, zone, minutes, passed) => {
          const slow = weekIn(monday, zone);
          const notBefore = slow.start + passed * minute;
          const expected = possibleInstants(people satisfies Person[], minutes, monday, zone, notBefore);

          const week = meetingWeek(monday, zone);
          const scheme = defaultScheme(Date.parse('2026-01-01T00:00:00Z'));
          const members = people.map(({ custom, hours, awkward, ...theirs }) =>
            readMemberWeek(
              week,
              [minutes],
              scheme,
              {
                freeBusy: {
                  kind: 'read',
                  view: theirs.view.slice(0, (slow.end - slow.start) / quarter),
                  hours: { ...theirs, zone: (custom ? customZones[theirs.zone] : undefined) ?? theirs.zone },
                },
                zone: 'Etc/UTC',
                preferences: { hours, minutes: null },
                awkward,
              },
              { notBefore },
            ),
          );
          const rules = { week, lunch: scheme.lunch, now: notBefore };
          const load = weekLoad(week);
          const slots = rankSlots(rules, members, minutes, load);
          const starts = slots.map(({ start }) => start);

          // The starts that the members share, bit by bit, are the same.
          const common = members
            .map((member) => member.starts.get(minutes))
            .reduce((left, right) => left?.map((word, w) => word & (right?.[w] ?? 0)));
          const found = Array.from({ length: 676 }, (_, q) => q).filter(
            (q) => ((common?.[q >>> 5] ?? 0) >>> (q & 31)) & 1,
          );
          assert.deepEqual(
            found.map((q) => week.start + q * quarter),
            expected,
          );

          // The ranked slots are among them, have the wanted length, and do not overlap.
          const length = minutes * minute;
          for (const { start, end } of slots) {
            assert.ok(expected.includes(start));
            assert.equal(end - start, length);
          }
          const overlaps = (start: number) => starts.some((kept) => Math.abs(kept - start) < length);
          for (const start of starts) {
            assert.equal(starts.filter((kept) => Math.abs(kept - start) < length).length, 1);
          }

          // The first one has the best score of all.
          const score = slotScorer(rules, members, minutes, load);
          const pointsAt = (start: number) => totalOf(score((start - week.start) / quarter));
          const [first] = starts;
          if (first !== undefined) assert.equal(pointsAt(first), Math.min(...expected.map(pointsAt)));

          // There are five, unless every other possible slot overlaps one of them.
          assert.ok(slots.length <= 5);
          if (slots.length < 5) assert.ok(expected.every(overlaps));

          // No half-day is used twice while another one has a slot that overlaps none of those before.
          const halfDays = starts.map((start) => halfDayOf(start, zone));
          halfDays.forEach((halfDay, i) => {
            if (!halfDays.slice(0, i).includes(halfDay)) return;
            const before = starts.slice(0, i);
            const other = expected.find(
              (start) =>
                !halfDays.slice(0, i).includes(halfDayOf(start, zone)) &&
                before.every((kept) => Math.abs(kept - start) >= length),
            );
            assert.equal(other, undefined);
          });
          if (slots.length > 0) withSlots += 1;
        },
      ),
      { numRuns: 80 },
    );
    assert.ok(withSlots > 15, `slots come up: in ${withSlots} of 80 runs`);
  });
});
