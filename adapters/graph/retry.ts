import { GraphError } from '@microsoft/microsoft-graph-client';
import { longestHold } from '../../core/mailbox/limits.ts';
import { Unavailable } from '../../core/shared/unavailable.ts';

/**
 * The longest a call waits for a throttling Graph, in seconds, over all its attempts. All calls at one mailbox together
 * wait no longer than that in two minutes, the longest hold of a mailbox. A call that is told to wait longer fails: so its
 * worker lets go of the mailbox in order, before another one takes it over.
 */
const longestWait = 60;

/**
 * The longest an HTTP request may take, in seconds, its answer included. Shorter than `longestWait`, so that a request
 * without an answer is sent once more. A second request without an answer still ends while its worker holds the mailbox.
 */
export const longestRequest = 45;

/** How often a call is sent at most. */
const attempts = 4;

/** Statuses after which the same request may succeed. */
export const again: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** The client's status of a request without an answer. */
const noAnswer = -1;

/** Limits how long calls wait. */
export interface WaitLimit {
  /** Whether to wait that many seconds more. If so, they count. */
  spend(seconds: number): boolean;
}

/** The limit of a single call. */
export function limitOfOneCall(): WaitLimit {
  let left = longestWait;
  return {
    spend(seconds) {
      if (seconds > left) return false;
      left -= seconds;
      return true;
    },
  };
}

/**
 * The limits that all calls at one mailbox share.
 * @param now epoch milliseconds
 */
export function limitsOfMailboxes(now: () => number): (mailbox: string) => WaitLimit {
  const waits = new Map<string, readonly { readonly from: number; readonly seconds: number }[]>();
  return (mailbox) => ({
    spend(seconds) {
      const from = now();
      const recent = (waits.get(mailbox) ?? []).filter((wait) => wait.from > from - longestHold);
      const spent = recent.reduce((sum, wait) => sum + wait.seconds, 0);
      if (spent + seconds > longestWait) return false;
      waits.set(mailbox, [...recent, { from, seconds }]);
      return true;
    },
  });
}

/**
 * Makes a call, and repeats it when Graph turns it away for now (429, 5xx), after its `Retry-After`, or does not answer
 * in time. The time without an answer counts as waited. Such a call may have been carried out, as with status 504.
 * @param wait takes milliseconds
 * @throws what the call throws; `Unavailable`, with its cause, when Graph keeps turning it away or cannot be reached
 */
export async function withRetries<R>(
  limit: WaitLimit,
  wait: (milliseconds: number) => Promise<void>,
  call: () => Promise<R>,
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      const hung = isTimeout(error);
      if (!hung && !again.has(error.statusCode)) {
        throw error.statusCode === noAnswer
          ? new Unavailable('graph', `Microsoft Graph cannot be reached: ${error.message}`, { cause: error })
          : error;
      }
      const seconds = retryAfter(error.headers?.get('retry-after'), attempt);
      if (attempt === attempts || !limit.spend(seconds + (hung ? longestRequest : 0))) {
        const why = hung ? `no answer within ${longestRequest} s` : error.statusCode;
        const what = `Microsoft Graph turned a call away ${attempt} times, now for ${seconds} s: ${why}`;
        throw new Unavailable('graph', what, { cause: error });
      }
      await wait(1000 * seconds);
    }
  }
}

/** Whether a request took too long: the client keeps the name of the error that ended it. */
function isTimeout({ code }: GraphError): boolean {
  return code === 'TimeoutError';
}

/**
 * Seconds to wait before the next attempt: what Graph asks for, otherwise 1, 2, 4 …
 * @param asked the value of `Retry-After`
 * @param attempt the number of the attempt that was turned away, from 1
 */
export function retryAfter(asked: string | null | undefined, attempt: number): number {
  const seconds = Number(asked ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : 2 ** (attempt - 1);
}
