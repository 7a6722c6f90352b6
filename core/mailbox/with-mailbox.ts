import { change } from '../shared/change.ts';
import type { Ports } from '../ports/ports.ts';
import type { MailboxBudget } from '../records/mailbox.ts';
import { isBusy, oneByOne } from '../shared/one-by-one.ts';
import { lastSeen, readBudget, writeBudget, type Seen } from './last-seen.ts';
import { endTurn, takeTurn, type Need } from './turns.ts';

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
      await release(ports, turn, finished);
    }
  });
}

interface Turn {
  readonly kind: 'go';
  readonly waited: boolean;
  readonly holder: string;
  /** With the turn in it. */
  readonly standing: Seen;
}

async function take(
  ports: TurnPorts,
  mailbox: string,
  need: Need,
  tries: number,
): Promise<Turn | Exclude<AtMailbox<never>, { readonly kind: 'done' }>> {
  const { budgets } = ports.storage;
  let until = ports.now();
  let waited = false;
  let known = lastSeen(budgets, mailbox);
  for (let left = tries; left > 0;) {
    const found = known ?? (await readBudget(budgets, mailbox));
    const now = ports.now();
    const holder = `${need.key}@${now}`;
    const taken = takeTurn(found.budget, now, ports.lease, { ...need, holder });
    const wanted = taken.kind === 'go' || taken.kind === 'wait' ? taken.budget : null;
    const standing = wanted && (await writeBudget(budgets, wanted, found));
    if (taken.kind === 'go' && standing !== null) return { kind: 'go', waited, holder, standing };
    // Where nothing could be written the budget may be another by now, and what was decided may not hold any more.
    const lost = wanted !== null && standing === null;
    waited ||= lost;
    const isOld = known !== null && standing === null;
    known = null;
    if (isOld) continue;
    left -= 1;
    if (lost || taken.kind === 'go') continue;

    if (taken.kind === 'full') return taken;
    until = taken.until;
    if (left === 0 || (taken.kind === 'wait' && until - now > near)) break;
    await ports.wait(taken.kind === 'busy' ? beat : until - now);
    waited = true;
  }
  return { kind: 'wait', until };
}

/** Others may have asked for a place meanwhile. A turn that somebody else took over is not given back. */
async function release(ports: TurnPorts, turn: Turn, finished: boolean): Promise<void> {
  const { budgets } = ports.storage;
  const ended = (budget: MailboxBudget) => endTurn(budget, ports.now(), turn.holder, finished);
  const budget = ended(turn.standing.budget);
  if (budget !== null && (await writeBudget(budgets, budget, turn.standing)) !== null) return;
  await change(budgets, turn.standing.budget.mailbox, (current) => current && ended(current));
}
