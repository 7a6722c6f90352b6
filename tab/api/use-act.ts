import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { ActView, WantedAct } from '../../core/api/acts.ts';
import { useApp } from '../context/app-context.ts';
import { secondsIn, undoFor, useUndo } from '../context/undo.tsx';
import { Problem, problemOf } from '../client/problem.ts';
import { nowQuery } from '../client/query-client.ts';
import { keys, showNow } from './queries.ts';
import { failureIn } from './use-change.ts';

/** Milliseconds between the end of the offer to undo and the first look at what became of the act. */
const firstLook = 500;
/** Milliseconds between two looks, the longest last; then the act is left to itself. */
const looks = [1000, 1000, 2000, 3000, 5000, 10_000, 20_000];

/**
 * For what invites, moves, cancels or tells others: the product does it ten seconds later, also when the page is closed, and until then
 * *Undo* withdraws it. It is in `useNow().data.acts` from the first moment. That it was done is said once the product has taken it, and
 * later what became of it.
 * @returns a function; `said` is what was done, as a sentence
 */
export function useAct(): (wanted: WantedAct, said: string) => void {
  const { takeAct } = useApp().api;
  const take = useTaking();
  return useCallback(
    (wanted, said) => {
      take(wanted, said, (id) => takeAct(id, wanted));
    },
    [take, takeAct],
  );
}

/** Sentences for the reasons of a refusal, by reason. */
type Refusals = Readonly<Record<string, string>>;
const none: Refusals = {};

/**
 * What `useAct` does, for acts of any kind.
 * @param refused said of such acts alone
 * @returns a function; `send` hands the act with that id to the product
 */
export function useTaking(
  refused = none,
): (act: ActView['act'], said: string, send: (id: string) => Promise<ActView>) => void {
  const { show, watch } = useWatching(refused);
  return useCallback(
    (act, said, send) => {
      const id = crypto.randomUUID();
      // The product answers with the time when it is due; until then any time will do, for nothing shows it.
      show(id, { id, act, dueAt: '9999-12-31T00:00:00Z', state: 'waiting', reason: null });
      const taken = send(id).then((view) => {
        show(id, view);
      });
      watch(id, said, taken, undoFor);
    },
    [show, watch],
  );
}

/** Offers to undo what waits since before this page was opened: it was loaded again, or the act was asked for on another device. */
export function useWaitingActs(): void {
  const { api, words } = useApp();
  const { acts } = useUndo();
  const { watch } = useWatching();
  const { data: now } = useQuery({ ...nowQuery(api), enabled: false });
  useEffect(() => {
    if (now === undefined) return;
    for (const { id, state, dueAt } of now.acts) {
      const left = Date.parse(dueAt) - Date.parse(now.at);
      if (state === 'waiting' && left > 0 && !acts.has(id))
        watch(id, words.undo.waiting, Promise.resolve(), left);
    }
  }, [now, acts, words, watch]);
}

/** Takes an act back, and says what becomes of it. */
function useWatching(refused = none) {
  const { api, words, announce } = useApp();
  const { offer, fail, acts } = useUndo();
  const client = useQueryClient();
  return useMemo(() => {
    const refresh = () => client.invalidateQueries({ queryKey: keys.mine });
    const show = (id: string, view: ActView | null): void => {
      showNow(client, (now) => {
        const others = now.acts.filter((act) => act.id !== id);
        return { ...now, acts: view === null ? others : [...others, view] };
      });
    };
    const refusal = (reason: string | null): string => {
      const sentences: Refusals = { ...words.undo.refused, ...refused };
      return sentences[reason ?? 'other'] ?? words.undo.refused.other;
    };

    /**
     * @param taken settles when the product has the act, or refused it
     * @param during milliseconds in which it can be taken back
     */
    const watch = (id: string, said: string, taken: Promise<void>, during: number): void => {
      acts.add(id);
      let isWithdrawn = false;
      const withdraw = async (): Promise<void> => {
        try {
          await api.withdrawAct(id);
          isWithdrawn = true;
          show(id, null);
          await refresh();
          // After the heading that it brings back, which is said too.
          announce(words.undo.undone);
        } catch (error) {
          const { kind } = problemOf(error);
          const isTooLate = kind === 'refused' || kind === 'stale' || kind === 'not-found';
          fail(isTooLate ? words.undo.tooLate : failureIn(words, error));
          await refresh();
        }
      };
      const follow = async (): Promise<void> => {
        await pause(during + firstLook);
        for (const wait of looks) {
          if (isWithdrawn) return;
          const { state, reason } = await api.act(id);
          if (state === 'refused') fail(refusal(reason));
          if (state === 'done') announce(words.undo.done);
          if (state !== 'waiting' && state !== 'doing') break;
          await pause(wait);
        }
        await refresh();
      };
      taken.then(
        () => {
          announce(words.undo.announced({ said, seconds: secondsIn(during) }));
          offer(said, withdraw, during);
          // It goes on without the page; when the page cannot look, it shows what it reads next.
          follow().catch(refresh);
        },
        (error: unknown) => {
          show(id, null);
          // Perhaps only the answer got lost: then it is read again, and can be taken back.
          acts.delete(id);
          const isRefused = error instanceof Problem && error.kind === 'refused';
          fail(isRefused ? refusal(error.reason) : failureIn(words, error));
          void refresh();
        },
      );
    };
    return { show, watch };
  }, [api, words, announce, offer, fail, acts, client, refused]);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
