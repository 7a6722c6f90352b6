import { GraphError } from './errors.ts';

const window = 10 * 60_000;
const budget = 10_000;
const atOnce = 4;

interface Load {
  running: number;
  /** The times of the requests of the last ten minutes, oldest first, beginning at index `oldest`. */
  times: number[];
  oldest: number;
}

/** Outlook's limits for one app and mailbox: 10,000 requests in ten minutes, and four at once. */
export interface Limits {
  /** Counts a request. Call the returned function when the request is over. @throws GraphError 429 */
  enter(mailbox: string): () => void;
}

/**
 * `clock` gives milliseconds of the machine's clock, not of the product's: a caller who must wait waits in real time.
 */
export function createLimits(clock: () => number): Limits {
  const loads = new Map<string, Load>();
  return {
    enter(mailbox) {
      const load = loads.get(mailbox) ?? { running: 0, times: [], oldest: 0 };
      loads.set(mailbox, load);
      const now = clock();
      for (
        let first = load.times[load.oldest];
        first !== undefined && first <= now - window;
        first = load.times[load.oldest]
      ) {
        load.oldest += 1;
      }
      if (load.oldest > budget) {
        load.times = load.times.slice(load.oldest);
        load.oldest = 0;
      }
      if (load.running >= atOnce) throw throttled(1, 'MailboxConcurrency');
      const first = load.times[load.oldest];
      if (first !== undefined && load.times.length - load.oldest >= budget) {
        throw throttled(Math.ceil((first + window - now) / 1000), 'MailboxRequestRate');
      }
      load.times.push(now);
      load.running += 1;
      return () => {
        load.running -= 1;
      };
    },
  };
}

/** @param seconds for `Retry-After` */
export function throttled(seconds: number, limit: string): GraphError {
  return new GraphError(429, 'ApplicationThrottled', `Application is over its ${limit} limit.`, {
    headers: { 'retry-after': String(seconds) },
  });
}
