import { type Group, keyOf } from '../pairing/match-around.ts';
import type { Draft, DraftChange } from '../records/plans/draft.ts';
import type { PersonId } from '../records/person.ts';

/** A change of what is in a draft. */
type Edit = Exclude<DraftChange, { kind: 'back' }>;

/** Why a draft cannot be changed so; as in the API. */
export type Refusal = 'released' | 'no-common-slot' | 'not-in' | 'not-paired' | 'locked';

/** What is fixed of a draft once it is changed, before people are matched around it. */
export interface Edited extends Pick<Draft, 'seed' | 'locked' | 'forbidden' | 'leftOut' | 'putIn'> {
  /** Pairings that stay whatever it costs, locked or not. */
  readonly always: readonly Group[];
  /** Pairings that stay unless that leaves more people out, or makes more trios. */
  readonly kept: readonly Group[];
  /** Those of `always` that the change makes: without a time in common it is refused. */
  readonly made: readonly Group[];
}

/** `same`: the draft is so already. */
export type Editing =
  | { readonly kind: 'edited'; readonly edited: Edited }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly reason: Refusal };

const same: Editing = { kind: 'same' };

/**
 * Decides what is fixed of a draft once somebody changes it. What a change does not name stays as it is, unless people are
 * solved afresh.
 * @param now epoch milliseconds
 */
export function editDraft(draft: Draft, change: Edit, now: number): Editing {
  const { seed, locked, forbidden, leftOut, putIn } = draft;
  const groups = draft.pairings.map(({ members }) => members);
  const groupOf = (person: PersonId) => groups.find((members) => members.includes(person));
  const isIn = (person: PersonId) =>
    groupOf(person) !== undefined ||
    draft.unplaced.some(({ id, reason }) => id === person && reason !== 'left-out');
  const isLocked = (group: Group | undefined) => group !== undefined && includes(locked, group);
  const before = { seed, locked, forbidden, leftOut, putIn, kept: [], made: [] };
  const edited = (changed: Partial<Edited>): Editing => ({
    kind: 'edited',
    edited: { ...before, always: groups, ...changed },
  });
  /** Everybody else may be matched with those whose pairing ends. */
  const around = (ended: Group | undefined, changed: Partial<Edited>): Editing =>
    edited({ ...changed, always: locked, kept: groups.filter((group) => group !== ended) });

  switch (change.kind) {
    case 'swap': {
      const { one, other } = change;
      if (!isIn(one) || !isIn(other)) return refused('not-in');
      const [ofOne, ofOther] = [groupOf(one), groupOf(other)];
      // In one pairing, or both without.
      if (ofOne === ofOther) return same;
      const theirs = [ofOne, ofOther].filter((group) => group !== undefined);
      if (theirs.some(isLocked)) return refused('locked');
      const made = theirs.map((group) => group.map((id) => (id === one ? other : id === other ? one : id)));
      const others = groups.filter((group) => !theirs.includes(group));
      return edited({ always: [...made, ...others], made, locked: [...locked, ...made] });
    }
    case 'lock':
    case 'unlock': {
      const group = groups.find((members) => keyOf(members) === keyOf(change.members));
      if (group === undefined) return refused('not-paired');
      if (isLocked(group) === (change.kind === 'lock')) return same;
      const others = locked.filter((members) => keyOf(members) !== keyOf(group));
      return edited({ locked: change.kind === 'lock' ? [...locked, group] : others });
    }
    case 'forbid': {
      const [one, other] = change.pair;
      if (one === other || !isIn(one) || !isIn(other)) return refused('not-in');
      if (includes(forbidden, change.pair)) return same;
      const group = groupOf(one)?.includes(other) === true ? groupOf(one) : undefined;
      if (isLocked(group)) return refused('locked');
      const changed = { forbidden: [...forbidden, change.pair] };
      return group === undefined ? edited(changed) : around(group, changed);
    }
    case 'allow':
      if (!includes(forbidden, change.pair)) return same;
      return edited({ forbidden: forbidden.filter((pair) => keyOf(pair) !== keyOf(change.pair)) });
    case 'leave-out': {
      const { person } = change;
      if (leftOut.includes(person)) return same;
      if (!isIn(person)) return refused('not-in');
      const group = groupOf(person);
      if (isLocked(group)) return refused('locked');
      return around(group, { leftOut: [...leftOut, person] });
    }
    case 'put-in': {
      const { person } = change;
      if (isIn(person)) return same;
      const others = leftOut.filter((id) => id !== person);
      if (others.length < leftOut.length) return around(undefined, { leftOut: others });
      return around(undefined, { putIn: [...putIn, { person, at: now }] });
    }
    case 'best-again':
      return edited({ always: locked });
    case 're-roll':
      return edited({ always: locked, seed: seed + 1 });
  }
}

function refused(reason: Refusal): Editing {
  return { kind: 'refused', reason };
}

function includes(groups: readonly Group[], group: Group): boolean {
  return groups.some((one) => keyOf(one) === keyOf(group));
}
