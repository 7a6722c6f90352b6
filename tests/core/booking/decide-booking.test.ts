import assert from 'node:assert/strict';
import { type Decided, decideBooking, withEvent, withInvited } from '../../../core/booking/decide-booking.ts';
import { isSettled } from '../../../core/records/mailbox.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import type { Slot } from '../../../core/time/slot.ts';
import {
  bookedPairing,
  eventOn,
  member,
  pairing as pairingOf,
  pairingCore,
  suggestedPairing,
  tenOn,
} from '../../support/records.ts';

const [tuesday, wednesday, thursday] = [tenOn(15), tenOn(16), tenOn(17)];
const names = ['ann', 'ben'];
const slots = [tuesday, wednesday];
const event = (slot: Slot, members: readonly string[] = names) => eventOn('p00001', members, { slot });

type More = NonNullable<Parameters<typeof pairingOf>[2]>;
const planned = (more: More = {}) => pairingOf('p00001', names, { slots, ...more });
const cancelled = (more: More): PairingRecord => {
  const core = pairingCore('p00001', names, { slots, revision: 1, ...more });
  return { ...core, state: 'cancelled', because: 'ben', isOver: false };
};

const before = '2026-12-14T08:00:00Z';
const nearTuesday = '2026-12-15T09:31:00Z';
const afterAll = '2026-12-18T08:00:00Z';

/** What a decision is for the pairing and its members. */
function gist({ step, pairing, messages }: Decided) {
  const { state, event, generation, revision } = pairing;
  const slot = pairing.state === 'planned' ? pairing.slot : null;
  const told = messages.map(({ person, said }) =>
    said.kind === 'pairing' ? `${person}: ${said.news}` : `${person}: ${said.kind}`,
  );
  return { step, state, slot, event: event.kind, generation, revision, told };
}

describe('decideBooking', () => {
  for (const { name, given, now = before, then } of [
    {
      name: 'creates the event of a pairing that is new',
      given: planned(),
      then: { step: 'create', slot: tuesday, event: 'begun' },
    },
    {
      name: 'creates it at another of its slots, when that was wanted',
      given: planned({ slot: wednesday }),
      then: { step: 'create', slot: wednesday, event: 'begun' },
    },
    {
      name: 'creates it at the next slot, when the best is too near',
      given: planned(),
      now: nearTuesday,
      then: { step: 'create', slot: wednesday, event: 'begun' },
    },
    {
      name: 'tells all members of another slot than the chosen one, which came too near',
      given: planned({ revision: 1, promised: true }),
      now: nearTuesday,
      then: {
        step: 'create',
        slot: wednesday,
        event: 'begun',
        revision: 2,
        told: ['ann: moved', 'ben: moved'],
      },
    },
    {
      name: 'creates it at the slot that a member chose',
      given: planned({ revision: 1, slot: wednesday, promised: true }),
      now: nearTuesday,
      then: { step: 'create', slot: wednesday, event: 'begun', revision: 1 },
    },
    {
      name: 'fails a pairing whose slots have all passed, and says so to its members',
      given: planned(),
      now: afterAll,
      then: { step: 'none', state: 'failed', revision: 1, told: ['ann: unplaced', 'ben: unplaced'] },
    },
    {
      name: 'asks the members again when the slot that all pressed came too near',
      given: planned({ revision: 1, promised: true, allPress: true }),
      now: nearTuesday,
      then: { step: 'none', state: 'suggested', revision: 2, told: ['ann: asked', 'ben: asked'] },
    },
    {
      name: 'has nothing to do when the event was found as wanted',
      given: planned({ event: event(tuesday) }),
      then: { step: 'none', state: 'booked', event: 'made' },
    },
    {
      name: 'moves the event to the wanted slot',
      given: planned({ slot: thursday, event: event(tuesday) }),
      then: { step: 'move', slot: thursday, event: 'made' },
    },
    {
      name: 'invites a third who joins',
      given: planned({ event: event(tuesday), members: ['ann', 'ben', 'cem'] }),
      then: { step: 'move', slot: tuesday, event: 'made' },
    },
    {
      name: 'takes one of three off the invitation a moment before the start',
      given: planned({ event: event(tuesday, ['ann', 'ben', 'cem']) }),
      now: nearTuesday,
      then: { step: 'move', slot: tuesday, event: 'made' },
    },
    {
      name: 'cancels the event of a pairing whose slots have all passed',
      given: planned({ slot: wednesday, event: event(tuesday) }),
      now: afterAll,
      then: {
        step: 'cancel',
        state: 'failed',
        generation: 1,
        revision: 1,
        told: ['ann: unplaced', 'ben: unplaced'],
      },
    },
    {
      name: 'cancels the event of members who choose instead',
      given: suggestedPairing('p00001', names, { event: event(tuesday) }),
      then: { step: 'cancel', state: 'suggested', generation: 1 },
    },
    {
      name: 'cancels the event of a pairing that is called off',
      given: cancelled({ event: event(tuesday) }),
      then: { step: 'cancel', state: 'cancelled', generation: 1, revision: 1 },
    },
    {
      name: 'has nothing to do for a pairing that was called off, when the event that may have been made is not there',
      given: cancelled({ event: { kind: 'begun' } }),
      then: { step: 'none', state: 'cancelled', revision: 1 },
    },
    {
      name: 'has nothing to do for members who choose from the start',
      given: suggestedPairing('p00001', names),
      then: { step: 'none', state: 'suggested' },
    },
    {
      name: 'has nothing to do for a pairing that is booked',
      given: bookedPairing('p00001', names),
      now: afterAll,
      then: { step: 'none', state: 'booked', event: 'made' },
    },
  ] satisfies {
    name: string;
    given: PairingRecord;
    now?: string;
    then: Partial<ReturnType<typeof gist>>;
  }[]) {
    it(name, () => {
      const nothing = { state: 'planned', slot: null, event: 'none', generation: 0, revision: 0, told: [] };
      assert.deepEqual(gist(decideBooking(given, Date.parse(now))), { ...nothing, ...then });
    });
  }
});

