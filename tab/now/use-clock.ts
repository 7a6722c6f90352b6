import { useEffect, useMemo, useState } from 'react';

/** One minute in milliseconds. */
const minute = 60_000;

/**
 * The product's time, minute by minute: what its last answer said, and what has passed since. The clock of the device may
 * be wrong.
 * @param at ISO 8601
 * @returns epoch milliseconds
 */
export function useClock(at: string): number {
  const read = useMemo(() => {
    const since = performance.now();
    return () => Date.parse(at) + performance.now() - since;
  }, [at]);
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
