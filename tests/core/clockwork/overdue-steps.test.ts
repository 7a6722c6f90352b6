import assert from 'node:assert/strict';
import { nextStep } from '../../../core/clockwork/next-step.ts';
import { overdueSteps } from '../../../core/clockwork/overdue-steps.ts';
import { tick } from '../../../core/clockwork/tick.ts';
import { newMailbox } from '../../../core/mailbox/change-mailbox.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { employee } from '../../support/emulated-graph.ts';
import { round } from '../../support/records.ts';
import { useProduct } from '../../support/test-product.ts';

const epoch = (instant: string) => Date.parse(instant);
const scheme = defaultScheme(epoch('2026-12-07T08:00:00Z'));

/** The round of 14 December 2026; answers were last read at 09:00 on Tuesday. */
const december = round({
  stage: 'meeting',
  answersCheckedAt: epoch('2026-12-15T09:00:00Z'),
  lookedAheadAt: epoch('2026-12-15T09:00:00Z'),
  nextMeetingAt: epoch('2026-12-15T12:00:00Z'),
  directoryReadAt: epoch('2026-12-10T10:00:00Z'),
});
const closed = {
  ...december,
  stage: 'closed' as const,
  figures: { tookPart: 2, paired: 2, met: 2, notMet: 0, notKnown: 0 },
};
const timed = { ...scheme, preview: 'timed' as const };
const called = { ...december, stage: 'calling' as const, called: 'standing' as const };
const drafted = { ...called, draftedAt: epoch('2026-12-09T16:00:00Z') };
const afterWeek = { ...december, answersCheckedAt: epoch('2026-12-21T00:00:00Z') };

describe('overdueSteps', () => {
  for (const { at, rounds = [december], overdue, why, of = scheme } of [
    { at: '2026-12-10T11:00:00Z', rounds: [], overdue: [], why: 'pairing is late by an hour, no more' },
    {
      at: '2026-12-10T11:00:01Z',
      rounds: [],
      overdue: ['pair since 2026-12-10T10:00:00.000Z'],
      why: 'no tick for more than an hour after the pairing time',
    },
    {
      at: '2026-12-11T10:00:00Z',
      rounds: [{ ...december, stage: 'pairing' as const }],
      overdue: ['pair since 2026-12-10T10:00:00.000Z'],
      why: 'pairing began, and fails each time',
    },
    {
      at: '2026-12-11T10:00:00Z',
      rounds: [{ ...december, stage: 'booking' as const, answersCheckedAt: epoch('2026-12-11T10:00:00Z') }],
      overdue: [],
      why: 'booking goes on for a day',
    },
    {
      at: '2026-12-11T10:00:01Z',
      rounds: [{ ...december, stage: 'booking' as const, answersCheckedAt: epoch('2026-12-11T10:00:00Z') }],
      overdue: ['carry-out since 2026-12-10T10:00:00.000Z'],
      why: 'booking goes on for longer than a day',
    },
    { at: '2026-12-15T11:00:00Z', overdue: [], why: 'answers were to be read an hour ago' },
    {
      at: '2026-12-15T16:15:00Z',
      overdue: ['look-after since 2026-12-15T10:00:00.000Z'],
      why: 'answers were not read since 09:00: since the first hour that was missed',
    },
    {
      at: '2026-12-12T11:15:00Z',
      rounds: [{ ...december, answersCheckedAt: null, directoryReadAt: epoch('2026-12-11T18:45:00Z') }],
      overdue: ['look-after since 2026-12-11T19:00:00.000Z'],
      why: 'the round was paired a day late: answers were not to be read before',
    },
    {
      at: '2026-12-21T02:00:00Z',
      overdue: ['close since 2026-12-21T00:00:00.000Z'],
      why: 'the week is over for two hours',
    },
    {
      at: '2026-12-22T11:00:00Z',
      rounds: [{ ...afterWeek, lastMeetingEndsAt: epoch('2026-12-22T10:30:00Z') }],
      overdue: [],
      why: 'a meeting was moved beyond the week, and ended half an hour ago',
    },
    {
      at: '2027-01-01T10:00:00Z',
      rounds: [closed],
      overdue: [],
      why: 'closed',
    },
    {
      at: '2026-12-15T09:15:00Z',
      rounds: [{ ...december, nextMessageAt: epoch('2026-12-15T09:00:00Z') }],
      overdue: [],
      why: 'a message fell due a quarter of an hour ago, days after the pairing',
    },
    {
      at: '2027-01-04T10:00:01Z',
      rounds: [closed],
      overdue: ['call since 2027-01-04T09:00:00.000Z'],
      why: 'nobody was called for more than an hour',
    },
    {
      at: '2026-12-09T17:00:01Z',
      of: timed,
      rounds: [called],
      overdue: ['draft since 2026-12-09T16:00:00.000Z'],
      why: 'no draft was made for more than an hour',
    },
    {
      at: '2026-12-14T01:00:01Z',
      of: { ...timed, preview: 'waits' as const },
      rounds: [drafted],
      overdue: ['pair since 2026-12-14T00:00:00.000Z'],
      why: 'it waited for a coordinator until its week began, and was not paired then',
    },
  ]) {
    it(`${at}: ${overdue.join(', ') || 'none'} (${why})`, () => {
      const found = overdueSteps(of, rounds, epoch(at));
      assert.deepEqual(
        found.map(({ step, since }) => `${step.kind} since ${new Date(since).toISOString()}`),
        overdue,
      );
    });
  }
});

