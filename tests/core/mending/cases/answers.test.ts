import assert from 'node:assert/strict';
import type { PersonNow } from '../../../../core/mending/situation/situation.ts';
import { decideRepair } from '../../../../core/mending/decide-repair.ts';
import type { EventAnswer } from '../../../../core/records/event.ts';
import type { PairingRecord } from '../../../../core/records/pairing.ts';
import { answer, at, booked, person, situation, slots, type Stretch, view } from './situations.ts';

const ben = person('ben');

/** What becomes of the pairing of Ann and Ben. */
function after(
  heard: Readonly<Record<string, EventAnswer>>,
  {
    ann = person('ann'),
    pairing = {},
    now,
    lookedAheadAt = null,
  }: { ann?: PersonNow; pairing?: Partial<PairingRecord>; now?: string; lookedAheadAt?: string | null } = {},
): PairingRecord | undefined {
  const given = situation({
    people: [ann, ben],
    pairings: [booked('p00001', [ann, ben], pairing)],
    heard: { p00001: heard },
    ...(now !== undefined && { more: { now: Date.parse(now) } }),
  });
  return decideRepair({ ...given, round: { ...given.round, lookedAheadAt } })?.changed[0];
}

function busy(...stretches: readonly Stretch[]): PersonNow {
  return person('ann', { freeBusy: { kind: 'read', view: view(...stretches), hours: null } });
}

const allWeek = ['14 00:00', '20 23:45'] as const;

