import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApp } from '../context/app-context.ts';
import { secondsIn, undoFor, useUndo } from '../context/undo.tsx';
import { problemOf } from '../client/problem.ts';
import type { Words } from '../words/words.ts';
import { keys } from './queries.ts';

export interface Change<T> {
  readonly apply: () => Promise<T>;
  /** Does the same with the value before. `applied` is what `apply` gave, for its version. */
  readonly revert: (applied: T) => Promise<unknown>;
  /** What was done, as a sentence. */
  readonly said: string;
}

/**
 * For what is done at once: does it, says so, and offers *Undo* for ten seconds. What could not be done is said as a problem.
 * @returns whether it was done
 */
export function useChange(): <T>(change: Change<T>) => Promise<boolean> {
  const { words, announce } = useApp();
  const { offer, fail } = useUndo();
  const client = useQueryClient();
  return useCallback(
    async ({ apply, revert, said }) => {
      const problem = (error: unknown): void => {
        fail(failureIn(words, error));
      };
      try {
        const applied = await apply();
        announce(words.undo.announced({ said, seconds: secondsIn(undoFor) }));
        offer(said, async () => {
          try {
            await revert(applied);
            announce(words.undo.undone);
          } catch (error) {
            problem(error);
          }
          await client.invalidateQueries({ queryKey: keys.mine });
        });
        return true;
      } catch (error) {
        problem(error);
        return false;
      } finally {
        void client.invalidateQueries({ queryKey: keys.mine });
      }
    },
    [words, announce, offer, fail, client],
  );
}

/** What is said of a write that failed: where no answer came, or it got lost, it may have been done all the same. */
export function failureIn(words: Words, error: unknown): string {
  const { kind } = problemOf(error);
  const isKnown = kind !== 'slow' && kind !== 'unavailable';
  return words.undo[isKnown ? 'failed' : 'unknown']({ why: words.problems[kind].title });
}
