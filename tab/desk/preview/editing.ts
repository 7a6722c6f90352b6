import { createContext, useContext } from 'react';
import type { DraftChange, DraftView } from '../../../core/api/draft.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A draft, and what a coordinator is doing to it. */
export interface Editing {
  readonly draft: DraftView;
  /** Whether it may be changed at all: it is not released, and is not about to be. */
  readonly isOpen: boolean;
  /** A change is on its way; one at a time is. */
  readonly isBusy: boolean;
  readonly change: (change: DraftChange) => void;
  /** Takes back the last change of this page that still holds; null: there is none. */
  readonly undo: (() => void) | null;
  /** Who waits for somebody to take their place; null: nobody. */
  readonly swapping: Person | null;
  readonly startSwap: (person: Person) => void;
}

const context = createContext<Editing | null>(null);
export const EditingProvider = context.Provider;

export function useEditing(): Editing {
  const value = useContext(context);
  if (value === null) throw new Error('useEditing: expected to be used inside EditingProvider');
  return value;
}
