import assert from 'node:assert/strict';
import { viewPairing } from '../../../core/views/my-pairing.ts';
import { pairingView, shownSlot } from '../../../core/words/pairing-view.ts';
import type { PersonRecord } from '../../../core/records/person.ts';
import {
  bookedPairing,
  cancelledPairing,
  eventOn,
  pairing,
  personRecord,
  suggestedPairing,
  tenOn,
} from '../../support/records.ts';

const scheme = { zone: 'Europe/London', id: 'unmentoring', name: 'UnMentoring' };
/** Thursday 10 December 2026, 10:00 in London. */
const thursday = Date.parse('2026-12-10T10:00:00Z');

describe('a pairing as a member sees it', () => {
  const work = { mail: 'ben@contoso.example', language: 'de-DE', zone: 'Europe/Berlin' };
  const ben = { name: 'Ben', department: 'Housing', office: 'Leeds' };
  const people = new Map([
    ['ann', personRecord('ann')],
    ['ben', personRecord('ben', { name: 'Ben B.', zone: 'Asia/Tokyo', work: { ...ben, ...work } })],
  ]);

  it('shows of the others what they may know, which they have from the invitation too: no language', () => {
    const booked = bookedPairing('p00001', ['Ann', 'Ben'], { answers: { ann: 'accepted' } });
    const view = viewPairing({ scheme, pairing: booked, people }, 'ann', thursday);
    assert.deepEqual(view.partners, [
      {
        id: 'ben',
        mail: 'ben@contoso.example',
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
    for (const secret of ['ann@contoso.example', 'de-DE']) assert.ok(!said.includes(secret), secret);
  });

  it('shows what the others wrote about themselves, and nothing else that they chose', () => {
    const own = { drink: 'mint tea', about: 'I draw maps.', askMe: 'bees' };
    const told = new Map([
      ...people,
      ['ben', personRecord('ben', { profile: { ...own, call: 'phone', language: 'fr' } })],
    ]);
    const booked = bookedPairing('p00001', ['Ann', 'Ben']);
    const { partners } = viewPairing({ scheme, pairing: booked, people: told }, 'ann', thursday);
    const { drink, about, askMe } = partners[0] ?? {};
    assert.deepEqual({ drink, about, askMe }, own);
    assert.doesNotMatch(JSON.stringify(partners), /phone|fr/i);
  });

  it('offers what can still be chosen', () => {
    const suggested = suggestedPairing('p00001', ['Ann', 'Ben'], { offer: [tenOn(15), tenOn(16)] });
    const offerAt = (now: string) =>
      viewPairing({ scheme, pairing: suggested, people }, 'ann', Date.parse(now)).offer;
    assert.deepEqual(offerAt('2026-12-15T09:30:00Z'), [tenOn(15), tenOn(16)].map(shownSlot));
    assert.deepEqual(offerAt('2026-12-15T09:31:00Z'), [tenOn(16)].map(shownSlot));
    assert.deepEqual(offerAt('2026-12-16T10:00:00Z'), []);
  });

  it('has a link for a meeting that takes place alone', () => {
    const event = eventOn('p00001', ['Ann', 'Ben']);
    for (const [stored, isShown] of [
      [bookedPairing('p00001', ['Ann', 'Ben'], { event }), true],
      [pairing('p00001', ['Ann', 'Ben'], { event }), true],
      [cancelledPairing('p00001', ['Ann', 'Ben'], { event }), false],
    ] as const) {
      const view = viewPairing({ scheme, pairing: stored, people }, 'ann', thursday);
      assert.deepEqual([view.joinUrl !== null, view.slot !== null], [isShown, isShown], stored.state);
    }
  });

  it('names somebody as Teams does until the directory was asked, and nobody of whom nothing is kept', () => {
    const partner = (known?: PersonRecord) =>
      viewPairing(
        {
          scheme,
          pairing: bookedPairing('p00001', ['Ann', 'Ben']),
          people: new Map(known ? [['ben', known]] : []),
        },
        'ann',
        thursday,
      ).partners[0];
    const known = partner(personRecord('ben', { name: 'Ben B.', zone: 'Asia/Tokyo' }));
    assert.deepEqual([known?.name, known?.zone], ['Ben B.', 'Asia/Tokyo']);
    assert.deepEqual(partner(), { id: 'ben', name: '', zone: 'Europe/London', answer: 'none' });
  });
});