describe('answers to an invitation', () => {
  for (const heard of [
    {},
    { ben: answer('none') },
    { ben: answer('accepted') },
    { ben: answer('tentative') },
    { ben: answer('accepted', at('16 14:00')) },
  ]) {
    it(`${JSON.stringify(heard)}: change nothing`, () => {
      assert.equal(after(heard), undefined);
    });
  }

  it('that were dealt with already change nothing; given anew they do', () => {
    const handled = { ben: '2026-12-11T11:00:00.000Z' };
    assert.equal(after({ ben: answer('declined') }, { pairing: { handled } }), undefined);
    const again = answer('declined', null, '2026-12-11T11:30:00.000Z');
    assert.equal(after({ ben: again }, { pairing: { handled } })?.news, 'moved');
  });

  describe('to a meeting that has begun', () => {
    for (const now of ['2026-12-15T10:00:00Z', '2026-12-15T10:29:59Z', '2026-12-15T10:31:00Z']) {
      it(`${now}: a decline still moves it, so that nobody sits there alone`, () => {
        const moved = after({ ben: answer('declined') }, { now });
        assert.deepEqual([moved?.news, moved?.slot, moved?.tell], ['moved', at('15 14:00'), null]);
      });
    }

    it('nothing changes for anything but a decline', () => {
      const now = '2026-12-15T10:00:00Z';
      assert.equal(after({ ben: answer('tentative', at('16 14:00')) }, { now }), undefined);
    });

    for (const { given, lookedAheadAt, news } of [
      { given: '2026-12-15T10:29:59.000Z', lookedAheadAt: '2026-12-15T10:29:59.000Z', news: 'moved' },
      { given: '2026-12-15T10:29:59.000Z', lookedAheadAt: '2026-12-15T10:30:00.000Z', news: undefined },
      { given: '2026-12-15T10:30:00.000Z', lookedAheadAt: '2026-12-15T10:29:59.000Z', news: undefined },
    ]) {
      it(`declined at ${given}, looked at until ${lookedAheadAt} of 10:30: ${news ?? 'left as it is'}`, () => {
        const declined = answer('declined', null, given);
        const now = '2026-12-15T10:31:00Z';
        assert.equal(after({ ben: declined }, { now, lookedAheadAt })?.news, news);
      });
    }

    it('two of three go on without the one who declined; one does not', () => {
      const three = ['ann', 'ben', 'cem'].map((id) => person(id));
      const pairings = [booked('p00001', three)];
      const more = { now: Date.parse('2026-12-15T10:00:00Z') };
      const one = { p00001: { ben: answer('declined') } };
      assert.equal(decideRepair(situation({ people: three, pairings, heard: one, more })), null);
      const heard = { p00001: { ben: answer('declined'), cem: answer('declined') } };
      const repair = decideRepair(situation({ people: three, pairings, heard, more }));
      assert.equal(repair?.changed[0]?.news, 'moved');
    });
  });

  describe('a decline', () => {
    for (const { why, ann, pairing, now, to } of [
      { why: 'the next slot', to: at('15 14:00') },
      {
        why: 'the next one that is still free for all',
        ann: busy(['15 14:00', '15 14:15'], ['16 09:00', '16 12:00']),
        to: at('17 10:00'),
      },
      {
        why: 'the next one that is half an hour away',
        now: '2026-12-15T13:31:00Z',
        pairing: { slot: at('15 15:00'), slots: [at('15 15:00'), ...slots.slice(1)] },
        to: at('16 10:00'),
      },
      {
        why: 'one that begins in half an hour',
        now: '2026-12-15T13:30:00Z',
        pairing: { slot: at('15 15:00'), slots: [at('15 15:00'), ...slots.slice(1)] },
        to: at('15 14:00'),
      },
      {
        why: 'one that shares time with the meeting itself: its own event is in nobody’s way',
        ann: busy(['15 10:00', '15 10:30', '2']),
        pairing: { slots: [at('15 10:00'), at('15 10:15')] },
        to: at('15 10:15'),
      },
      {
        why: 'the next after those that were given up before',
        pairing: { slot: at('16 10:00'), moves: 1 },
        to: at('17 10:00'),
      },
      {
        why: 'the best by a fresh look when none of the planned ones is free, apart from what was declined',
        ann: busy(['14 00:00', '15 09:30'], ['15 12:00', '20 23:45']),
        to: at('15 10:30'),
      },
    ] satisfies {
      why: string;
      ann?: PersonNow;
      pairing?: Partial<PairingRecord>;
      now?: string;
      to: ReturnType<typeof at>;
    }[]) {
      it(`moves the meeting to ${why}`, () => {
        const moved = after(
          { ben: answer('declined') },
          { ...(ann && { ann }), ...(pairing && { pairing }), ...(now && { now }) },
        );
        assert.deepEqual(moved?.slot, to);
        assert.deepEqual(
          [moved.state, moved.news, moved.because, moved.tell, moved.revision, moved.moves],
          ['planned', 'moved', 'ben', null, 1, (pairing && 'moves' in pairing ? 1 : 0) + 1],
        );
        assert.deepEqual([moved.answers, moved.handled], [{}, { ben: '2026-12-11T11:00:00.000Z' }]);
        assert.ok(moved.slots.some(({ start }) => start === to.start));
      });
    }

    it('asks the two after the meeting has moved twice', () => {
      const given = { slot: at('16 10:00'), moves: 2 };
      const asked = after({ ben: answer('declined') }, { pairing: given });
      assert.deepEqual(
        [asked?.state, asked?.news, asked?.slot, asked?.moves],
        ['suggested', 'asked', null, 2],
      );
      assert.equal(asked?.offer?.length, 3);
      for (const slot of slots.slice(0, 3)) {
        assert.ok(!asked.offer.some(({ start }) => start === slot.start), 'nothing that was declined');
      }
    });

    it('asks with nothing to choose from when no time suits both any more', () => {
      const asked = after({ ben: answer('declined') }, { ann: busy(allWeek) });
      assert.deepEqual([asked?.state, asked?.offer], ['suggested', []]);
    });

    it('asks, and moves nothing, while a calendar cannot be read: the planned slots that suit the other', () => {
      const ann = person('ann', { freeBusy: { kind: 'unreadable', reason: 'ErrorServerBusy' } });
      const asked = after({ ben: answer('declined') }, { ann });
      assert.deepEqual([asked?.state, asked?.offer], ['suggested', slots.slice(1, 4)]);
    });

    it('names the first of two who declined, and has dealt with both', () => {
      const moved = after({
        ann: answer('declined', null, '2026-12-11T11:30:00.000Z'),
        ben: answer('declined'),
      });
      assert.equal(moved?.because, 'ben');
      assert.deepEqual(Object.keys(moved.handled).sort(), ['ann', 'ben']);
    });
  });

  describe('a proposed time', () => {
    for (const given of ['declined', 'tentative'] as const) {
      it(`with a ${given} answer is taken when it suits the other, with the length of the meeting`, () => {
        const taken = after({ ben: answer(given, at('16 14:05', 90)) });
        assert.deepEqual([taken?.slot, taken?.news, taken?.because], [at('16 14:05'), 'proposed', 'ben']);
        assert.deepEqual([taken?.moves, taken?.state], [0, 'planned']);
      });
    }

    it('may lie outside the proposer’s own hours, over the meeting itself, and in the last hour of the week', () => {
      assert.deepEqual(
        after(
          { ben: answer('tentative', at('15 10:10')) },
          { ann: busy(['15 10:00', '15 10:30', '1'], ['15 10:30', '15 10:45', '0']) },
        )?.slot,
        at('15 10:10'),
      );
      const nightly = person('ann', {
        freeBusy: {
          kind: 'read',
          view: view(),
          hours: { zone: 'Europe/London', days: ['Sun'], start: '20:00', end: '00:00' },
        },
      });
      assert.deepEqual(
        after({ ben: answer('tentative', at('20 23:30')) }, { ann: nightly })?.slot,
        at('20 23:30'),
      );
    });

    for (const [why, proposed, ann] of [
      ['the other is busy', at('16 14:00'), busy(['16 14:15', '16 14:30'])],
      ['the other does not work then', at('16 17:00'), undefined],
      ['it is a Saturday', at('19 10:00'), undefined],
      ['it lies before the week', at('11 15:00'), undefined],
      ['it lies after the week', at('21 10:00'), undefined],
    ] as const) {
      it(`is passed over when ${why}, and its proposer alone is told: a tentative answer stands`, () => {
        const kept = after({ ben: answer('tentative', proposed) }, { ...(ann && { ann }) });
        assert.deepEqual(
          [kept?.news, kept?.state, kept?.slot, kept?.tell, kept?.passedOver, kept?.handled.ben],
          ['kept', 'booked', slots[0], ['ben'], ['ben'], undefined],
        );
      });

      it(`is passed over when ${why}, in the one message that says where a decline moved the meeting`, () => {
        const moved = after({ ben: answer('declined', proposed) }, { ...(ann && { ann }) });
        assert.deepEqual(
          [moved?.news, moved?.slot, moved?.tell, moved?.passedOver],
          ['moved', at('15 14:00'), null, ['ben']],
        );
      });
    }

    it('is answered once: nothing is said of it again, nor is it taken later; a new proposal is answered anew', () => {
      const full = busy(['16 14:00', '16 15:00']);
      const kept = after({ ben: answer('tentative', at('16 14:00')) }, { ann: full });
      const pairing = { handled: kept?.handled ?? {} };
      assert.equal(after({ ben: answer('tentative', at('16 14:00')) }, { ann: full, pairing }), undefined);
      assert.equal(after({ ben: answer('tentative', at('16 14:00')) }, { pairing }), undefined);
      const again = answer('tentative', at('16 14:30'), '2026-12-11T11:30:00.000Z');
      assert.equal(after({ ben: again }, { ann: full, pairing })?.news, 'kept');
      assert.equal(after({ ben: again }, { pairing })?.news, 'proposed');
    });

    it('waits, unanswered, while a calendar cannot be read; with a decline it is passed over', () => {
      const ann = person('ann', { freeBusy: { kind: 'unreadable', reason: 'ErrorServerBusy' } });
      assert.equal(after({ ben: answer('tentative', at('16 14:00')) }, { ann }), undefined);
      const asked = after({ ben: answer('declined', at('16 14:00')) }, { ann });
      assert.deepEqual([asked?.news, asked?.passedOver], ['asked', ['ben']]);
      const now = '2026-12-15T09:00:00Z';
      assert.equal(
        after({ ben: answer('tentative', at('15 09:15')) }, { ann, now })?.news,
        'kept',
        'too soon',
      );
    });

    it('is no other time when it is the meeting’s own', () => {
      assert.equal(after({ ben: answer('tentative', at('15 10:00', 60)) }), undefined);
    });

    it('is passed over beside one that is taken, and its proposer hears both at once', () => {
      const heard = {
        ann: answer('tentative', at('19 10:00'), '2026-12-11T10:00:00.000Z'),
        ben: answer('tentative', at('16 14:00')),
      };
      const taken = after(heard);
      assert.deepEqual(
        [taken?.news, taken?.because, taken?.passedOver, taken?.tell],
        ['proposed', 'ben', ['ann'], null],
      );
    });

    it('is among the slots of the pairing, however many were given up', () => {
      const pairing = { slot: at('18 10:00') };
      const taken = after({ ben: answer('tentative', at('16 14:00')) }, { pairing });
      assert.deepEqual(taken?.slots, [...slots.slice(1), at('16 14:00')]);
    });

    it('that is too soon is passed over', () => {
      const now = '2026-12-15T09:00:00Z';
      assert.equal(after({ ben: answer('tentative', at('15 09:15')) }, { now })?.news, 'kept');
      assert.equal(after({ ben: answer('tentative', at('15 09:30')) }, { now })?.news, 'proposed');
    });

    it('counts before another’s decline; the first that suits counts', () => {
      const heard = {
        ann: answer('declined', null, '2026-12-11T10:00:00.000Z'),
        ben: answer('tentative', at('16 14:00')),
      };
      assert.deepEqual(after(heard)?.slot, at('16 14:00'));
      const both = { ...heard, ann: answer('tentative', at('17 14:00'), '2026-12-11T10:00:00.000Z') };
      assert.deepEqual(after(both)?.slot, at('17 14:00'));
    });
  });

  it('an event that is gone from the organiser’s calendar: the two choose anew', () => {
    const asked = after({}, { pairing: { event: null, generation: 1 } });
    assert.deepEqual(
      [asked?.state, asked?.news, asked?.because, asked?.generation],
      ['suggested', 'asked', null, 1],
    );
    assert.equal(asked?.offer?.length, 3);
  });
});