describe('a record and its event', () => {
  const found = {
    id: 'event of p00001',
    slot: tuesday,
    attendees: ['ann@contoso.example', 'ben@contoso.example'],
    joinUrl: 'https://teams.example/1',
  };
  const members = [member('ann'), member('ben')];

  it('is booked when the event has the wanted slot and attendees', () => {
    assert.deepEqual(withEvent(planned(), found, members), bookedPairing('p00001', names, { slots }));
  });

  for (const [name, other] of [
    ['at another time', { ...found, slot: wednesday }],
    ['with somebody else', { ...found, attendees: ['ann@contoso.example', 'cem@contoso.example'] }],
    ['without a member', { ...found, attendees: ['ann@contoso.example'] }],
    ['with one too many', { ...found, attendees: [...found.attendees, 'cem@contoso.example'] }],
  ] as const) {
    it(`is not booked yet when it was found ${name}`, () => {
      const known = withEvent(planned(), other, members);
      assert.deepEqual([known.state, known.event.kind], ['planned', 'made']);
    });
  }

  it('keeps no address of a stranger in the event', () => {
    const { event } = withEvent(planned(), { ...found, attendees: ['cem@contoso.example'] }, members);
    assert.deepEqual(event.kind === 'made' && event.members, ['stranger']);
  });

  it('is booked when Exchange spells the address of somebody just invited differently', () => {
    assert.deepEqual(withInvited(planned(), found), withEvent(planned(), found, members));
  });

  it('is not booked by an event when the pairing is cancelled', () => {
    assert.equal(withEvent(cancelled({}), found, members).state, 'cancelled');
  });

  for (const [name, given, settled] of [
    ['new', planned(), false],
    ['about to be booked', planned({ event: { kind: 'begun' } }), false],
    ['about to be moved', planned({ event: event(wednesday) }), false],
    ['booked', bookedPairing('p00001', names), true],
    ['suggested', suggestedPairing('p00001', names), true],
    ['cancelled', cancelled({}), true],
    ['cancelled while it was being booked', cancelled({ event: { kind: 'begun' } }), false],
    ['cancelled after it was booked', cancelled({ event: event(tuesday) }), false],
  ] as const) {
    it(`${settled ? 'needs nothing' : 'needs a step'} in the calendar when it is ${name}`, () => {
      assert.equal(isSettled(given), settled);
    });
  }
});
