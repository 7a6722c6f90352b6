import assert from 'node:assert/strict';
import { editDraft } from '../../../core/previewing/edit-draft.ts';
import type { Draft, DraftChange } from '../../../core/records/plans/draft.ts';
import { draft as draftOf, tenOn } from '../../support/records.ts';

const pairing = (id: string, ...members: string[]): Draft['pairings'][number] => ({
  ...{ id, members, minutes: 30, slots: [tenOn(15)] },
  ...{ lastMet: null, closeness: 0, newLink: null, shared: [] },
});

/** Ann and Ben are locked. Gus has nobody, and Hal was left out. */
const draft = draftOf(3, {
  pairings: [pairing('p1', 'ann', 'ben'), pairing('p2', 'cem', 'dora'), pairing('p3', 'eve', 'fay')],
  unplaced: [
    { id: 'gus', reason: 'no-common-slot' },
    { id: 'hal', reason: 'left-out' },
  ],
  locked: [['ann', 'ben']],
  forbidden: [['cem', 'eve']],
  leftOut: ['hal'],
});
const words = (groups: readonly (readonly string[])[]) => groups.map((group) => group.join(' '));

describe('a change of a draft', () => {
  for (const [what, change, outcome] of [
    ['swaps nobody of a locked pair', { kind: 'swap', one: 'ann', other: 'cem' }, 'locked'],
    ['swaps nobody who is left out', { kind: 'swap', one: 'cem', other: 'hal' }, 'not-in'],
    ['swaps nobody who is not there', { kind: 'swap', one: 'cem', other: 'zoe' }, 'not-in'],
    ['is none where two of one pair swap', { kind: 'swap', one: 'cem', other: 'dora' }, 'same'],
    ['locks only those who are paired', { kind: 'lock', members: ['cem', 'eve'] }, 'not-paired'],
    ['is none where a pair is locked already', { kind: 'lock', members: ['ben', 'ann'] }, 'same'],
    ['parts no locked pair', { kind: 'forbid', pair: ['ben', 'ann'] }, 'locked'],
    ['is none where a pair is forbidden already', { kind: 'forbid', pair: ['eve', 'cem'] }, 'same'],
    ['forbids nobody to meet themselves', { kind: 'forbid', pair: ['cem', 'cem'] }, 'not-in'],
    ['is none where a pair is allowed', { kind: 'allow', pair: ['eve', 'fay'] }, 'same'],
    ['leaves nobody of a locked pair out', { kind: 'leave-out', person: 'ann' }, 'locked'],
    ['leaves nobody out who is not there', { kind: 'leave-out', person: 'zoe' }, 'not-in'],
    ['is none where somebody is left out already', { kind: 'leave-out', person: 'hal' }, 'same'],
    ['is none where somebody is in already', { kind: 'put-in', person: 'gus' }, 'same'],
  ] as const satisfies readonly (readonly [string, DraftChange, string])[]) {
    it(what, () => {
      const editing = editDraft(draft, change, 0);
      assert.equal(editing.kind === 'refused' ? editing.reason : editing.kind, outcome);
    });
  }

  const edit = (change: Exclude<DraftChange, { kind: 'back' }>) => {
    const editing = editDraft(draft, change, 7);
    assert.ok(editing.kind === 'edited');
    const { always, kept, made, locked, ...others } = editing.edited;
    const texts = { always: words(always), kept: words(kept), made: words(made), locked: words(locked) };
    return { ...others, ...texts };
  };

  it('gives each of two people the other’s place, and locks what that makes', () => {
    const { always, made, locked } = edit({ kind: 'swap', one: 'cem', other: 'fay' });
    assert.deepEqual(made, ['fay dora', 'eve cem']);
    assert.deepEqual(always, ['fay dora', 'eve cem', 'ann ben']);
    assert.deepEqual(locked, ['ann ben', 'fay dora', 'eve cem']);
  });

  it('gives somebody without a meeting the place of somebody who has one', () => {
    const { made, always } = edit({ kind: 'swap', one: 'gus', other: 'fay' });
    assert.deepEqual([made, always], [['eve gus'], ['eve gus', 'ann ben', 'cem dora']]);
  });

  it('parts two people, and keeps the others as far as that leaves nobody out', () => {
    const { always, kept, forbidden } = edit({ kind: 'forbid', pair: ['fay', 'eve'] });
    assert.deepEqual([always, kept], [['ann ben'], ['ann ben', 'cem dora']]);
    assert.deepEqual(words(forbidden), ['cem eve', 'fay eve']);
  });

  it('puts somebody in who was left out, or who is not in the round', () => {
    assert.deepEqual(edit({ kind: 'put-in', person: 'hal' }).leftOut, []);
    assert.deepEqual(edit({ kind: 'put-in', person: 'zoe' }).putIn, [{ person: 'zoe', at: 7 }]);
  });

  it('solves afresh around what is locked, with another seed where another plan is wanted', () => {
    const [again, other] = [edit({ kind: 'best-again' }), edit({ kind: 're-roll' })];
    assert.deepEqual([again.always, again.kept, other.always], [['ann ben'], [], ['ann ben']]);
    assert.notEqual(again.seed, other.seed);
  });
});
