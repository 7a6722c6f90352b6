import { change } from '../shared/change.ts';
import type { Ports } from '../ports/ports.ts';
import { isBusy, oneByOne } from '../shared/one-by-one.ts';
import { emptyBudget, endTurn, takeTurn, type Need, type Taken } from './turns.ts';

/** `until`: epoch milliseconds. */
export type AtMailbox<R> =
  | { readonly kind: 'done'; readonly result: R }
  /** Come back then: somebody is at work until then at the latest, or the place is kept. */
  | { readonly kind: 'wait'; readonly until: number }
  /** Too many wait already, and no place is kept: it is to be asked for anew, not before then. */
  | { readonly kind: 'full'; readonly until: number };

interface Options<R> {
  readonly tries?: number;
  readonly isFinished?: (result: R) => boolean;
}

export type TurnPorts = Pick<Ports, 'storage' | 'now' | 'lease' | 'wait'>;

/** Who finds somebody at work asks again after so many milliseconds … */
export const beat = 1_000;
/** … so many times. */
const attempts = 12;
/** Whose place is so near waits for it here, and does not go back to the queue. */
const near = 10_000;

/**
 * Does `work` at an organiser's mailbox when it is this work's turn: one at a time over all instances, within what the
 * mailbox may send. Reading there needs a turn as well, without invitations. Whoever has a turn asks for no other at the
 * same mailbox: it would wait for itself.
 * @param work is told whether it waited for its turn, so that others may have done something there since it was asked for
 * @param options `tries`: how often it is asked whether it is this work's turn, a second apart; `isFinished`: whether
 *   nothing is to be repeated, else what was sent is counted with the repeat
 * @throws what `work` throws; the turn is over then too
 */
export function withMailbox<R>(
  ports: TurnPorts,
  mailbox: string,
  need: Need,
  work: (waited: boolean) => Promise<R>,
  { tries = attempts, isFinished = () => true }: Options<R> = {},
): Promise<AtMailbox<R>> {
  const inLine = isBusy(ports.storage.budgets, mailbox);
  return oneByOne(ports.storage.budgets, mailbox, async () => {
    const turn = await take(ports, mailbox, need, tries);
    if (turn.kind !== 'go') return turn;
    let finished = false;
    try {
      const result = await work(inLine || turn.waited);
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
  readonly waited: boolean;
  readonly holder: string;
}

async function take(
  ports: TurnPorts,
  mailbox: string,
  need: Need,
  tries: number,
): Promise<Turn | Exclude<AtMailbox<never>, { readonly kind: 'done' }>> {
  let until = ports.now();
  let waited = false;
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
    // More than one decision: somebody else changed the budget meanwhile.
    waited ||= decisions.length > 1;
    if (taken === undefined || taken.kind === 'full') return taken ?? { kind: 'wait', until };
    if (taken.kind === 'go') return { kind: 'go', waited, holder };
    until = taken.until;
    if (left === 1 || (taken.kind === 'wait' && until - now > near)) break;
    await ports.wait(taken.kind === 'busy' ? beat : until - now);
    waited = true;
  }
  return { kind: 'wait', until };
}
