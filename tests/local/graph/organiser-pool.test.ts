import assert from 'node:assert/strict';
import { organiserPool } from '../../../local/graph/directory/organiser-pool.ts';

describe('organiserPool', () => {
  for (const [people, size] of [
    [0, 1],
    [1, 1],
    [40, 1],
    [41, 2],
    [10_000, 250],
  ] as const) {
    it(`has ${size} for ${people} people`, () => {
      assert.equal(organiserPool(people).length, size);
    });
  }

  it('keeps every mailbox of a smaller staff, so that its events are found', () => {
    assert.deepEqual(organiserPool(100).slice(0, 2), organiserPool(60));
    assert.deepEqual(
      organiserPool(100).map(({ mail }) => mail),
      ['unmentoring@organiser.example', 'unmentoring-2@organiser.example', 'unmentoring-3@organiser.example'],
    );
    assert.equal(new Set(organiserPool(10_000).map(({ oid }) => oid)).size, 250);
  });
});
