import assert from 'node:assert/strict';
import { dueSteps, nextDue } from '../../../core/clockwork/due-steps.ts';
import type { Round } from '../../../core/records/round.ts';
import { roundTimes } from '../../../core/schemes/round-times.ts';
import { defaultScheme, type Scheme } from '../../../core/records/scheme.ts';
import { round } from '../../support/records.ts';

const epoch = (instant: string) => Date.parse(instant);

const scheme = defaultScheme(Date.parse('2026-12-07T08:00:00Z'));

/** The round of 14 December 2026, answers last read at 09:00 on Tuesday, the next meeting not before noon. */
const december = round({
  stage: 'meeting',
  answersCheckedAt: Date.parse('2026-12-15T09:00:00.000Z'),
  lookedAheadAt: Date.parse('2026-12-15T09:00:00.000Z'),
  nextMeetingAt: Date.parse('2026-12-15T12:00:00.000Z'),
});

const closed: Round = {
  ...december,
  stage: 'closed',
  figures: { tookPart: 2, paired: 2, met: 2, notMet: 0, notKnown: 0 },
};

/** The same round on Monday 7 December, once people were called. */
const called = round({ stage: 'calling', called: 'standing' });

/** The same scheme, which shows coordinators a round before it goes out. */
const timed: Scheme = { ...scheme, preview: 'timed' };
const waiting: Scheme = { ...scheme, preview: 'waits' };
const drafted: Round = { ...called, draftedAt: epoch('2026-12-09T16:00:00Z') };

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
    { at: '2026-12-07T08:59:59.999Z', due: [], why: 'not yet Monday, 09:00 in London' },
    { at: '2026-12-07T09:00:00Z', due: ['call 2026-12-14'], why: 'three working days before the pairing' },
    { at: '2026-12-10T09:59:59.999Z', due: ['call 2026-12-14'], why: 'ticks were missed for days' },
    {
      at: '2026-12-10T09:59:59.999Z',
      rounds: [called],
      due: [],
      why: 'people were called, and it is not yet Thursday, 10:00 in London',
    },
    {
      at: '2026-12-08T09:00:00Z',
      rounds: [{ ...called, nextMessageAt: epoch('2026-12-08T09:00:00Z') }],
      due: ['carry-out 2026-12-14'],
      why: 'the reader of a call begins to work',
    },
    {
      at: '2026-12-07T09:15:00Z',
      rounds: [round({ stage: 'calling' })],
      due: ['call 2026-12-14'],
      why: 'calling was interrupted',
    },
    {
      at: '2026-12-04T09:00:00Z',
      of: defaultScheme(epoch('2026-12-01T08:00:00Z')),
      rounds: [round({ stage: 'calling' })],
      due: [],
      why: 'somebody was told that a break ends; nobody is called yet',
    },
    { at: '2026-12-10T10:00:00Z', rounds: [called], due: ['pair 2026-12-14'], why: 'people were called' },
    {
      at: '2026-12-10T10:00:00Z',
      rounds: [{ ...called, nextMessageAt: epoch('2026-12-10T09:45:00Z') }],
      due: ['pair 2026-12-14'],
      why: 'a call that has not arrived gives way to the pairing',
    },
    {
      at: '2026-12-09T15:59:59Z',
      of: timed,
      rounds: [called],
      due: [],
      why: 'not yet 16:00 on the working day before the pairing',
    },
    {
      at: '2026-12-09T16:00:00Z',
      of: timed,
      rounds: [{ ...called, nextMessageAt: epoch('2026-12-09T16:00:00Z') }],
      due: ['draft 2026-12-14', 'carry-out 2026-12-14'],
      why: 'a draft is to be made, and the reader of a call begins to work',
    },
    { at: '2026-12-09T16:15:00Z', of: timed, rounds: [drafted], due: [], why: 'the draft is made' },
    { at: '2026-12-09T16:15:00Z', rounds: [called], due: [], why: 'the scheme has no preview' },
    {
      at: '2026-12-09T16:15:00Z',
      of: timed,
      due: ['call 2026-12-14', 'draft 2026-12-14'],
      why: 'ticks were missed for days: whichever comes first claims the round',
    },
    {
      at: '2026-12-09T16:15:00Z',
      of: timed,
      rounds: [{ ...drafted, releasedAt: epoch('2026-12-09T16:10:00Z'), releasedDraft: 1 }],
      due: ['pair 2026-12-14'],
      why: 'a coordinator released it before its pairing time',
    },
    {
      at: '2026-12-10T10:00:00Z',
      of: timed,
      rounds: [called],
      due: ['pair 2026-12-14'],
      why: 'no draft was made in time',
    },
    {
      at: '2026-12-13T23:59:59Z',
      of: waiting,
      rounds: [drafted],
      due: [],
      why: 'it waits for a coordinator',
    },
    {
      at: '2026-12-13T23:59:59Z',
      of: waiting,
      due: ['draft 2026-12-14'],
      why: 'it has nothing to wait with',
    },
    {
      at: '2026-12-14T00:00:00Z',
      of: waiting,
      rounds: [drafted],
      due: ['pair 2026-12-14'],
      why: 'its week begins, and nobody released it',
    },
    { at: '2026-12-21T00:00:00Z', rounds: [called], due: ['close 2026-12-14'], why: 'it was never paired' },
    {
      at: '2027-01-04T09:00:00Z',
      rounds: [closed],
      due: ['call 2027-01-11'],
      why: 'the next round is near',
    },
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
    { at: '2027-01-03T10:00:00Z', rounds: [closed], due: [], why: 'closed' },
    {
      at: '2026-12-21T00:15:00Z',
      rounds: [{ ...december, stage: 'closed' }],
      due: ['close 2026-12-14'],
      why: 'closed, and what became of its people is not counted yet',
    },
    {
      at: '2026-12-21T08:45:00Z',
      rounds: [{ ...closed, nextMessageAt: epoch('2026-12-21T09:00:00Z') }],
      due: [],
      why: 'closed, and a last message waits for its reader’s morning',
    },
    {
      at: '2026-12-21T09:00:00Z',
      rounds: [{ ...closed, nextMessageAt: epoch('2026-12-21T09:00:00Z') }],
      due: ['carry-out 2026-12-14'],
      why: 'closed, and it is the morning of the reader of a last message',
    },
    {
      at: '2026-12-21T00:00:00Z',
      rounds: [{ ...movedBeyond, answersCheckedAt: Date.parse('2026-12-20T23:59:59.999Z') }],
      due: ['close 2026-12-14'],
      why: 'a meeting was moved beyond the week, but the round was not looked at since its end',
    },
    {
      at: '2026-12-21T06:45:00Z',
      rounds: [movedBeyond],
      due: [],
      why: 'a meeting that was moved beyond the week lies ahead, and it is night',
    },
    {
      at: '2026-12-21T07:00:00Z',
      rounds: [movedBeyond],
      due: ['look-after 2026-12-14'],
      why: 'it is morning',
    },
    {
      at: '2026-12-22T09:30:00Z',
      rounds: [{ ...movedBeyond, answersCheckedAt: epoch('2026-12-22T09:00:00Z') }],
      due: ['look-ahead 2026-12-14'],
      why: 'it begins in half an hour',
    },
    {
      at: '2026-12-22T10:15:00Z',
      rounds: [
        {
          ...movedBeyond,
          answersCheckedAt: epoch('2026-12-22T10:00:00Z'),
          lookedAheadAt: epoch('2026-12-22T10:00:00Z'),
        },
      ],
      due: [],
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

describe('when answers are read', () => {
  for (const { at: now, read, ahead = read, meeting = null, due, why, of = scheme } of [
    { at: '12-11T06:45', read: '12-10T19:00', due: null, why: 'before seven in the morning' },
    { at: '12-11T07:00', read: '12-10T19:00', due: 'look-after', why: 'the first hour of a working day' },
    { at: '12-11T07:15', read: '12-11T07:00', due: null, why: 'a tick came twice, or a quarter later' },
    { at: '12-11T07:45', read: '12-10T19:00', due: 'look-after', why: 'ticks were missed' },
    {
      at: '12-11T08:00',
      read: '12-11T07:46',
      due: 'look-after',
      why: 'the next hour, though the last look was late',
    },
    { at: '12-11T19:00', read: '12-11T18:00', due: 'look-after', why: 'the last hour' },
    { at: '12-11T23:00', read: '12-11T19:00', due: null, why: 'the evening' },
    { at: '12-12T10:00', read: '12-11T19:00', due: null, why: 'Saturday' },
    { at: '12-12T03:00', read: '12-11T18:00', due: 'look-after', why: 'the last look of Friday was missed' },
    { at: '12-13T23:45', read: '12-11T19:00', due: null, why: 'Sunday' },
    { at: '12-14T00:00', read: '12-11T19:00', due: null, why: 'nobody is at work' },
    { at: '12-14T00:15', read: '12-14T00:00', due: null, why: 'the week has begun' },
    {
      at: '12-12T10:00',
      read: '12-11T19:00',
      of: { ...scheme, workingHours: { ...scheme.workingHours, days: ['Sun', 'Sat'] } },
      due: 'look-after',
      why: 'people work on Saturdays in this scheme',
    },
    {
      at: '12-11T13:30',
      read: '12-10T13:30',
      of: { ...scheme, zone: 'Asia/Kolkata' },
      due: 'look-after',
      why: 'seven in the evening in Kolkata',
    },
    {
      at: '12-11T14:30',
      read: '12-11T13:30',
      of: { ...scheme, zone: 'Asia/Kolkata' },
      due: null,
      why: 'eight in the evening in Kolkata',
    },
    {
      at: '12-15T09:30',
      read: '12-15T09:00',
      meeting: '12-15T10:00',
      due: 'look-ahead',
      why: 'a meeting begins in half an hour',
    },
    {
      at: '12-15T09:15',
      read: '12-15T09:00',
      meeting: '12-15T10:00',
      due: null,
      why: 'it begins in three quarters of an hour',
    },
    {
      at: '12-15T09:45',
      read: '12-15T09:00',
      ahead: '12-15T09:30',
      meeting: '12-15T10:00',
      due: null,
      why: 'its answers were read half an hour before',
    },
    {
      at: '12-15T09:55',
      read: '12-15T09:00',
      meeting: '12-15T10:00',
      due: 'look-ahead',
      why: 'they were not, since ticks were missed',
    },
    {
      at: '12-15T10:00',
      read: '12-15T09:00',
      meeting: '12-15T10:30',
      due: 'look-after',
      why: 'on the hour all answers are read',
    },
    {
      at: '12-15T09:45',
      read: '12-15T09:00',
      meeting: '12-15T10:15',
      due: null,
      why: 'it begins at a quarter past: those on the hour come in time',
    },
    {
      at: '12-15T10:15',
      read: '12-15T10:00',
      meeting: '12-15T10:45',
      due: 'look-ahead',
      why: 'it begins at a quarter to',
    },
    {
      at: '12-15T06:15',
      read: '12-14T19:00',
      meeting: '12-15T06:45',
      due: 'look-ahead',
      why: 'it begins before the first hour',
    },
    { at: '12-15T09:30', read: null, due: 'look-after', why: 'nobody has read any' },
  ] satisfies {
    at: string;
    read: string | null;
    ahead?: string | null;
    meeting?: string | null;
    due: string | null;
    why: string;
    of?: typeof scheme;
  }[]) {
    it(`${now}: ${due ?? 'nothing'} (${why})`, () => {
      const instant = (text: string | null) => (text === null ? null : epoch(`2026-${text}:00Z`));
      const theirs: Round = {
        ...december,
        answersCheckedAt: instant(read),
        lookedAheadAt: instant(ahead),
        nextMeetingAt: instant(meeting),
      };
      const steps = dueSteps(of, [theirs], epoch(`2026-${now}:00Z`));
      assert.deepEqual(
        steps.map(({ kind }) => kind),
        due === null ? [] : [due],
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
