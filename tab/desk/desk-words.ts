import { createContext, useContext } from 'react';
import type { desk } from '../../core/words/en/tab/desk.ts';
import type { Spoken } from '../../core/words/icu/text.ts';

/** What the desk says, in the language of the tab. */
export type DeskWords = Spoken<typeof desk>;

const context = createContext<DeskWords | null>(null);
export const DeskWordsProvider = context.Provider;

export function useDeskWords(): DeskWords {
  const value = useContext(context);
  if (value === null) throw new Error('useDeskWords: expected to be used inside DeskWordsProvider');
  return value;
}
