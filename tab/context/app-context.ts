import { createContext, useContext } from 'react';
import type { Me } from '../../core/api/me.ts';
import type { Api } from '../client/client.ts';
import type { Host } from '../teams/host.ts';
import type { Words } from '../words/words.ts';

/** What every view is given. */
export interface AppContext {
  readonly api: Api;
  readonly me: Me;
  readonly words: Words;
  /** BCP 47: how dates, times and numbers are written, as Teams is set. */
  readonly locale: string;
  /** IANA: the reader's, as their mailbox has it. */
  readonly zone: string;
  readonly host: Host;
  readonly openLink: Host['openLink'];
  /** Says it to screen readers, once. */
  readonly announce: (sentence: string) => void;
  /** Whether they came to this view from another one, so that its heading takes the focus. */
  readonly hasMoved: boolean;
}

const context = createContext<AppContext | null>(null);
export const AppProvider = context.Provider;

export function useApp(): AppContext {
  const value = useContext(context);
  if (value === null) throw new Error('useApp: expected to be used inside AppProvider');
  return value;
}
