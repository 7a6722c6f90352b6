import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { PersonRow } from '../../../core/api/desk.ts';
import { figuresOf } from '../../../tab/desk/round/figures-of.ts';
import { countShows, indexPeople, selectPeople } from '../../../tab/desk/round/people/select-people.ts';
import {
  isShown,
  mayBePaired,
  parseShown,
  queryOf,
  type Show,
  type Shown,
  shows,
  sorts,
} from '../../../tab/desk/round/people/shows.ts';
import { findingOf } from '../../../tab/desk/today/finding-of.ts';
import * as answers from '../answers.ts';
import { people, today } from './desk-answers.ts';

const all: Shown = { show: 'all', sort: 'name', isDescending: false };

function names(shown: Partial<Shown>, text = '', rows: readonly PersonRow[] = people): string[] {
  return selectPeople(indexPeople(rows, 'en-GB'), { ...all, ...shown }, text).map(
    ({ name }) => name.split(' ')[0] ?? '',
  );
}

describe('the people of a round', () => {
  it('are found by name without case and accents, and by how far they have come', () => {
    assert.deepEqual(names({}, '  FERNANDEZ'), ['Miguel']);
    assert.deepEqual(names({}, 'nobody'), []);
    const found: Partial<Record<Show, string[]>> = {
      in: ['Ada', 'Kwame', 'Miguel', 'Priya', 'Tom', 'Zoë'],
      paired: ['Ada', 'Miguel'],
      accepted: ['Ada'],
      met: [],
      'not-met': ['Priya', 'Tom'],
      silent: ['Miguel'],
      unplaced: ['Kwame', 'Priya', 'Tom', 'Zoë'],
      'not-reached': ['Kwame', 'Tom'],
    };
    for (const [show, expected] of Object.entries(found))
      assert.deepEqual(names({ show: show as Show }), expected, show);
  });

  it('are sorted by name in the alphabet of the reader, those who were erased last', () => {
    const [ada] = people;
    assert.ok(ada);
    const rows = ['Zoe', '', 'Émile', 'eve', 'Ada'].map((name, i) => ({ ...ada, id: `${i}`, name }));
    assert.deepEqual(names({}, '', rows), ['Ada', 'Émile', 'eve', 'Zoe', '']);
    assert.deepEqual(names({ isDescending: true }, '', rows), ['', 'Zoe', 'eve', 'Émile', 'Ada']);
  });

  it('are sorted by step, time and message, and by name where that leaves it open', () => {
    assert.deepEqual(names({ sort: 'outcome', isDescending: true }).slice(0, 3), ['Ada', 'Miguel', 'Kwame']);
    assert.deepEqual(names({ sort: 'told' }), ['Kwame', 'Tom', 'Priya', 'Ada', 'Miguel', 'Zoë']);
    for (const isDescending of [true, false])
      assert.deepEqual(names({ sort: 'when', isDescending }).slice(0, 3), ['Ada', 'Miguel', 'Kwame']);
  });

  it('can be paired by hand when they have no meeting and can be invited', () => {
    assert.deepEqual(
      people.filter(mayBePaired).map(({ name }) => name.split(' ')[0]),
      ['Priya', 'Tom', 'Zoë', 'Kwame'],
    );
    assert.ok(!mayBePaired({ step: 'in', reason: 'not-in-directory' }));
    assert.ok(!mayBePaired({ step: 'enrolled', reason: 'withdrew' }));
  });

  it('are as many behind each filter as it says', () => {
    const entries = indexPeople(people, 'en-GB');
    const counts = countShows(entries);
    for (const show of shows) {
      assert.equal(counts[show], names({ show }).length, show);
      assert.equal(counts[show], people.filter((row) => isShown(row, show)).length, show);
    }
    const { line } = today.round ?? { line: null };
    assert.ok(line);
    for (const step of ['in', 'paired', 'invited', 'accepted', 'met'] as const)
      assert.equal(counts[step], line[step], `the line says ${step} too`);
  });

  it('stand in the address as they are shown', () => {
    const shown = fc.record({
      show: fc.constantFrom(...shows),
      sort: fc.constantFrom(...sorts),
      isDescending: fc.boolean(),
    });
    fc.assert(
      fc.property(shown, (one) => {
        assert.deepEqual(parseShown(queryOf(one)), { ...one });
      }),
    );
    assert.equal(queryOf(all), '');
    assert.deepEqual(parseShown('show=everybody&sort=shoe-size'), all);
  });
});

describe('the figures of a round', () => {
  const { round } = answers;
  const isOver = { figures: { ...round.figures, met: 2 } };
  const said = (more: Partial<typeof round>) =>
    figuresOf({ ...round, ...more }).map(({ what, n, of }) => [what, n, of]);

  it('are those of its stage: who takes part, what is booked, who met', () => {
    assert.deepEqual(said({ plan: null }), [['takePart', 6, null]]);
    assert.deepEqual(said({}), [
      ['booked', 1, 1],
      ['waiting', 0, null],
      ['unplaced', 4, null],
    ]);
    const met = [
      ['met', 2, 6],
      ['notMet', 2, null],
      ['unplaced', 4, null],
    ];
    assert.deepEqual(said(isOver), met);
    assert.equal(said({ stage: 'closed' })[0]?.[0], 'met');
  });
});

describe('the finding of the line', () => {
  it('is how many have come to the furthest step, of those who could', () => {
    const line = { enrolled: 9, in: 0, paired: 0, invited: 0, accepted: 0, met: 0 };
    assert.deepEqual(findingOf(line), { step: 'enrolled', n: 9, of: 9 });
    assert.deepEqual(findingOf({ ...line, in: 8 }), { step: 'in', n: 8, of: 9 });
    const booked = { ...line, in: 8, paired: 6, invited: 5, accepted: 4 };
    assert.deepEqual(findingOf(booked), { step: 'accepted', n: 4, of: 5 });
    assert.deepEqual(findingOf({ ...booked, met: 2 }), { step: 'met', n: 2, of: 6 });
  });
});
