import assert from 'node:assert/strict';
import fc from 'fast-check';
import { heldBetween, wasMissed } from '../../../core/rounds/held.ts';
import type { Answer, MetAnswer, PairingIn } from '../../../core/records/pairing.ts';
import { bookedPairing, pairing, tenOn } from '../../support/records.ts';

const start = tenOn(15).start;
const after = tenOn(16).start;

/** The pair of Ann and Ben, with what each of them said and answered. */
function pair(
  said: Partial<Record<'ann' | 'ben', MetAnswer>>,
  answers: Partial<Record<'ann' | 'ben', Answer>> = {},
  more: Partial<PairingIn<'booked'>> = {},
): PairingIn<'booked'> {
  const followUps = Object.fromEntries(
    Object.entries(said).map(([id, one]) => [id, { said: one, start, at: after }]),
  );
  return { ...bookedPairing('p', ['Ann', 'Ben'], { answers, followUps }), ...more };
}

const both = { ann: 'accepted', ben: 'accepted' } as const;

describe('whether two people met', () => {
  for (const { about, of, met, spent } of [
    { about: 'both say yes', of: pair({ ann: 'yes', ben: 'yes' }), met: true, spent: true },
    { about: 'one says yes', of: pair({ ann: 'yes' }), met: true, spent: true },
    { about: 'one says yes and the other no', of: pair({ ann: 'yes', ben: 'no' }), met: false, spent: false },
    {
      about: 'one says no, though both had accepted',
      of: pair({ ben: 'no' }, both),
      met: false,
      spent: false,
    },
    {
      about: 'one says yes and the other not yet',
      of: pair({ ann: 'not-yet', ben: 'yes' }),
      met: true,
      spent: true,
    },
    {
      about: 'one says not yet, though both had accepted',
      of: pair({ ann: 'not-yet' }, both),
      met: null,
      spent: false,
    },
    { about: 'nobody says anything and both had accepted', of: pair({}, both), met: null, spent: true },
    {
      about: 'nobody says anything and one had accepted',
      of: pair({}, { ann: 'accepted' }),
      met: null,
      spent: false,
    },
    {
      about: 'nobody says anything, one had accepted and the other said they would be there',
      of: pair({}, { ann: 'accepted' }, { coming: ['ben'] }),
      met: null,
      spent: true,
    },
    {
      about: 'nobody says anything and one declined after saying they would be there',
      of: pair({}, { ann: 'accepted', ben: 'declined' }, { coming: ['ben'] }),
      met: null,
      spent: false,
    },
    { about: 'the meeting was never booked', of: pairing('p', ['Ann', 'Ben']), met: false, spent: false },
  ]) {
    it(`is ${String(met)}, ${spent ? 'spent' : 'not spent'}, when ${about}`, () => {
      assert.deepEqual(heldBetween(of, 'ann', 'ben'), { met, spent });
      assert.deepEqual(heldBetween(of, 'ben', 'ann'), { met, spent });
    });
  }

  it('forgets what was said of an earlier time', () => {
    const followUps = { ann: { said: 'no', start: tenOn(14).start, at: after } } as const;
    const moved = bookedPairing('p', ['Ann', 'Ben'], { answers: both, followUps });
    assert.deepEqual(heldBetween(moved, 'ann', 'ben'), { met: null, spent: true });
  });

  it('is never spent when it is known that they did not meet, whatever was said', () => {
    const answer = fc.option(fc.constantFrom<MetAnswer>('yes', 'not-yet', 'no'), { nil: undefined });
    const invited = fc.constantFrom<Answer>('none', 'accepted', 'tentative', 'declined');
    fc.assert(
      fc.property(answer, answer, invited, invited, (ann, ben, one, other) => {
        const said = { ...(ann && { ann }), ...(ben && { ben }) };
        const { met, spent } = heldBetween(pair(said, { ann: one, ben: other }), 'ann', 'ben');
        assert.equal(
          met,
          ann === 'no' || ben === 'no' ? false : ann === 'yes' || ben === 'yes' ? true : null,
        );
        if (met !== null) assert.equal(spent, met);
      }),
    );
  });
});

describe('a missed meeting', () => {
  it('is one that is over, and of which somebody said no or not yet, and nobody yes', () => {
    assert.equal(wasMissed(pair({ ann: 'not-yet' }), after), true);
    assert.equal(wasMissed(pair({ ann: 'no' }), after), true);
    assert.equal(wasMissed(pair({ ann: 'no', ben: 'yes' }), after), false);
    assert.equal(wasMissed(pair({}), after), false);
    assert.equal(wasMissed(pair({ ann: 'no' }), start), false, 'it is not over');
  });
});
