import { change } from '../shared/change.ts';
import type { Ports } from '../ports/ports.ts';
import { oneByOne } from '../shared/one-by-one.ts';
import { emptyBudget, endTurn, takeTurn, type Need, type Taken } from './decide-turn.ts';

/** What became of work at a mailbox. `until`: epoch milliseconds. */
export type AtMailbox<R> =
  | { readonly kind: 'done'; readonly result: R }
  /** Come back at `until`: another worker ends then at the latest, or a start is reserved then. */
  | { readonly kind: 'wait'; readonly until: number }
  /** Too many wait, and nothing is reserved: put this work on the queue anew, not before `until`. */
  | { readonly kind: 'full'; readonly until: number };

interface Options<R> {
  readonly tries?: number;
  readonly isFinished?: (result: R) => boolean;
}

export type TurnPorts = Pick<Ports, 'storage' | 'now' | 'lease' | 'wait'>;

/**
 * The most concurrent requests of work at a mailbox: Outlook's limit for an app.
 * https://learn.microsoft.com/graph/throttling-limits
 */
export const requestsAtOnce = 4;

/** How often it is asked whether another worker's turn is over: poll interval in milliseconds. */
export const pollInterval = 1_000;
/** How often it is asked in all. */
const attempts = 12;
/** Work waits here for a start at most this many milliseconds away, instead of going back to the queue. */
const soon = 10_000;

/**
 * Does `work` at an organiser's mailbox once it has the turn: one worker at a time over all instances, within the limits of
 * the mailbox (`takeTurn`). Reading needs a turn too, with no invitations. `work` must not ask for another turn at the same
 * mailbox: it would wait for itself.
 * @param options `tries`: how often to ask for the turn, a second apart; `isFinished`: false when part of
 *   the work will be repeated: the repeat then counts together with what was sent
 * @throws what `work` throws, after the turn has ended
 */
export function withMailbox<R>(
  ports: TurnPorts,
  mailbox: string,
  need: Need,
  work: () => Promise<R>,
  { tries = attempts, isFinished = () => true }: Options<R> = {},
): Promise<AtMailbox<R>> {
  return oneByOne(ports.storage.budgets, mailbox, async () => {
    const turn = await take(ports, mailbox, need, tries);
    if (turn.kind !== 'go') return turn;
    let finished = false;
    try {
      const result = await work();
      finished = isFinished(result);
      return { kind: 'done', result };
    } finally {
      await change(
        ports.storage.budgets,
        mailbox,
        (current) => current && endTurn(current, ports.now(), turn.holder, finished),
      );
    }
  });
}

interface Turn {
  readonly kind: 'go';
  readonly holder: string;
}

async function take(
  ports: TurnPorts,
  mailbox: string,
  need: Need,
  tries: number,
): Promise<Turn | Exclude<AtMailbox<never>, { readonly kind: 'done' }>> {
  let until = ports.now();
  for (let left = tries; left > 0; left--) {
    const now = ports.now();
    const holder = `${need.key}@${now}`;
    const decisions: Taken[] = [];
    await change(ports.storage.budgets, mailbox, (current) => {
      const taken = takeTurn(current ?? emptyBudget(mailbox), now, ports.lease, { ...need, holder });
      decisions.push(taken);
      return taken.kind === 'go' || taken.kind === 'wait' ? taken.budget : null;
    });
    const taken = decisions.at(-1);
    if (taken === undefined || taken.kind === 'full') return taken ?? { kind: 'wait', until };
    if (taken.kind === 'go') return { kind: 'go', holder };
    until = taken.until;
    if (left === 1 || (taken.kind === 'wait' && until - now > soon)) break;
    await ports.wait(taken.kind === 'busy' ? pollInterval : until - now);
  }
  return { kind: 'wait', until };
}
