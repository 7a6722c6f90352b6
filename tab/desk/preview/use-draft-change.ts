import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DraftChange, DraftView } from '../../../core/api/draft.ts';
import { keys } from '../../api/queries.ts';
import { failureIn } from '../../api/use-change.ts';
import { problemOf } from '../../client/problem.ts';
import { useApp } from '../../context/app-context.ts';
import { secondsIn, undoFor, useUndo } from '../../context/undo.tsx';
import { namesOf } from '../../parts/names.ts';
import { peopleOf, sayChange } from './say/changes.ts';
import type { Editing } from './editing.ts';
import { qualityOf } from './say/price.ts';
import { useSaying } from './say/use-saying.ts';

/** A change of this page: the number of the draft before it, and of the one that it made. */
interface Step {
  readonly before: string;
  readonly after: string;
}

interface Changing extends Pick<Editing, 'change' | 'isBusy' | 'undo'> {
  /** What somebody else did, so that a change was not made; null: nobody did. */
  readonly stale: string | null;
}

/**
 * Changes a draft, says what that costs, and takes it back. When somebody else was faster, nothing is changed: theirs is shown, and
 * `stale` says what it is.
 */
export function useDraftChange(draft: DraftView): Changing {
  const { api, me, words, announce } = useApp();
  const { offer, fail } = useUndo();
  const saying = useSaying();
  const client = useQueryClient();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [stale, setStale] = useState<string | null>(null);
  const closeOffer = useRef<(() => void) | null>(null);
  const key = keys.draft(draft.scheme, draft.round);
  const last = steps.at(-1);
  const undo = last?.after === draft.version ? () => void takeBack(draft, steps) : null;
  return { change: (wanted) => void make(wanted), isBusy, undo, stale };

  async function make(wanted: DraftChange): Promise<void> {
    const changed = await write(draft, wanted);
    // It may have been so already.
    if (changed === null || changed.version === draft.version) return;
    const made = [...steps, { before: draft.version, after: changed.version }];
    setSteps(made);
    const said = [sayDone(wanted, changed), ...sayPrice(changed)].join(' ');
    announce(words.undo.announced({ said, seconds: secondsIn(undoFor) }));
    closeOffer.current = offer(said, () => takeBack(changed, made));
  }

  async function takeBack(from: DraftView, done: readonly Step[]): Promise<void> {
    const [step, ...rest] = done.toReversed();
    if (step === undefined) return;
    const changed = await write(from, { kind: 'back', to: Number(step.before) });
    if (changed === null) return;
    const [next, ...earlier] = rest;
    // It is as it was after the step before, under another number.
    setSteps(next === undefined ? [] : [...earlier.toReversed(), { ...next, after: changed.version }]);
    announce([words.undo.undone, ...sayPrice(changed)].join(' '));
  }

  /** Null: it was not changed, and why was said. */
  async function write(from: DraftView, wanted: DraftChange): Promise<DraftView | null> {
    closeOffer.current?.();
    setStale(null);
    setBusy(true);
    try {
      const changed = await api.changeDraft(from, wanted);
      await client.cancelQueries({ queryKey: key });
      client.setQueryData<DraftView>(key, changed);
      return changed;
    } catch (error) {
      const { kind, reason } = problemOf(error);
      if (kind === 'refused') fail(saying.said.refused[isReason(reason) ? reason : 'other']);
      else if (kind !== 'stale') fail(failureIn(words, error));
      // A lost answer may have changed it all the same.
      const read = await client
        .query({ queryKey: key, queryFn: () => api.draft(from.scheme, from.round), staleTime: 0 })
        .catch(() => null);
      if (kind === 'stale') setStale(sayStale(read));
      return null;
    } finally {
      setBusy(false);
    }
  }

  function isReason(reason: string | null): reason is keyof typeof saying.said.refused {
    return reason !== null && reason in saying.said.refused;
  }

  function sayDone(wanted: DraftChange, changed: DraftView): string {
    const isSolved = wanted.kind === 'best-again' || wanted.kind === 're-roll';
    return isSolved && pairsIn(changed) === pairsIn(draft)
      ? saying.said.unchanged
      : sayChange(wanted, peopleOf(draft, changed), saying);
  }

  function sayPrice(changed: DraftView): readonly string[] {
    const { sentence, price } = qualityOf(changed, saying);
    return price.length === 0 ? [sentence] : price;
  }

  function sayStale(read: DraftView | null): string {
    if (read?.by == null || read.change === null || read.by.id === me.id) return saying.said.staleUnknown;
    const what = sayChange(read.change, peopleOf(draft, read), saying);
    return saying.said.stale({ name: namesOf([read.by], saying), what });
  }
}

/** Who is paired with whom, as one text. */
function pairsIn({ pairings }: DraftView): string {
  const pairs = pairings.map(({ members }) =>
    members
      .map(({ id }) => id)
      .sort()
      .join(' '),
  );
  return pairs.sort().join('\n');
}
