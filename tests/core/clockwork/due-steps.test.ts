import assert from 'node:assert/strict';
import { dueSteps, nextDue } from '../../../core/clockwork/due-steps.ts';
import type { Round } from '../../../core/records/round.ts';
import { roundTimes } from '../../../core/schemes/round-times.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { round } from '../../support/records.ts';

const scheme = defaultScheme(Date.parse('2026-12-07T08:00:00Z'));

/** The round of 14 December 2026, answers last read at 09:00 on Tuesday, the next meeting not before noon. */
const december = round({
  stage: 'meeting',
  answersCheckedAt: Date.parse('2026-12-15T09:00:00.000Z'),
  lookedAheadAt: Date.parse('2026-12-15T09:00:00.000Z'),
  nextMeetingAt: Date.parse('2026-12-15T12:00:00.000Z'),
});

/** A look after the week found a meeting that was moved beyond it. */
const movedBeyond: Round = {
  ...december,
  answersCheckedAt: Date.parse('2026-12-21T00:00:00.000Z'),
  lookedAheadAt: Date.parse('2026-12-21T00:00:00.000Z'),
  nextMeetingAt: Date.parse('2026-12-22T10:00:00.000Z'),
  lastMeetingEndsAt: Date.parse('2026-12-22T10:30:00.000Z'),
};

