import assert from 'node:assert/strict';
import { decideRepair } from '../../../../core/mending/decide-repair.ts';
import type { PersonNow } from '../../../../core/mending/situation/situation.ts';
import { ann, ben, cem, changedIn, dee, eve, left, madeIn, outcome, places } from './outcome.ts';
import { booked, friday, person, scheme, situation } from './situations.ts';

describe('findCompany', () => {
  it('changes nothing when nobody needs company', () => {
    const pairings = [booked('p00001', [ann, ben])];
    assert.equal(decideRepair(situation({ people: [ann, ben], pairings, more: { now: friday } })), null);
  });

  it('has two who were left alone meet each other, and tells them of the new meeting only', () => {
    const pairings = [booked('p00001', [ann, ben]), booked('p00002', [cem, dee])];
    const repair = decideRepair(situation({ people: [ann, left(ben), cem, left(dee)], pairings }));
    assert.deepEqual(outcome(repair), {
      p00001: 'cancelled: ann ben',
      p00002: 'cancelled: cem dee',
      'r003-01': 'rematched: ann cem',
    });
    assert.deepEqual(
      changedIn(repair).map(({ tell }) => tell),
      [[], []],
    );
    assert.deepEqual(places(repair), {
      ann: 'r003-01 null',
      ben: 'p00001 withdrew',
      cem: 'r003-01 null',
      dee: 'p00002 withdrew',
    });
    const [made] = madeIn(repair);
    assert.deepEqual(
      [made?.state, made?.revision, made?.slot, made?.organiser, made?.slots.length],
      ['planned', 0, made?.slots[0], 'two@contoso.example', 5],
    );
  });

  it('lets them choose the time in a scheme with suggestions', () => {
    const pairings = [booked('p00001', [ann, ben]), booked('p00002', [cem, dee])];
    const more = { scheme: { ...scheme, booking: 'suggestions' as const } };
    const repair = decideRepair(situation({ people: [ann, left(ben), cem, left(dee)], pairings, more }));
    const [made] = madeIn(repair);
    assert.deepEqual(
      [made?.state, made?.news, made?.offer],
      ['suggested', 'suggested', made?.slots.slice(0, 3)],
    );
  });

  it('makes a trio of three people', () => {
    const repair = decideRepair(situation({ people: [ann, ben, cem] }));
    assert.deepEqual(Object.values(outcome(repair)), ['rematched: ann ben cem']);
  });

  describe('when people met in the last three rounds', () => {
    /** Everybody of the first list met everybody of the second so many rounds ago. */
    const met = (ago: number, ones: readonly PersonNow[], others: readonly PersonNow[]): PersonNow[] =>
      ones.map((one) => ({
        ...one,
        meetings: others.map(({ id }) => ({
          number: 7 - ago,
          round: null,
          with: [id],
          met: true,
          spent: true,
        })),
      }));
    const fay = person('fay');

    it('has two who are alone meet others rather than each other', () => {
      const alone = [...met(1, [dee], [eve]), eve];
      const pairings = [booked('p00001', [ann, ben]), booked('p00002', [cem, fay])];
      const people = [ann, ben, cem, fay, ...alone];
      const repair = decideRepair(situation({ people, pairings }));
      const sizes = changedIn(repair).map(({ news, members }) => [news, members.length]);
      assert.deepEqual([sizes, madeIn(repair)], [Array(2).fill(['member-joined', 3]), []]);
    });

    it('has them meet each other after all when there is nobody else', () => {
      const [alone] = met(1, [dee], [eve]) as [PersonNow];
      assert.deepEqual(outcome(decideRepair(situation({ people: [alone, eve] }))), {
        'r003-01': 'rematched: dee eve',
      });
    });

    it('counts three rounds back, whoever of the two remembers it', () => {
      const pairings = [booked('p00001', [ann, ben])];
      const after = (...alone: readonly PersonNow[]) =>
        Object.keys(outcome(decideRepair(situation({ people: [ann, ben, ...alone], pairings }))));
      const together = ['r003-01'];
      assert.deepEqual(after(...met(4, [dee], [eve]), eve), together);
      for (const ago of [1, 2, 3]) {
        assert.deepEqual(after(...met(ago, [dee], [eve]), eve), ['p00001'], `${ago} rounds ago`);
        assert.deepEqual(after(dee, ...met(ago, [eve], [dee])), ['p00001'], `${ago} rounds ago`);
      }
      const [dreamt] = met(1, [dee], [eve]) as [PersonNow];
      const unmet = {
        ...dreamt,
        meetings: dreamt.meetings.map((one) => ({ ...one, met: false, spent: false })),
      };
      assert.deepEqual(after(unmet, eve), together);
    });

    it('takes another member of a trio, or joins another pair', () => {
      const [seeker] = met(2, [eve], [ann, ben]) as [PersonNow];
      const trio = [booked('p00001', [ann, ben, cem])];
      assert.deepEqual(
        outcome(decideRepair(situation({ people: [ann, ben, cem, seeker], pairings: trio }))),
        {
          p00001: 'member-left: ann ben',
          'r003-01': 'rematched: cem eve',
        },
      );
      const pairs = [booked('p00001', [ann, dee]), booked('p00002', [cem, fay])];
      const people = [ann, cem, dee, fay, seeker];
      assert.deepEqual(outcome(decideRepair(situation({ people, pairings: pairs }))), {
        p00002: 'member-joined: cem fay eve',
      });
    });
  });

  it('decides the same for the same seed and repair number, and differently for others', () => {
    const people = Array.from({ length: 20 }, (_, i) => person(`p${i}`));
    const pairings = Array.from({ length: 10 }, (_, i) =>
      booked(`p0000${i}`, people.slice(2 * i, 2 * i + 2)),
    );
    const given = situation({ people: [...people, eve], pairings });
    assert.deepEqual(decideRepair(given), decideRepair(given));
    const joined = new Set(
      [1, 2, 3, 4, 5, 6].map((seed) => changedIn(decideRepair({ ...given, seed }))[0]?.pairing),
    );
    assert.ok(joined.size > 1);
    const later = new Set(
      [1, 2, 3, 4, 5, 6].map((repairs) => {
        const repair = decideRepair({ ...given, round: { ...given.round, repairs } });
        return changedIn(repair)[0]?.pairing;
      }),
    );
    assert.ok(later.size > 1);
  });
});
