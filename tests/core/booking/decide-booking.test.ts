import assert from 'node:assert/strict';
import { decideBooking, mayHaveEvent, withEvent, withInvited } from '../../../core/booking/decide-booking.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import { isSettled } from '../../../core/records/mailbox.ts';
import type { Slot } from '../../../core/records/slot.ts';
import { member, pairing as pairingOf, tenOn } from '../../support/records.ts';

const [tuesday, wednesday, thursday] = [tenOn(15), tenOn(16), tenOn(17)];
const event = (at: Slot, members = ['ann', 'ben']) => ({
  id: 'e1',
  slot: at,
  members,
  joinUrl: 'https://teams.example/1',
});

const pairing = (more: Partial<PairingRecord>) =>
  pairingOf('p00001', ['ann', 'ben'], { slots: [tuesday, wednesday], ...more });

const before = '2026-12-14T08:00:00Z';
const nearTuesday = '2026-12-15T09:31:00Z';
const afterAll = '2026-12-18T08:00:00Z';

describe('decideBooking', () => {
  for (const { name, given, now = before, step, then } of [
    { name: 'that is new', given: {}, step: 'create', then: { slot: tuesday } },
    {
      name: 'whose slot was recorded before',
      given: { slot: wednesday },
      step: 'create',
      then: { slot: wednesday },
    },
    {
      name: 'that is new, its best slot too near',
      given: {},
      now: nearTuesday,
      step: 'create',
      then: { slot: wednesday },
    },
    {
      name: 'whose recorded slot is too near by now',
      given: { slot: tuesday },
      now: nearTuesday,
      step: 'create',
      then: { slot: wednesday },
    },
    {
      name: 'whose chosen slot is too near by now, and the chooser is told too',
      given: { revision: 1, slot: tuesday, news: 'chosen', because: 'ann', tell: ['ben'] },
      now: nearTuesday,
      step: 'create',
      then: { slot: wednesday, news: 'moved', because: null, tell: null },
    },
    {
      name: 'whose slot was chosen by a member',
      given: { revision: 1, slot: wednesday, news: 'chosen', because: 'ann', tell: ['ben'] },
      now: nearTuesday,
      step: 'create',
      then: { slot: wednesday, news: 'chosen', because: 'ann', tell: ['ben'] },
    },
    {
      name: 'that is new, with every slot passed',
      given: {},
      now: afterAll,
      step: 'none',
      then: { state: 'failed', endedBecause: 'every-slot-passed', slot: null },
    },
    {
      name: 'whose event was found as wanted',
      given: { slot: tuesday, event: event(tuesday) },
      step: 'none',
      then: { state: 'booked', slot: tuesday },
    },
    {
      name: 'that moves',
      given: { revision: 1, slot: thursday, event: event(tuesday) },
      step: 'move',
      then: { slot: thursday, event: event(tuesday) },
    },
    {
      name: 'that a third joins',
      given: { slot: tuesday, event: event(tuesday), members: [member('ann'), member('ben'), member('cem')] },
      step: 'move',
      then: { slot: tuesday },
    },
    {
      name: 'that one of three leaves a moment before it begins',
      given: { slot: tuesday, event: event(tuesday, ['ann', 'ben', 'cem']) },
      now: nearTuesday,
      step: 'move',
      then: { slot: tuesday },
    },
    {
      name: 'that moves, with every slot passed',
      given: { revision: 1, slot: wednesday, event: event(tuesday) },
      now: afterAll,
      step: 'cancel',
      then: { state: 'failed', endedBecause: 'every-slot-passed', event: null, generation: 1, slot: null },
    },
    {
      name: 'whose members choose instead',
      given: { state: 'suggested', revision: 1, event: event(tuesday) },
      step: 'cancel',
      then: { state: 'suggested', event: null, generation: 1 },
    },
    {
      name: 'that is cancelled',
      given: { state: 'cancelled', revision: 1, slot: tuesday, event: event(tuesday) },
      step: 'cancel',
      then: { state: 'cancelled', event: null, generation: 1, slot: null },
    },
    {
      name: 'that is cancelled before it had an event',
      given: { state: 'cancelled', revision: 1, slot: tuesday },
      step: 'none',
      then: { state: 'cancelled', slot: null, generation: 0 },
    },
    { name: 'that is suggested from the start', given: { state: 'suggested' }, step: 'none', then: {} },
    {
      name: 'that is booked',
      given: { state: 'booked', slot: tuesday, event: event(tuesday) },
      now: afterAll,
      step: 'none',
      then: { state: 'booked' },
    },
  ] satisfies {
    name: string;
    given: Partial<PairingRecord>;
    now?: string;
    step: string;
    then: Partial<PairingRecord>;
  }[]) {
    it(`gives the step “${step}” for a pairing ${name}`, () => {
      const record = pairing(given);
      const decided = decideBooking(record, Date.parse(now));
      assert.equal(decided.step, step);
      assert.deepEqual(decided.record, { ...record, ...then });
    });
  }
});

describe('a record and its event', () => {
  const found = {
    id: 'e1',
    slot: tuesday,
    attendees: ['ann@contoso.example', 'ben@contoso.example'],
    joinUrl: 'https://teams.example/1',
  };
  const planned = pairing({ slot: tuesday });

  it('is booked when the event has the wanted slot and attendees', () => {
    assert.deepEqual(withEvent(planned, found), { ...planned, state: 'booked', event: event(tuesday) });
  });

  for (const [name, other] of [
    ['at another time', { ...found, slot: wednesday }],
    ['with somebody else', { ...found, attendees: ['ann@contoso.example', 'cem@contoso.example'] }],
    ['without a member', { ...found, attendees: ['ann@contoso.example'] }],
    ['with one too many', { ...found, attendees: [...found.attendees, 'cem@contoso.example'] }],
  ] as const) {
    it(`is not booked yet when it was found ${name}`, () => {
      assert.equal(withEvent(planned, other).state, 'planned');
    });
  }

  it('is booked when Exchange spells the address of somebody just invited differently', () => {
    assert.deepEqual(withInvited(planned, found), withEvent(planned, found));
  });

  it('is not booked by an event when the pairing is cancelled', () => {
    assert.equal(withEvent({ ...planned, state: 'cancelled' }, found).state, 'cancelled');
  });

  for (const [given, settled, unsure] of [
    [{}, false, false],
    [{ slot: tuesday }, false, true],
    [{ slot: tuesday, event: event(tuesday) }, false, false],
    [{ state: 'booked', slot: tuesday, event: event(tuesday) }, true, false],
    [{ state: 'suggested' }, true, false],
    [{ state: 'cancelled', revision: 1 }, true, false],
    [{ state: 'cancelled', revision: 1, slot: tuesday }, false, true],
    [{ state: 'cancelled', revision: 1, event: event(tuesday) }, false, false],
    [{ state: 'failed' }, true, false],
  ] satisfies [Partial<PairingRecord>, boolean, boolean][]) {
    it(`is ${settled ? '' : 'not '}settled, and ${unsure ? 'may have an unknown event' : 'knows its event'}: ${JSON.stringify(given)}`, () => {
      const record = pairing(given);
      assert.deepEqual([isSettled(record), mayHaveEvent(record)], [settled, unsure]);
    });
  }
});
