import assert from 'node:assert/strict';
import type { DraftChange, DraftView } from '../../../../core/api/draft.ts';
import { desk } from '../../../../core/words/en/tab/desk.ts';
import { tab } from '../../../../core/words/en/tab.ts';
import { speak } from '../../../../core/words/icu/speak.ts';
import { peopleOf, sayChange } from '../../../../tab/desk/preview/say/changes.ts';
import { isNamed, sortPairs } from '../../../../tab/desk/preview/lists.ts';
import { qualityOf } from '../../../../tab/desk/preview/say/price.ts';
import { reasonsOf } from '../../../../tab/desk/preview/say/reasons.ts';
import { ada, adaAndMiguel, draft, kwame, miguel, priyaAndTom, swapped, tom } from './drafts.ts';

const saying = {
  said: speak(desk, 'en').preview,
  words: speak(tab, 'en'),
  locale: 'en-GB',
};
const [, threeOfThem] = draft.pairings;
assert.ok(threeOfThem);

describe('tab: what a draft costs, in words', () => {
  const zero = { unplaced: 0, trios: 0, repeats: 0, closeness: 0, coverage: 0 };
  const quality = (more: Partial<DraftView>) => qualityOf({ ...draft, ...more }, saying);

  it('says that no better plan exists, or that none was found', () => {
    assert.deepEqual(quality({}), { sentence: 'No better plan exists.', price: [] });
    const found = { sentence: 'I found no better plan, but there may be one.', price: [] };
    assert.deepEqual(quality({ isProved: false }), found);
    // A change may be better than the best that was found in time.
    assert.deepEqual(
      quality({ isProved: false, cost: { ...zero, coverage: 9 }, best: { ...zero, trios: 1 } }),
      found,
    );
  });

  it('names each difference, the most important first, and what is saved in return', () => {
    const { sentence, price } = quality({
      cost: { unplaced: 1, trios: 0, repeats: 700, closeness: 9, coverage: 1 },
      best: { unplaced: 0, trios: 2, repeats: 200, closeness: 3, coverage: 3 },
    });
    assert.equal(sentence, 'A better plan exists without these changes. Compared to it:');
    assert.deepEqual(price, [
      'One more person has nobody to meet.',
      'There are 2 groups of three fewer.',
      'More people meet again, or sooner than they need to.',
      'More people meet somebody of their own team, department or office.',
      '2 pairs more bring departments together that have not met yet.',
    ]);
  });

  it('names who meets again, where nobody had to', () => {
    const again = { ...threeOfThem, lastMet: 1 };
    const price = (pairings: DraftView['pairings']) =>
      quality({ cost: { ...zero, repeats: 400 }, best: zero, pairings }).price;
    assert.deepEqual(price([adaAndMiguel, priyaAndTom, again]), [
      'Priya Raman and Tom Bright meet again.',
      'Two of Zoë Lindqvist, Kwame Mensah and Lin Chen meet again.',
    ]);
    assert.deepEqual(price([priyaAndTom, priyaAndTom, priyaAndTom, priyaAndTom]), [
      'More people meet again, or sooner than they need to.',
    ]);
  });
});

describe('tab: why people of a draft are paired', () => {
  const reasons = (pairing: typeof adaAndMiguel, more: Partial<DraftView> = {}) =>
    reasonsOf(pairing, { ...draft, ...more }, saying);

  it('says that they bring departments together, share nothing, or what they share', () => {
    assert.deepEqual(reasons(adaAndMiguel), ['Nobody of Bridges and Design has met yet.']);
    assert.deepEqual(reasons({ ...adaAndMiguel, newLink: null }), [
      'They have not met, and share no manager, department or office.',
    ]);
    assert.deepEqual(reasons({ ...adaAndMiguel, newLink: null, shared: ['manager', 'office'] }), [
      'Same manager, or one manages the other.',
      'Same office.',
    ]);
  });

  it('says after how long they meet again, and whether somebody else had time', () => {
    const because = 'Nobody else had time for them.';
    assert.deepEqual(reasons(priyaAndTom), ['They meet again after 5 months.', because]);
    assert.deepEqual(reasons(priyaAndTom, { repeatsForced: false }), ['They meet again after 5 months.']);
    // A coordinator chose them.
    assert.deepEqual(reasons({ ...priyaAndTom, locked: true }), ['They meet again after 5 months.']);
    const ago = (lastMetOn: string | null, lastMet = 1) =>
      reasons({ ...priyaAndTom, lastMet, lastMetOn }, { repeatsForced: false });
    assert.deepEqual(ago('2026-12-07'), ['They meet again after one week.']);
    assert.deepEqual(ago('2026-10-19'), ['They meet again after 8 weeks.']);
    assert.deepEqual(ago('2026-10-12'), ['They meet again after 2 months.']);
    assert.deepEqual(ago('2024-12-16'), ['They meet again after 24 months.']);
    assert.deepEqual(ago(null, 3), ['They meet again after 3 rounds.']);
  });

  it('says why there are three, and that a calendar cannot be read', () => {
    assert.deepEqual(reasons({ ...threeOfThem, lastMet: 2, allPress: true }), [
      'Three of them, so that nobody is left over.',
      'Two of them meet again after 2 rounds.',
      'Nobody else had time for them.',
      'A calendar cannot be read: they all have to choose the same time.',
    ]);
  });
});

describe('tab: the lists of a draft', () => {
  it('begin with those who meet again, then groups of three, then the others by name', () => {
    assert.deepEqual(
      sortPairs(
        [{ ...adaAndMiguel, id: 'z', members: [tom, ada] }, adaAndMiguel, threeOfThem, priyaAndTom],
        'en',
      ).map(({ id }) => id),
      ['p2', 'p3', 'p1', 'z'],
    );
  });

  it('find a name whatever its case and accents', () => {
    assert.ok(isNamed([ada, miguel], ' angel'));
    assert.ok(!isNamed([ada, miguel], 'tom'));
    assert.ok(isNamed([ada], ''));
  });
});

describe('tab: what was changed of a draft, in words', () => {
  const people = peopleOf({ ...draft, pairings: [] }, swapped);
  const say = (change: DraftChange) => sayChange(change, people, saying);

  it('names people, also those whom the draft does not know any more', () => {
    const [one, other] = [ada.id, kwame.id];
    assert.equal(say({ kind: 'swap', one, other }), 'Ada Okafor and Kwame Mensah have swapped places.');
    assert.equal(say({ kind: 'lock', members: [one, other] }), 'Ada Okafor and Kwame Mensah stay together.');
    assert.equal(
      say({ kind: 'forbid', pair: [one, 'gone'] }),
      'Ada Okafor and a colleague are not paired this time.',
    );
    assert.equal(say({ kind: 'leave-out', person: one }), 'Ada Okafor is left out of this round.');
    assert.equal(say({ kind: 'back', to: 1 }), 'The last change is undone.');
  });
});
