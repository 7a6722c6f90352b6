import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ActView, WantedAct } from '../../core/api/acts.ts';
import type { Now } from '../../core/api/me.ts';
import { useApp } from '../context/app-context.ts';
import { useUndo } from '../context/undo.tsx';
import { Problem, problemOf } from '../client/problem.ts';
import { keys } from './queries.ts';

/** Milliseconds between the answer to an act and the first look at what became of it. */
const firstLook = 10_500;
/** Milliseconds between two looks, the longest last; then the act is left to itself. */
const looks = [1000, 1000, 2000, 3000, 5000, 10_000, 20_000];

/**
 * For what invites, moves, cancels or tells others: the product does it ten seconds later, also when the page is closed, and until then
 * *Undo* withdraws it. It is in `useNow().data.acts` from the first moment. What became of it is said.
 * @returns a function; `said` is what was done, as a sentence
 */
export function useAct(): (wanted: WantedAct, said: string) => void {
  const { api, words, announce } = useApp();
  const { offer, fail } = useUndo();
  const client = useQueryClient();
  return useCallback(
    (wanted, said) => {
      const id = crypto.randomUUID();
      let isWithdrawn = false;
      const refresh = () => client.invalidateQueries({ queryKey: keys.mine });
      const show = (view: ActView | null): void => {
        client.setQueryData<Now>(keys.now, (now) => {
          if (now === undefined) return now;
          const others = now.acts.filter((act) => act.id !== id);
          return { ...now, acts: view === null ? others : [...others, view] };
        });
      };
      const problem = (error: unknown): void => {
        const { kind } = problemOf(error);
        show(null);
        fail(words.undo.failed({ why: words.problems[kind].title }));
        void refresh();
      };
      const withdraw = async (): Promise<void> => {
        try {
          await taken;
        } catch {
          // It was not even taken, which is said already.
          return;
        }
        try {
          await api.withdrawAct(id);
          isWithdrawn = true;
          show(null);
          announce(words.undo.undone);
        } catch (error) {
          const { kind } = problemOf(error);
          const isTooLate = kind === 'refused' || kind === 'stale' || kind === 'not-found';
          fail(isTooLate ? words.undo.tooLate : words.undo.failed({ why: words.problems[kind].title }));
        }
        await refresh();
      };
      const follow = async (): Promise<void> => {
        await pause(firstLook);
        for (const wait of looks) {
          if (isWithdrawn) return;
          const { state, reason } = await api.act(id);
          if (state === 'refused') fail(refusal(reason));
          if (state === 'done') announce(words.undo.done);
          if (state === 'refused' || state === 'done') break;
          await pause(wait);
        }
        await refresh();
      };
      const refusal = (reason: string | null): string => {
        const sentences: Readonly<Record<string, string>> = words.undo.refused;
        return sentences[reason ?? 'other'] ?? words.undo.refused.other;
      };

      // The product answers with the time when it is due; until then any time will do, for nothing shows it.
      show({ id, act: wanted, dueAt: '9999-12-31T00:00:00Z', state: 'waiting', reason: null });
      announce(words.undo.announced({ said }));
      const end = offer(said, withdraw);
      const taken = api.takeAct(id, wanted);
      taken.then(
        (view) => {
          show(view);
          // It goes on without the page; when the page cannot look, it shows what it reads next.
          follow().catch(refresh);
        },
        (error: unknown) => {
          end();
          if (!(error instanceof Problem) || error.kind !== 'refused') {
            problem(error);
            return;
          }
          show(null);
          fail(refusal(error.reason));
          void refresh();
        },
      );
    },
    [api, words, announce, offer, fail, client],
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
