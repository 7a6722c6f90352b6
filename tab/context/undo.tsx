import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import type { MeetingChange, MyMeeting } from '../../core/api/meetings.ts';

/** How long what was done can be taken back, in milliseconds. */
export const undoFor = 10_000;

/** Whole seconds in some milliseconds, at least one. */
export function secondsIn(milliseconds: number): number {
  return Math.max(1, Math.floor(milliseconds / 1000));
}

/** What was done, in the bar at the foot of the page: with *Undo* for ten seconds, or what went wrong until it is closed. */
export interface Entry {
  readonly id: number;
  readonly said: string;
  /** Null: it is a problem, or it is being undone. */
  readonly undo: (() => void) | null;
  readonly isProblem: boolean;
}

/** The changes of one meeting, which are written one after the other. */
export interface Writing {
  /** The meeting as it is stored, as far as is known. */
  stored: MyMeeting;
  /** The changes that are not written yet, oldest first. */
  readonly changes: MeetingChange[];
  /** Settles when all that was asked for is written, or failed. */
  last: Promise<unknown>;
}

export interface Undo {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** Says what was done, and how to take it back within some milliseconds. Returns what ends the offer earlier. */
  readonly offer: (said: string, undo: () => Promise<void>, during?: number) => () => void;
  /** The acts that this page asked for, or offered to take back, by their ids. */
  readonly acts: Set<string>;
  /** What is being written of meetings, by scheme and round. */
  readonly writing: Map<string, Writing>;
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
      const end = (): void => {
        close(id);
      };
      setTimeout(end, during);
      return end;
    };
    const fail: Undo['fail'] = (said) => {
      add({ said, isProblem: true, undo: null });
    };
    return { offer, fail, close, acts: new Set<string>(), writing: new Map<string, Writing>() };
  }, []);
  const value = useMemo(() => ({ entries, ...stable }), [entries, stable]);
  return <context.Provider value={value}>{children}</context.Provider>;
}
