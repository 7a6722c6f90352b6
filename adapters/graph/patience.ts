import { GraphError } from '@microsoft/microsoft-graph-client';
import { longestTurn } from '../../core/mailbox/turns.ts';

/**
 * Seconds that a call waits for Graph in all, as often as it is turned away. All calls at one mailbox together wait no
 * longer within the time that a turn there may last (two minutes): whoever is told to come back later than that gives up,
 * and ends its turn in order, long before anybody takes it for dead.
 */
const patience = 60;

/**
 * Seconds that one HTTP request may take, its answer included. Less than the patience, so that a request that hangs can be
 * sent once more; with the patience well within a turn at a mailbox, so that a second one that hangs still ends in it.
 */
export const longestRequest = 45;

/** How often a single call is sent at most. */
const attempts = 4;

/** Statuses after which the same request may succeed. */
export const again: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** What is left of somebody's patience. */
export interface Patience {
  /** Whether so many seconds may be waited from now on; when so, they are counted. */
  spend(seconds: number): boolean;
}

/** The patience of one call. */
export function patienceOfOneCall(): Patience {
  let left = patience;
  return {
    spend(seconds) {
      if (seconds > left) return false;
      left -= seconds;
      return true;
    },
  };
}

/**
 * What all calls at a mailbox share.
 * @param now epoch milliseconds
 */
export function patienceAtMailboxes(now: () => number): (mailbox: string) => Patience {
  const waits = new Map<string, readonly { readonly from: number; readonly seconds: number }[]>();
  return (mailbox) => ({
    spend(seconds) {
      const from = now();
      const recent = (waits.get(mailbox) ?? []).filter((wait) => wait.from > from - longestTurn);
      const spent = recent.reduce((sum, wait) => sum + wait.seconds, 0);
      if (spent + seconds > patience) return false;
      waits.set(mailbox, [...recent, { from, seconds }]);
      return true;
    },
  });
}

/**
 * Repeats a call that Graph turns away for now (429, 5xx), when its `Retry-After` says, and one that it did not answer in
 * time: that time counts as waited, and it may have been carried out, as with a 504.
 * @param wait for so many milliseconds
 * @throws what the call throws; when Graph turned it away, an error that says for how long, with that as its cause
 */
export async function patiently<R>(
  patience: Patience,
  wait: (milliseconds: number) => Promise<void>,
  call: () => Promise<R>,
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      const hung = isTimeout(error);
      if (!hung && !again.has(error.statusCode)) throw error;
      const seconds = retryAfter(error.headers?.get('retry-after'), attempt);
      if (attempt === attempts || !patience.spend(seconds + (hung ? longestRequest : 0))) {
        const why = hung ? `no answer within ${longestRequest} s` : error.statusCode;
        throw new Error(`Microsoft Graph turned a call away ${attempt} times, now for ${seconds} s: ${why}`, {
          cause: error,
        });
      }
      await wait(1000 * seconds);
    }
  }
}

/** Whether the time of a request was over: the client keeps the name of the error that ended it. */
function isTimeout({ code }: GraphError): boolean {
  return code === 'TimeoutError';
}

/**
 * Seconds to wait before the next attempt: what Graph asks for, else 1, 2, 4 …
 * @param asked the value of `Retry-After`
 * @param attempt the one that was turned away; 1 is the first
 */
export function retryAfter(asked: string | null | undefined, attempt: number): number {
  const seconds = Number(asked ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : 2 ** (attempt - 1);
}
