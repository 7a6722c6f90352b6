import assert from 'node:assert/strict';
import { after, busy } from './ann-and-ben.ts';
import { answer, at, person, slots, view } from './situations.ts';

describe('a proposed time', () => {
  for (const given of ['declined', 'tentative'] as const) {
    it(`is taken with a ${given} answer when it suits the other, with the length of the meeting`, () => {
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
    it(`is refused when ${why}: with a tentative answer the meeting stays, and the proposer alone is told`, () => {
      const kept = after({ ben: answer('tentative', proposed) }, { ...(ann && { ann }) });
      assert.deepEqual(
        [kept?.news, kept?.state, kept?.slot, kept?.tell, kept?.passedOver, kept?.handled.ben],
        ['kept', 'booked', slots[0], ['ben'], ['ben'], undefined],
      );
    });

    it(`is refused when ${why}: with a decline, in the message that says where the meeting moved`, () => {
      const moved = after({ ben: answer('declined', proposed) }, { ...(ann && { ann }) });
      assert.deepEqual(
        [moved?.news, moved?.slot, moved?.tell, moved?.passedOver],
        ['moved', at('15 14:00'), null, ['ben']],
      );
    });
  }

  it('is refused once and never taken later, and a new proposal is answered again', () => {
    const full = busy(['16 14:00', '16 15:00']);
    const kept = after({ ben: answer('tentative', at('16 14:00')) }, { ann: full });
    const pairing = { handled: kept?.handled ?? {} };
    assert.equal(after({ ben: answer('tentative', at('16 14:00')) }, { ann: full, pairing }), undefined);
    assert.equal(after({ ben: answer('tentative', at('16 14:00')) }, { pairing }), undefined);
    const again = answer('tentative', at('16 14:30'), '2026-12-11T11:30:00.000Z');
    assert.equal(after({ ben: again }, { ann: full, pairing })?.news, 'kept');
    assert.equal(after({ ben: again }, { pairing })?.news, 'proposed');
  });

  it('is a wish that is told once while a calendar cannot be read, and is refused then with a decline', () => {
    const ann = person('ann', { freeBusy: { kind: 'unreadable', reason: 'ErrorServerBusy' } });
    const heard = { ben: answer('tentative', at('16 14:00')) };
    const wished = after(heard, { ann });
    assert.deepEqual(
      [wished?.news, wished?.because, wished?.tell, wished?.state, wished?.slot, wished?.wishes],
      ['wished', 'ben', ['ann'], 'booked', slots[0], { ben: at('16 14:00').start }],
    );
    const handled = wished?.handled ?? {};
    assert.equal(after(heard, { ann, pairing: { handled, allPress: true } }), undefined);
    const agreed = after(heard, { ann, pairing: { allPress: true, wishes: { ann: at('16 14:00').start } } });
    assert.deepEqual([agreed?.news, agreed?.slot, agreed?.wishes], ['proposed', at('16 14:00'), undefined]);
    const asked = after({ ben: answer('declined', at('16 14:00')) }, { ann });
    assert.deepEqual([asked?.news, asked?.passedOver], ['asked', ['ben']]);
    const now = '2026-12-15T09:00:00Z';
    assert.equal(after({ ben: answer('tentative', at('15 09:15')) }, { ann, now })?.news, 'kept', 'too soon');
  });

  it('changes nothing when it is the time of the meeting', () => {
    assert.equal(after({ ben: answer('tentative', at('15 10:00', 60)) }), undefined);
  });

  it('is refused in the same message when another’s is taken', () => {
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

  it('is kept among the pairing’s slots, however many were given up', () => {
    const pairing = { slot: at('18 10:00') };
    const taken = after({ ben: answer('tentative', at('16 14:00')) }, { pairing });
    assert.deepEqual(taken?.slots, [...slots.slice(1), at('16 14:00')]);
  });

  it('is refused when it begins in less than half an hour', () => {
    const now = '2026-12-15T09:00:00Z';
    assert.equal(after({ ben: answer('tentative', at('15 09:15')) }, { now })?.news, 'kept');
    assert.equal(after({ ben: answer('tentative', at('15 09:30')) }, { now })?.news, 'proposed');
  });

  it('wins over a decline, and the first that suits wins over a later one', () => {
    const heard = {
      ann: answer('declined', null, '2026-12-11T10:00:00.000Z'),
      ben: answer('tentative', at('16 14:00')),
    };
    assert.deepEqual(after(heard)?.slot, at('16 14:00'));
    const both = { ...heard, ann: answer('tentative', at('17 14:00'), '2026-12-11T10:00:00.000Z') };
    assert.deepEqual(after(both)?.slot, at('17 14:00'));
  });
});
