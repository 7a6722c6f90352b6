import assert from 'node:assert/strict';
import { quarter } from '../../../core/time/interval.ts';
import { slotScorer, totalOf, type SlotScore } from '../../../core/slots/score.ts';
import { weekLoad } from '../../../core/slots/week-load.ts';
import { halfHour } from '../../support/records.ts';
import { rules, week, weekOf, type Known } from './weeks.ts';

const newYork: Known = { zone: 'America/New_York' };

interface Example {
  readonly why: string;
  /** In UTC. */
  readonly at: string;
  readonly minutes?: number;
  readonly members?: readonly Known[];
  /** First slots of the scheme's other pairings. */
  readonly others?: readonly string[];
  readonly now?: string;
  /** The terms that are not 0. */
  readonly costs: Partial<SlotScore>;
}

const examples: Record<keyof SlotScore | 'nothing', Example[]> = {
  nothing: [
    { why: 'Tuesday at ten, nothing else on', at: '2026-12-15T10:00', costs: {} },
    { why: 'an hour on Thursday afternoon', at: '2026-12-17T14:00', minutes: 60, costs: {} },
    {
      why: 'Monday in London, but Tuesday where both are',
      at: '2026-12-14T20:45',
      members: [
        { zone: 'Pacific/Chatham', start: '07:00' },
        { zone: 'Pacific/Chatham', start: '07:00' },
      ],
      costs: {},
    },
  ],
  preferred: [
    {
      why: 'one of two would rather meet in the afternoon',
      at: '2026-12-15T10:00',
      members: [{ preferred: 'afternoon' }, {}],
      costs: { preferred: 150 },
    },
    {
      why: 'both would',
      at: '2026-12-15T10:00',
      members: [{ preferred: 'afternoon' }, { preferred: 'afternoon' }],
      costs: { preferred: 300 },
    },
    {
      why: 'a morning ends at noon',
      at: '2026-12-15T11:15',
      minutes: 45,
      members: [{ preferred: 'morning' }, {}],
      costs: {},
    },
    {
      why: 'what runs past noon is not in the morning',
      at: '2026-12-15T11:30',
      minutes: 45,
      members: [{ preferred: 'morning' }, {}],
      costs: { preferred: 150, lunch: 60 },
    },
    {
      why: 'an afternoon begins at noon',
      at: '2026-12-15T12:00',
      members: [{ preferred: 'afternoon' }, {}],
      costs: { lunch: 120 },
    },
    {
      why: 'halves of the day are meant on each member’s clock',
      at: '2026-12-15T15:00',
      members: [{ preferred: 'afternoon' }, { ...newYork, preferred: 'morning' }],
      costs: {},
    },
  ],
  lunch: [
    { why: 'a quarter of an hour of it, for both', at: '2026-12-15T11:45', costs: { lunch: 60 } },
    { why: 'ends when lunch begins', at: '2026-12-15T11:30', costs: {} },
    { why: 'begins when lunch ends', at: '2026-12-15T13:00', costs: {} },
    { why: 'all of it', at: '2026-12-15T12:00', minutes: 60, costs: { lunch: 240 } },
    {
      why: 'is where the member is: noon in Berlin, eleven in London',
      at: '2026-12-15T11:00',
      members: [{ zone: 'Europe/Berlin' }, {}],
      costs: { lunch: 60 },
    },
    {
      why: 'is at noon in Kathmandu, three quarters of an hour off the hours of London',
      at: '2026-12-15T06:15',
      members: [{ zone: 'Asia/Kathmandu' }, { zone: 'Asia/Kathmandu' }],
      costs: { lunch: 120 },
    },
  ],
  backToBack: [
    {
      why: 'follows on a meeting of one',
      at: '2026-12-15T10:00',
      members: [{ busy: ['2026-12-15T09:00/10:00'] }, {}],
      costs: { backToBack: 10 },
    },
    {
      why: 'lies between two meetings of one, and before one of the other',
      at: '2026-12-15T10:00',
      members: [
        { busy: ['2026-12-15T09:00/10:00', '2026-12-15T10:30/11:00'] },
        { busy: ['2026-12-15T10:30/12:00'] },
      ],
      costs: { backToBack: 30 },
    },
    {
      why: 'a quarter of an hour to breathe on both sides',
      at: '2026-12-15T10:00',
      members: [{ busy: ['2026-12-15T09:00/09:45', '2026-12-15T10:45/11:00'] }, {}],
      costs: {},
    },
    {
      why: 'five minutes to breathe are too few',
      at: '2026-12-15T10:00',
      members: [{ busy: ['2026-12-15T09:00/09:55'] }, {}],
      costs: { backToBack: 10 },
    },
    {
      why: 'the end of the working day is nobody’s meeting',
      at: '2026-12-15T16:00',
      members: [{ end: '16:30' }, { end: '16:30' }],
      costs: {},
    },
  ],
  day: [
    { why: 'Monday morning', at: '2026-12-14T10:00', costs: { day: 30 } },
    { why: 'Monday afternoon', at: '2026-12-14T14:00', costs: { day: 10 } },
    { why: 'Wednesday', at: '2026-12-16T10:00', costs: {} },
    { why: 'Friday morning', at: '2026-12-18T10:00', costs: { day: 10 } },
    { why: 'Friday afternoon', at: '2026-12-18T14:00', costs: { day: 30 } },
    { why: 'Sunday', at: '2026-12-20T10:00', costs: { day: 30 } },
    {
      why: 'Monday morning in London is past noon in Kathmandu',
      at: '2026-12-14T09:45',
      members: [{}, { zone: 'Asia/Kathmandu' }],
      costs: { day: 20 },
    },
  ],
  notice: [
    {
      why: 'less than a day ahead',
      at: '2026-12-15T10:00',
      now: '2026-12-14T10:15:00Z',
      costs: { notice: 40 },
    },
    { why: 'a day ahead', at: '2026-12-15T10:00', now: '2026-12-14T10:00:00Z', costs: {} },
  ],
  awkward: [
    { why: 'the first half-hour of the day, for both', at: '2026-12-15T09:00', costs: { awkward: 60 } },
    { why: 'the last quarter, for both', at: '2026-12-15T16:15', costs: { awkward: 30 } },
    {
      why: 'early in New York',
      at: '2026-12-15T14:00',
      members: [{}, newYork],
      costs: { awkward: 30 },
    },
    {
      why: 'early in New York for somebody who had two such half-hours more than the other',
      at: '2026-12-15T14:00',
      members: [{ awkward: 30 }, { ...newYork, awkward: 90 }],
      costs: { awkward: 90 },
    },
    {
      why: 'four times as much at most',
      at: '2026-12-15T14:00',
      members: [{}, { ...newYork, awkward: 900 }],
      costs: { awkward: 120 },
    },
    {
      why: 'what the other had does not matter where it is not awkward for them',
      at: '2026-12-15T14:00',
      members: [{ awkward: 900 }, newYork],
      costs: { awkward: 30 },
    },
  ],
  spread: [
    {
      why: 'as many on this half-day as elsewhere: two of four, as if ten more were spread evenly',
      at: '2026-12-15T10:00',
      others: ['2026-12-15T09:30', '2026-12-15T11:30', '2026-12-15T12:00', '2026-12-16T10:00'],
      costs: { spread: 14 },
    },
    { why: 'nobody there yet', at: '2026-12-15T10:00', others: ['2026-12-16T10:00'], costs: {} },
  ],
};

describe('slotScorer', () => {
  for (const [term, table] of Object.entries(examples)) {
    describe(term, () => {
      for (const { why, at, minutes = 30, members = [{}, {}], others = [], now, costs } of table) {
        it(why, () => {
          const load = weekLoad(
            week,
            others.map((start) => halfHour(`${start}Z`)),
          );
          const score = slotScorer(
            { ...rules, ...(now !== undefined && { now: Date.parse(now) }) },
            members.map(weekOf),
            minutes,
            load,
          )((Date.parse(`${at}Z`) - week.start) / quarter);
          const charged = Object.fromEntries(Object.entries(score).filter(([, points]) => points !== 0));
          assert.deepEqual(charged, costs);
        });
      }
    });
  }

  it('sums the terms', () => {
    const score = {
      preferred: 1,
      lunch: 10,
      backToBack: 100,
      day: 1000,
      notice: 10_000,
      awkward: 100_000,
      spread: 1_000_000,
    };
    assert.equal(totalOf(score), 1_111_111);
  });
});