describe('nextStep', () => {
  for (const { at, rounds = [], next, of = scheme } of [
    { at: '2026-12-07T08:30:00Z', next: 'call 2026-12-14 at 2026-12-07T09:00:00.000Z' },
    {
      at: '2026-12-07T09:15:00Z',
      rounds: [{ ...december, stage: 'calling' as const, called: 'standing' as const }],
      next: 'pair 2026-12-14 at 2026-12-10T10:00:00.000Z',
    },
    { at: '2026-12-10T10:05:00Z', next: 'pair 2026-12-14 at 2026-12-10T10:05:00.000Z' },
    {
      at: '2026-12-15T09:05:00Z',
      rounds: [december],
      next: 'look-after 2026-12-14 at 2026-12-15T10:00:00.000Z',
    },
    {
      at: '2026-12-20T12:00:00Z',
      rounds: [{ ...december, nextMeetingAt: null, answersCheckedAt: epoch('2026-12-18T19:00:00Z') }],
      next: 'close 2026-12-14 at 2026-12-21T00:00:00.000Z',
    },
    {
      at: '2027-01-01T00:00:00Z',
      rounds: [closed],
      next: 'call 2027-01-11 at 2027-01-04T09:00:00.000Z',
    },
    {
      at: '2026-12-08T09:15:00Z',
      of: timed,
      rounds: [called],
      next: 'draft 2026-12-14 at 2026-12-09T16:00:00.000Z',
    },
    {
      at: '2026-12-09T17:00:00Z',
      of: timed,
      rounds: [drafted],
      next: 'pair 2026-12-14 at 2026-12-10T10:00:00.000Z',
    },
    {
      at: '2026-12-10T11:00:00Z',
      of: { ...timed, preview: 'waits' as const },
      rounds: [drafted],
      next: 'pair 2026-12-14 at 2026-12-14T00:00:00.000Z',
    },
    {
      at: '2026-12-09T17:05:00Z',
      of: timed,
      rounds: [{ ...december, answersCheckedAt: epoch('2026-12-09T17:00:00Z') }],
      next: 'look-after 2026-12-14 at 2026-12-09T18:00:00.000Z',
    },
  ]) {
    it(`is at ${at}: ${next}`, () => {
      const found = nextStep(of, rounds, epoch(at));
      assert.equal(`${found.step.kind} ${found.step.round} at ${new Date(found.at).toISOString()}`, next);
    });
  }
});

describe('a tick', () => {
  const start = useProduct();

  async function alarmsAt(
    instant: string,
    more: Partial<Ports> = {},
    before?: (ports: Ports) => Promise<void>,
  ) {
    const product = await start({ employees: [employee('Ann')], now: '2026-12-07T08:00:00Z' });
    const alarms: unknown[] = [];
    const ports: Ports = {
      ...product.ports,
      ...more,
      log: (event, fields) => {
        if (event === 'alarm') alarms.push(fields);
      },
    };
    await tick(ports);
    await before?.(ports);
    product.setClock(instant);
    await tick(ports);
    return { alarms, queue: product.queue };
  }

  const overdue = {
    reason: 'step-overdue',
    step: 'pair',
    scheme: 'unmentoring',
    round: '2026-12-14',
    since: '2026-12-10T10:00:00.000Z',
    minutes: 135,
  };

  it('raises one alarm for a round that should have been paired two hours ago, and has it paired', async () => {
    const { alarms, queue } = await alarmsAt('2026-12-10T12:15:00Z');
    assert.deepEqual(alarms, [overdue]);
    assert.deepEqual(
      queue.map(({ work }) => work.kind),
      ['pair'],
    );
  });

  it('raises it while every mailbox refuses, too', async () => {
    const { alarms, queue } = await alarmsAt('2026-12-10T12:15:00Z', {}, async ({ organisers, storage }) => {
      const goneUntil = epoch('2026-12-10T13:00:00Z');
      for (const mailbox of organisers) await storage.mailboxes.insert({ ...newMailbox(mailbox), goneUntil });
    });
    assert.deepEqual([alarms, queue], [[overdue], []]);
  });

  it('raises no alarm for a step that has just fallen due', async () => {
    assert.deepEqual((await alarmsAt('2026-12-10T10:00:00Z')).alarms, []);
  });

  it('raises an alarm once an hour for each queue with messages that were given up', async () => {
    const counts = async () => [
      { queue: 'steps', messages: 2 },
      { queue: 'bookings', messages: 0 },
    ];
    const none = async () => 0;
    const poison = { counts, list: async () => [], retry: none, remove: none };
    const alarm = { reason: 'poison-messages', queue: 'steps', messages: 2 };
    assert.deepEqual((await alarmsAt('2026-12-07T08:45:00Z', { poison })).alarms, [alarm]);
    assert.deepEqual((await alarmsAt('2026-12-07T09:00:00Z', { poison })).alarms, [alarm, alarm]);
  });
});
