import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useApp } from '../context/app-context.ts';
import { useUndo } from '../context/undo.tsx';
import { problemOf } from '../client/problem.ts';
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
        const { kind } = problemOf(error);
        fail(words.undo.failed({ why: words.problems[kind].title }));
      };
      try {
        const applied = await apply();
        announce(words.undo.announced({ said }));
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
