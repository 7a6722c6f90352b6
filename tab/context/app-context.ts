import { createContext, useContext } from 'react';
import type { Me } from '../../core/api/me.ts';
import type { Api } from '../api/client.ts';
import type { Words } from '../words/words.ts';

/** What every view is given. */
export interface AppContext {
  readonly api: Api;
  readonly me: Me;
  readonly words: Words;
  /** BCP 47: how dates and numbers are written. */
  readonly locale: string;
  readonly openLink: (url: string) => void;
  /** Says it to screen readers, once. */
  readonly announce: (sentence: string) => void;
}

const context = createContext<AppContext | null>(null);
export const AppProvider = context.Provider;

export function useApp(): AppContext {
  const value = useContext(context);
  if (value === null) throw new Error('useApp: expected to be used inside AppProvider');
  return value;
}
