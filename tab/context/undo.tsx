import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';

/** How long what was done can be taken back, in milliseconds. */
export const undoFor = 10_000;

/** What was done, in the bar at the foot of the page: with *Undo* for ten seconds, or what went wrong until it is closed. */
export interface Entry {
  readonly id: number;
  readonly said: string;
  /** Null: it is a problem, or it is being undone. */
  readonly undo: (() => void) | null;
  readonly isProblem: boolean;
}

export interface Undo {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** Says what was done, and how to take it back within some milliseconds. */
  readonly offer: (said: string, undo: () => Promise<void>, during?: number) => void;
  /** The acts that this page asked for, or offered to take back, by their ids. */
  readonly acts: Set<string>;
  readonly fail: (said: string) => void;
  readonly close: (id: number) => void;
}

const context = createContext<Undo | null>(null);

export function useUndo(): Undo {
  const value = useContext(context);
  if (value === null) throw new Error('useUndo: expected to be used inside UndoProvider');
  return value;
}

export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const last = useRef(0);
  const stable = useMemo(() => {
    const close = (id: number): void => {
      setEntries((all) => all.filter((entry) => entry.id !== id));
    };
    const add = (entry: Omit<Entry, 'id'>): number => {
      const id = ++last.current;
      setEntries((all) => [...all, { ...entry, id }]);
      return id;
    };
    const offer: Undo['offer'] = (said, undo, during = undoFor) => {
      const id = add({
        said,
        isProblem: false,
        undo: () => {
          close(id);
          void undo();
        },
      });
      setTimeout(() => {
        close(id);
      }, during);
    };
    const fail: Undo['fail'] = (said) => {
      add({ said, isProblem: true, undo: null });
    };
    return { offer, fail, close, acts: new Set<string>() };
  }, []);
  const value = useMemo(() => ({ entries, ...stable }), [entries, stable]);
  return <context.Provider value={value}>{children}</context.Provider>;
}
