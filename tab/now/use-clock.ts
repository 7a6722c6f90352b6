import { useCallback, useEffect, useState } from 'react';
import { useNow } from '../api/queries.ts';

/** One minute in milliseconds. */
const minute = 60_000;

/**
 * The product's time, minute by minute: what its last answer said, and what has passed since it came. The clock of the device
 * may be wrong.
 * @param at ISO 8601: what the last answer of *Now* said
 * @returns epoch milliseconds
 */
export function useClock(at: string): number {
  const { dataUpdatedAt: since } = useNow();
  const read = useCallback(() => Date.parse(at) + Date.now() - since, [at, since]);
  const [, tick] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          tick((n) => n + 1);
          wait();
        },
        minute - (read() % minute),
      );
    };
    wait();
    return () => {
      clearTimeout(timer);
    };
  }, [read]);
  return read();
}
