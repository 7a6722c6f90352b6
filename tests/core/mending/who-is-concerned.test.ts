import assert from 'node:assert/strict';
import {
  isNewlyAlone,
  type Known,
  howManyLeftAlone,
  whichAreConcerned,
  whoIsAlone,
} from '../../../core/mending/who-is-concerned.ts';
import { coreOf, type PairingRecord } from '../../../core/records/pairing.ts';
import type { Slot } from '../../../core/time/slot.ts';
import { placement } from '../../support/records.ts';
import { answer, at, booked, choosing, person, situation, week } from './cases/situations.ts';

const [ann, ben, cem] = [person('ann'), person('ben'), person('cem')];
/** Tuesday 15 December 2026, 09:00 UTC. The meeting of Ann and Ben is at 10:00. */
const tuesday = Date.parse('2026-12-15T09:00:00Z');

/** What a look knows on that Tuesday of one pairing. */
function known(pairing: PairingRecord, heard: Known['heard'] = new Map(), more: Partial<Known> = {}): Known {
  const given = situation({ people: [], pairings: [pairing], more: { now: tuesday } });
  return { ...given, heard, isFirstOfDay: false, enrolled: new Map(), absent: new Set(), ...more };
}

const pair = booked('p00001', [ann, ben]);
const from = (given: ReturnType<typeof answer>) => new Map([['p00001', new Map([['ben', given]])]]);
const left = new Map([['ben', { status: 'left', pausedUntil: null }]] as const);
const suggested = (offer: Slot[]) => choosing('p00001', [ann, ben], { offer });

describe('a look', () => {
  for (const { why, of, concerns } of [
    { why: 'nobody answered', of: known(pair), concerns: false },
    { why: 'a member accepted', of: known(pair, from(answer('accepted'))), concerns: false },
    { why: 'a member may come', of: known(pair, from(answer('tentative'))), concerns: false },
    { why: 'a member declined', of: known(pair, from(answer('declined'))), concerns: true },
    {
      why: 'a member proposed another time',
      of: known(pair, from(answer('tentative', at('16 14:00')))),
      concerns: true,
    },
    {
      why: 'a member proposed the time that it has',
      of: known(pair, from(answer('tentative', at('15 10:00')))),
      concerns: false,
    },
    {
      why: 'the decline was dealt with',
      of: known({ ...pair, handled: { ben: answer('declined').at } }, from(answer('declined'))),
      concerns: false,
    },
    { why: 'its event is gone', of: known(pair, new Map(), { gone: new Set(['p00001']) }), concerns: true },
    { why: 'a member left', of: known(pair, new Map(), { enrolled: left }), concerns: true },
    {
      why: 'a member is not enrolled any more',
      of: known(pair, new Map(), { enrolled: new Map([['ben', null]]) }),
      concerns: true,
    },
    {
      why: 'a member paused over it',
      of: known(pair, new Map(), {
        enrolled: new Map([['ben', { status: 'paused', pausedUntil: '2026-12-16' }]]),
      }),
      concerns: true,
    },
    {
      why: 'a member is back in time',
      of: known(pair, new Map(), {
        enrolled: new Map([['ben', { status: 'paused', pausedUntil: '2026-12-15' }]]),
      }),
      concerns: false,
    },
    {
      why: 'a member cannot be reached',
      of: known(pair, new Map(), { absent: new Set(['ben']) }),
      concerns: true,
    },
    {
      why: 'a member of a meeting that is over declined',
      of: known(booked('p00001', [ann, ben], { slot: at('14 10:00') }), from(answer('declined')), {
        round: { ...situation({ people: [] }).round, answersCheckedAt: tuesday - 3_600_000 },
      }),
      concerns: false,
    },
    {
      why: 'a member declined a meeting under way',
      of: known(booked('p00001', [ann, ben], { slot: at('15 08:45') }), from(answer('declined'))),
      concerns: true,
    },
    { why: 'times can still be chosen', of: known(suggested([at('15 09:30')])), concerns: false },
    { why: 'the last time came too near', of: known(suggested([at('15 09:29')])), concerns: true },
    { why: 'it did so yesterday', of: known(suggested([at('14 16:00')])), concerns: false },
    {
      why: 'it did so yesterday, in the first look of a day',
      of: known(suggested([at('14 16:00')]), new Map(), { isFirstOfDay: true }),
      concerns: true,
    },
    { why: 'no time was left to offer', of: known(suggested([])), concerns: false },
  ]) {
    it(`${concerns ? 'decides about' : 'leaves alone'} a pairing when ${why}`, () => {
      assert.equal(whichAreConcerned(of).length, concerns ? 1 : 0);
    });
  }

  it('counts pairings of which one member is left', () => {
    const trio = booked('p00001', [ann, ben, cem]);
    const count = (of: Known) => howManyLeftAlone(of, whichAreConcerned(of));
    assert.equal(count(known(pair, new Map(), { enrolled: left })), 1);
    assert.equal(count(known(trio, new Map(), { enrolled: left })), 0);
    assert.equal(count(known(pair, new Map(), { absent: new Set(['ann', 'ben']) })), 0);
    assert.equal(count(known(pair, from(answer('declined')))), 0);
  });
});

describe('somebody without a meeting', () => {
  const lonely = (more: Parameters<typeof placement>[1], now = tuesday): Known => ({
    ...known(pair, new Map(), { now }),
    placements: new Map([['cem', placement('cem', more)]]),
  });

  it('is looked after in every look for three hours, then once a day', () => {
    const lost = lonely({ reason: 'partner-left', changedAt: tuesday - 3 * 3_600_000 });
    assert.deepEqual([whoIsAlone(lost), isNewlyAlone(lost, 'cem')], [['cem'], false]);
    const justNow = lonely({ reason: 'partner-left', changedAt: tuesday - 3 * 3_600_000 + 1 });
    assert.deepEqual([whoIsAlone(justNow), isNewlyAlone(justNow, 'cem')], [['cem'], true]);
    assert.equal(isNewlyAlone(lonely({ reason: 'no-common-slot' }), 'cem'), false);
  });

  it('is new when their pairing failed just now', () => {
    const core = { ...coreOf(pair), readAt: tuesday - 60_000 };
    const failed: PairingRecord = { ...core, state: 'failed', reason: 'nobody-chose' };
    assert.deepEqual(whoIsAlone(known(failed)), ['ann', 'ben']);
    assert.ok(isNewlyAlone(known(failed), 'ann'));
  });

  it('is somebody who joined after the plan, until the first look of the week', () => {
    const looked = (at: number, now: number) => {
      const late = lonely({}, now);
      return { ...late, round: { ...late.round, answersCheckedAt: at } };
    };
    assert.deepEqual(whoIsAlone(looked(week.start - 10, week.start - 1)), ['cem']);
    assert.deepEqual(whoIsAlone(looked(week.start - 1, week.start)), ['cem'], 'to hear so');
    assert.deepEqual(whoIsAlone(looked(week.start, week.start + 1)), []);
  });

  it('is nobody once the week is over', () => {
    assert.deepEqual(whoIsAlone(lonely({ reason: 'partner-left' }, week.end)), []);
  });
});
