import { Unavailable } from '../core/shared/unavailable.ts';

/** Milliseconds between two looks at the calls that are under way. */
const look = 250;
/** A call ends after this number of looks in which the neighbour answered nobody: one and a half seconds. */
const mostSilent = 6;
/** A call ends after this number of looks whatever the neighbour answers to others: ten seconds. */
const most = 40;

/**
 * How long calls for a conversation wait. Somebody looks at the chat: so a call ends as soon as its neighbour seems to be
 * down, and not when all its repeats are used up.
 */
export interface Patience {
  /**
   * Makes a call.
   * @param call gets a signal that aborts when the call is given up
   * @throws Unavailable when the neighbour was silent for one and a half seconds, or the call took ten; else what `call`
   *   throws
   */
  during<R>(call: (signal: AbortSignal) => Promise<R>): Promise<R>;
}

interface Waiting {
  readonly abandon: () => void;
  looks: number;
  silent: number;
}

/**
 * The patience with one neighbour. A neighbour that answers others is slow, not down, so that many calls at once do not give
 * each other up. Looks are counted, and not milliseconds: a process that was busy itself has not looked meanwhile.
 */
export function createPatience(neighbour: Unavailable['neighbour']): Patience {
  const waiting = new Set<Waiting>();
  let looking: NodeJS.Timeout | undefined;

  const lookAgain = () => {
    for (const one of waiting) {
      one.looks += 1;
      one.silent += 1;
      if (one.silent >= mostSilent || one.looks >= most) one.abandon();
    }
  };
  const begin = (one: Waiting) => {
    if (waiting.size === 0) looking = setInterval(lookAgain, look);
    waiting.add(one);
  };
  const end = (one: Waiting) => {
    waiting.delete(one);
    if (waiting.size === 0) clearInterval(looking);
  };

  return {
    async during(call) {
      const { signal, abandon, abandoned } = giveUp(neighbour);
      const one: Waiting = { abandon, looks: 0, silent: 0 };
      begin(one);
      try {
        const result = await Promise.race([call(signal), abandoned]);
        for (const other of waiting) other.silent = 0;
        return result;
      } finally {
        end(one);
      }
    },
  };
}

function giveUp(neighbour: Unavailable['neighbour']) {
  const controller = new AbortController();
  const { promise: abandoned, reject } = Promise.withResolvers<never>();
  const abandon = () => {
    const reason = new Unavailable(neighbour, `${neighbour} does not answer in time for a conversation`);
    // Before the abort: what the aborted call throws says less.
    reject(reason);
    controller.abort(reason);
  };
  return { signal: controller.signal, abandon, abandoned };
}

/** Waits no longer than until a call is given up. @throws the signal's reason */
export async function unlessGivenUp(signal: AbortSignal, waiting: Promise<void>): Promise<void> {
  const { promise: givenUp, reject } = Promise.withResolvers<never>();
  const stop = () => {
    reject(signal.reason as Error);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    await Promise.race([waiting, givenUp]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
