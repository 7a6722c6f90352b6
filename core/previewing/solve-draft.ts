import { decideAround, type DecidedAround } from '../pairing/decide-plan.ts';
import type { Gathered } from '../pairing/gathered.ts';
import { keyOf } from '../pairing/match-around.ts';
import type { Draft } from '../records/plans/draft.ts';
import type { Edited } from './edit-draft.ts';

/** How a draft came about. */
export type Made = Pick<Draft, 'draft' | 'madeAt' | 'readAt' | 'by' | 'change'>;

/**
 * Matches people around what is fixed of a draft.
 * @param gathered whom the draft is about
 * @returns the next draft; null when people whom the change pairs may not meet, or have no time in common
 */
export function solveDraft(gathered: Gathered, edited: Edited, made: Made): Draft | null {
  const decided = decideAround(gathered, edited.seed, made.madeAt, edited);
  const groups = new Set(decided.plan.pairings.map(({ members }) => keyOf(members)));
  if (!edited.made.every((group) => groups.has(keyOf(group)))) return null;
  const wanted = new Set(edited.locked.map(keyOf));
  const held = decided.plan.pairings.map(({ members }) => members);
  return draftOf(decided, made, {
    locked: held.filter((members) => wanted.has(keyOf(members))),
    forbidden: edited.forbidden,
    leftOut: edited.leftOut,
    putIn: edited.putIn,
  });
}

/** The first draft of a round: the best plan. */
export function firstDraft(gathered: Gathered, made: Made): Draft {
  const decided = decideAround(gathered, gathered.round.seed, made.madeAt);
  return draftOf(decided, made, { locked: [], forbidden: [], leftOut: [], putIn: [] });
}

function draftOf(
  { plan, shared, best, isProved, repeatsForced }: DecidedAround,
  made: Made,
  fixed: Pick<Draft, 'locked' | 'forbidden' | 'leftOut' | 'putIn'>,
): Draft {
  return {
    ...plan,
    pairings: plan.pairings.map((pairing, i) => ({ ...pairing, shared: [...(shared[i] ?? [])] })),
    ...made,
    ...fixed,
    best,
    isProved,
    repeatsForced,
  };
}
