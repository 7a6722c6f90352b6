import assert from 'node:assert/strict';
import { decidePlan } from '../../../core/pairing/decide-plan.ts';
import type { GatheredPerson } from '../../../core/pairing/gathered.ts';
import { plan as planSchema } from '../../../core/records/plans/plan.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { round as roundOf } from '../../support/records.ts';

const scheme = defaultScheme(Date.parse('2026-11-01T00:00:00Z'));
const pairing = Date.parse('2026-12-10T10:00:00Z');
/** The number of the round that is planned. */
const number = 20;

const works = (start: string, end: string): Pick<GatheredPerson, 'freeBusy'> => ({
  freeBusy: {
    kind: 'read',
    view: '0'.repeat(672),
    hours: { zone: 'Europe/London', days: ['Tue'], start, end },
  },
});

function person(id: string, known: Partial<GatheredPerson> = {}): GatheredPerson {
  return {
    id,
    directory: { id, name: id, mail: `${id}@contoso.example`, enabled: true, guest: false },
    ...works('09:00', '12:00'),
    reachable: true,
    zone: 'Europe/London',
    meetings: [],
    preferences: null,
    awkward: 0,
    ...known,
  };
}

const met = (roundsAgo: number, other: string, spent = true) => ({
  number: number - roundsAgo,
  round: null,
  with: [other],
  met: spent,
  spent,
});

/** Ann and Ben, who both wish to meet again. */
const both = (
  roundsAgo: number,
  { ann = {}, ben = {}, spent = true }: { ann?: object; ben?: object; spent?: boolean } = {},
) => [
  person('ann', { again: ['ben'], meetings: [met(roundsAgo, 'ben', spent)], ...ann }),
  person('ben', { again: ['ann'], meetings: [met(roundsAgo, 'ann', spent)], ...ben }),
];
const others = ['cem', 'dee', 'eve', 'fay'].map((id) =>
  person(id, id === 'cem' ? { meetings: [met(1, 'dee')] } : {}),
);

const withoutWish = (one: GatheredPerson): GatheredPerson => ({ ...one, again: [] });
const plan = (people: readonly GatheredPerson[], seed = 1) =>
  planSchema.parse(
    decidePlan({ scheme, round: { ...roundOf({ stage: 'pairing' }), number }, people }, seed, pairing),
  );
const groups = (people: readonly GatheredPerson[], seed?: number) =>
  plan(people, seed).pairings.map(({ members }) => members.join(' '));

describe('people who both wish to meet again', () => {
  it('meet, and cost nothing, when they were last paired six rounds ago', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { pairings, cost, bound, optimal } = plan([...both(6), ...others], seed);
      const theirs = pairings.find(({ members }) => members.includes('ann'));
      assert.deepEqual(theirs?.members, ['ann', 'ben']);
      assert.deepEqual([theirs.lastMet, theirs.newLink, theirs.slots.length > 0], [6, null, true]);
      assert.deepEqual([cost, bound, optimal], [{ ...cost, repeats: 0, unplaced: 0 }, cost, true]);
      assert.equal(pairings.length, 3);
    }
  });

  for (const [when, people] of [
    ['they were paired five rounds ago', both(5)],
    ['they were paired five rounds ago and did not meet', both(5, { spent: false })],
    ['one of them wishes it no longer', both(6, { ben: { again: ['cem'] } })],
    ['one of them will never meet the other', both(6, { ann: { neverWith: ['ben'] } })],
    ['they have no time in common', both(6, { ben: works('11:45', '12:00') })],
  ] as const) {
    it(`get the plan that they would get without a wish, when ${when}`, () => {
      for (let seed = 1; seed <= 5; seed++) {
        const all = [...people, ...others];
        assert.deepEqual(plan(all, seed), plan(all.map(withoutWish), seed));
      }
    });
  }

  it('meet those first with whom they were paired longest ago, each one person', () => {
    const ann = person('ann', { again: ['ben', 'cem'], meetings: [met(6, 'ben'), met(9, 'cem')] });
    const ben = person('ben', { again: ['ann'] });
    const cem = person('cem', { again: ['ann'] });
    for (let seed = 1; seed <= 5; seed++)
      assert.ok(groups([ann, ben, cem, ...others.slice(1)], seed).includes('ann cem'));
  });

  it('leave nobody alone, and make no other trio', () => {
    const [cem] = others;
    assert.ok(cem);
    assert.deepEqual(groups([...both(6), cem]), ['ann ben cem']);
    const pairsOnly = [
      ...both(6, { ann: works('09:00', '10:00'), ben: works('09:00', '12:00') }),
      person('cem', works('09:00', '10:00')),
      person('dee', works('11:00', '12:00')),
    ];
    assert.deepEqual(groups(pairsOnly), ['ann cem', 'ben dee']);
  });

  it('are as many as can be without leaving somebody alone', () => {
    const two = (one: string, other: string) => [
      person(one, { again: [other], meetings: [met(6, other)] }),
      person(other, { again: [one], meetings: [met(6, one)] }),
    ];
    const people = [...two('ann', 'ben'), ...two('cem', 'dee'), ...two('eve', 'fay'), person('gus')];
    const made = groups(people);
    assert.deepEqual(
      [made.length, ['ann ben', 'cem dee', 'eve fay'].filter((pair) => made.includes(pair)).length],
      [3, 2],
    );
  });
});
