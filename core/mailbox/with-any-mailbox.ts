import type { Ports } from '../ports/ports.ts';
import { pollInterval, withMailbox, type TurnPorts } from './with-mailbox.ts';
import { isBusy } from '../shared/one-by-one.ts';

/** Polls that follow the longest turn: enough for another worker to have had the next one. */
const pollsAfterLease = 10;

/**
 * Reads at the first mailbox that is free, with its turn (`withMailbox`). While all are busy it waits, ten seconds longer
 * than a turn can last.
 * @param mailboxes at least one, in the order in which to try them
 * @param what a word for what is read: the key of the turn
 * @throws when no mailbox became free; what `read` throws, after the turn has ended
 */
export async function withAnyMailbox<R>(
  ports: TurnPorts & Pick<Ports, 'log'>,
  mailboxes: readonly string[],
  what: string,
  read: (mailbox: string) => Promise<R>,
): Promise<R> {
  const need = { key: what, invitations: 0, recipients: 0 };
  const polls = Math.ceil(ports.lease / pollInterval) + pollsAfterLease;
  for (let waited = 0; waited <= polls; waited++) {
    if (waited === 1) ports.log('waiting for a mailbox', { what, mailboxes: mailboxes.length });
    if (waited > 0) await ports.wait(pollInterval);
    // Mailboxes that this process works at come last: the call would wait there for its turn.
    const busy = (mailbox: string) => Number(isBusy(ports.storage.budgets, mailbox));
    for (const mailbox of mailboxes.toSorted((a, b) => busy(a) - busy(b))) {
      const turn = await withMailbox(ports, mailbox, need, () => read(mailbox), { tries: 1 });
      if (turn.kind === 'done') return turn.result;
    }
  }
  throw new Error(
    `${what} found all ${mailboxes.length} mailboxes busy for ${(polls * pollInterval) / 1000} seconds`,
  );
}
