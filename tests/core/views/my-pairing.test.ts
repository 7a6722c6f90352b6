import assert from 'node:assert/strict';
import { viewPairing } from '../../../core/views/my-pairing.ts';
import { pairingView, shownSlot } from '../../../core/words/pairing-view.ts';
import { bookedPairing, member, pairing, tenOn } from '../../support/records.ts';

const scheme = { zone: 'Europe/London', id: 'unmentoring', name: 'UnMentoring' };
/** Thursday 10 December 2026, 10:00 in London. */
const thursday = Date.parse('2026-12-10T10:00:00Z');

describe('a pairing as a member sees it', () => {
  const members = [
    member('Ann'),
    member('Ben', { department: 'Housing', office: 'Leeds', zone: 'Europe/Berlin', language: 'de-DE' }),
  ];

  it('shows of the others what they may know: no mail address, no language', () => {
    const booked = bookedPairing('p00001', ['Ann', 'Ben'], { members, answers: { ann: 'accepted' } });
    const view = viewPairing({ scheme, pairing: booked }, 'ann', thursday);
    assert.deepEqual(view.partners, [
      {
        id: 'ben',
        name: 'Ben',
        department: 'Housing',
        office: 'Leeds',
        zone: 'Europe/Berlin',
        answer: 'none',
      },
    ]);
    assert.equal(view.myAnswer, 'accepted');
    assert.deepEqual(pairingView.strict().parse(view), view);
    const said = JSON.stringify(view);
    for (const secret of ['@contoso.example', 'de-DE']) assert.ok(!said.includes(secret), secret);
  });

  it('offers what can still be chosen', () => {
    const suggested = pairing('p00001', ['Ann', 'Ben'], {
      state: 'suggested',
      offer: [tenOn(15), tenOn(16)],
    });
    const offerAt = (now: string) =>
      viewPairing({ scheme, pairing: suggested }, 'ann', Date.parse(now)).offer;
    assert.deepEqual(offerAt('2026-12-15T09:30:00Z'), [tenOn(15), tenOn(16)].map(shownSlot));
    assert.deepEqual(offerAt('2026-12-15T09:31:00Z'), [tenOn(16)].map(shownSlot));
    assert.deepEqual(offerAt('2026-12-16T10:00:00Z'), []);
  });

  it('has a link for a meeting that takes place alone', () => {
    for (const [state, isShown] of [
      ['booked', true],
      ['planned', true],
      ['cancelled', false],
    ] as const) {
      const view = viewPairing(
        { scheme, pairing: bookedPairing('p00001', ['Ann', 'Ben'], { state }) },
        'ann',
        thursday,
      );
      assert.deepEqual([view.joinUrl !== null, view.slot !== null], [isShown, isShown], state);
    }
  });
});
