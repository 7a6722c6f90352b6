import { useCallback } from 'react';
import type { DeskAct, DeskRefusal } from '../../core/api/acts.ts';
import { useTaking } from '../api/use-act.ts';
import { useApp } from '../context/app-context.ts';
import { useDeskWords } from './desk-words.ts';

/**
 * `useAct` for what a coordinator does to a round: the product does it ten seconds later, and until then *Undo* withdraws it.
 * @returns a function; `said` is what was done, as a sentence
 */
export function useDeskAct(): (wanted: DeskAct, said: string) => void {
  const { takeDeskAct } = useApp().api;
  const refused: Readonly<Record<DeskRefusal, string>> = useDeskWords().frame.refused;
  const take = useTaking(refused);
  return useCallback(
    (wanted, said) => {
      take(wanted, said, (id) => takeDeskAct(id, wanted));
    },
    [take, takeDeskAct],
  );
}