describe('dueSteps', () => {
  for (const { at, rounds = [], due, why, of = scheme } of [
    { at: '2026-12-10T09:59:59.999Z', due: [], why: 'not yet Thursday, 10:00 in London' },
    { at: '2026-12-10T10:00:00Z', due: ['pair 2026-12-14'], why: 'Thursday, 10:00 in London' },
    { at: '2026-12-13T23:59:59Z', due: ['pair 2026-12-14'], why: 'ticks were missed for days' },
    { at: '2026-12-20T23:59:59Z', due: ['pair 2026-12-14'], why: 'ticks were missed until the last minute' },
    { at: '2026-12-21T00:00:00Z', due: [], why: 'too late: the meeting week is over' },
    {
      at: '2026-12-10T10:00:00Z',
      of: defaultScheme(Date.parse('2026-12-10T10:00:01Z')),
      due: [],
      why: 'nobody could have signed up: the scheme is younger',
    },
    {
      at: '2027-06-10T09:00:00Z',
      due: ['pair 2027-06-14'],
      why: 'summer: 10:00 in London is 09:00 in UTC',
    },
    {
      at: '2026-12-10T10:15:00Z',
      rounds: [{ ...december, stage: 'pairing' }],
      due: ['pair 2026-12-14'],
      why: 'the round has begun, but has no plan',
    },
    {
      at: '2026-12-10T10:15:00Z',
      rounds: [{ ...december, stage: 'booking', answersCheckedAt: null }],
      due: ['carry-out 2026-12-14', 'look-after 2026-12-14'],
      why: 'planned, and never looked after',
    },
    { at: '2026-12-15T09:54:59Z', rounds: [december], due: [], why: 'answers read within the hour' },
    {
      at: '2026-12-15T10:00:02Z',
      rounds: [{ ...december, answersCheckedAt: Date.parse('2026-12-15T09:03:40.000Z') }],
      due: ['look-after 2026-12-14'],
      why: 'an hour later, though the last look took some minutes',
    },
    {
      at: '2026-12-15T09:15:00Z',
      rounds: [{ ...december, nextMeetingAt: Date.parse('2026-12-15T09:45:00.000Z') }],
      due: ['look-ahead 2026-12-14'],
      why: 'a meeting begins in half an hour',
    },
    {
      at: '2026-12-15T09:15:00Z',
      rounds: [{ ...december, nextMeetingAt: Date.parse('2026-12-15T09:45:00.001Z') }],
      due: [],
      why: 'the next meeting begins later than that',
    },
    {
      at: '2026-12-15T09:15:00Z',
      rounds: [{ ...december, nextMeetingAt: null }],
      due: [],
      why: 'there is no meeting to come',
    },
    {
      at: '2026-12-15T09:30:00Z',
      rounds: [
        {
          ...december,
          nextMeetingAt: Date.parse('2026-12-15T09:45:00.000Z'),
          lookedAheadAt: Date.parse('2026-12-15T09:15:20.000Z'),
        },
      ],
      due: ['look-ahead 2026-12-14'],
      why: 'the last look at it was a quarter of an hour ago',
    },
    {
      at: '2026-12-15T09:17:00Z',
      rounds: [
        {
          ...december,
          nextMeetingAt: Date.parse('2026-12-15T09:45:00.000Z'),
          lookedAheadAt: Date.parse('2026-12-15T09:15:20.000Z'),
        },
      ],
      due: [],
      why: 'a tick came twice: the look was done',
    },
    {
      at: '2026-12-15T09:50:00Z',
      rounds: [{ ...december, nextMeetingAt: Date.parse('2026-12-15T09:15:00.000Z') }],
      due: ['look-ahead 2026-12-14'],
      why: 'ticks were missed: the meeting has begun, or is over and another one may be next',
    },
    {
      at: '2026-12-15T10:00:00Z',
      rounds: [{ ...december, nextMeetingAt: Date.parse('2026-12-15T10:00:00.000Z') }],
      due: ['look-after 2026-12-14'],
      why: 'both looks are due: looking after the whole round is enough',
    },
    {
      at: '2026-12-15T10:00:00Z',
      rounds: [december],
      due: ['look-after 2026-12-14'],
      why: 'an hour later',
    },
    { at: '2026-12-21T00:00:00Z', rounds: [december], due: ['close 2026-12-14'], why: 'the week is over' },
    {
      at: '2026-12-21T00:00:00Z',
      rounds: [{ ...december, stage: 'pairing' }],
      due: ['close 2026-12-14'],
      why: 'the week is over, although the round was never planned',
    },
    {
      at: '2027-01-07T10:00:00Z',
      rounds: [december],
      due: ['pair 2027-01-11', 'close 2026-12-14'],
      why: 'a new round while an old one was never closed',
    },
    { at: '2027-01-06T10:00:00Z', rounds: [{ ...december, stage: 'closed' }], due: [], why: 'closed' },
    {
      at: '2026-12-21T00:00:00Z',
      rounds: [{ ...movedBeyond, answersCheckedAt: Date.parse('2026-12-20T23:59:59.999Z') }],
      due: ['close 2026-12-14'],
      why: 'a meeting was moved beyond the week, but the round was not looked at since its end',
    },
    {
      at: '2026-12-21T01:00:00Z',
      rounds: [movedBeyond],
      due: ['look-after 2026-12-14'],
      why: 'a meeting that was moved beyond the week lies ahead: a look every hour',
    },
    { at: '2026-12-21T00:45:00Z', rounds: [movedBeyond], due: [], why: 'it was looked at within the hour' },
    {
      at: '2026-12-22T09:30:00Z',
      rounds: [{ ...movedBeyond, answersCheckedAt: Date.parse('2026-12-22T09:00:00.000Z') }],
      due: ['look-ahead 2026-12-14'],
      why: 'it begins in half an hour',
    },
    {
      at: '2026-12-22T10:15:00Z',
      rounds: [{ ...movedBeyond, answersCheckedAt: Date.parse('2026-12-22T10:00:00.000Z') }],
      due: ['look-ahead 2026-12-14'],
      why: 'it is under way',
    },
    {
      at: '2026-12-22T10:30:00Z',
      rounds: [movedBeyond],
      due: ['close 2026-12-14'],
      why: 'it is over, as far as is known',
    },
    {
      at: '2026-12-21T01:00:00Z',
      rounds: [{ ...movedBeyond, nextMeetingAt: null, lastMeetingEndsAt: null }],
      due: ['close 2026-12-14'],
      why: 'it was called off, and no other lies ahead',
    },
    {
      at: '2027-01-03T23:59:59.999Z',
      rounds: [{ ...movedBeyond, lastMeetingEndsAt: Date.parse('2027-02-16T10:30:00.000Z') }],
      due: ['look-after 2026-12-14'],
      why: 'it lies far ahead',
    },
    {
      at: '2027-01-04T00:00:00Z',
      rounds: [{ ...movedBeyond, lastMeetingEndsAt: Date.parse('2027-02-16T10:30:00.000Z') }],
      due: ['close 2026-12-14'],
      why: '14 days after the week, although a meeting lies ahead',
    },
  ] satisfies { at: string; rounds?: Round[]; due: string[]; why: string; of?: typeof scheme }[]) {
    it(`${at}: ${due.join(', ') || 'nothing'} (${why})`, () => {
      const steps = dueSteps(of, rounds, Date.parse(at));
      assert.deepEqual(
        steps.map(({ kind, round }) => `${kind} ${round}`),
        due,
      );
    });
  }
});

describe('nextDue', () => {
  const times = [roundTimes(scheme, '2026-12-14'), roundTimes(scheme, '2027-01-11')];
  for (const [now, next] of [
    ['2026-12-07T08:00:00.000Z', '2026-12-10T10:00:00.000Z'],
    ['2026-12-10T10:00:00.000Z', '2026-12-14T00:00:00.000Z'],
    ['2026-12-14T00:00:00.000Z', '2026-12-21T00:00:00.000Z'],
    ['2026-12-21T00:00:00.000Z', '2027-01-07T10:00:00.000Z'],
    ['2027-01-18T00:00:00.000Z', null],
  ] as const) {
    it(`after ${now}: ${next ?? 'nothing'}`, () => {
      const at = nextDue(times, Date.parse(now));
      assert.equal(at === null ? null : new Date(at).toISOString(), next);
    });
  }
});
