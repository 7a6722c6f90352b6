import { useCallback, useEffect, useState } from 'react';
import { Problem, type ProblemKind } from './problem.ts';

export type Load<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly problem: ProblemKind; readonly retry: () => void };

/** Loads when shown, and again when `load` changes (keep it stable with `useCallback`) or after `retry`. */
export function useLoad<T>(load: () => Promise<T>): Load<T> {
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<Load<T>>({ state: 'loading' });
  const retry = useCallback(() => {
    setAttempt((n) => n + 1);
  }, []);

  useEffect(() => {
    let current = true;
    setResult({ state: 'loading' });
    load().then(
      (value) => {
        if (current) setResult({ state: 'ready', value });
      },
      (error: unknown) => {
        const problem = error instanceof Problem ? error.kind : 'unavailable';
        if (current) setResult({ state: 'failed', problem, retry });
      },
    );
    return () => {
      current = false;
    };
  }, [load, attempt, retry]);

  return result;
}
