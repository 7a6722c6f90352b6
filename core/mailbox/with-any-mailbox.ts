import type { Ports } from '../ports/ports.ts';
import { withMailbox, beat, type TurnPorts } from './with-mailbox.ts';
import { isBusy } from '../shared/one-by-one.ts';

/** The turn of a worker that died is over after the lease; so many beats later somebody has had the next one. */
const beatsAfterLease = 10;

/**
 * Reads at the mailbox of whichever organiser is free: one at a time over all instances, as with everything that is done
 * at a mailbox. While others are at work at all of them it waits, a little longer than a turn can last.
 * @param mailboxes the first is asked first; at least one
 * @param what is read, in a word: it names the turn
 * @param read is given the mailbox
 * @throws when none was free for so long; what `read` throws; the turn is over then too
 */
export async function withAnyMailbox<R>(
  ports: TurnPorts & Pick<Ports, 'log'>,
  mailboxes: readonly string[],
  what: string,
  read: (mailbox: string) => Promise<R>,
): Promise<R> {
  const need = { key: what, invitations: 0, recipients: 0 };
  const beats = Math.ceil(ports.lease / beat) + beatsAfterLease;
  for (let waited = 0; waited <= beats; waited++) {
    if (waited === 1) ports.log('waiting for a mailbox', { what, mailboxes: mailboxes.length });
    if (waited > 0) await ports.wait(beat);
    // Where nothing is under way in this process, before standing in a line.
    const busy = (mailbox: string) => Number(isBusy(ports.storage.budgets, mailbox));
    for (const mailbox of mailboxes.toSorted((a, b) => busy(a) - busy(b))) {
      const turn = await withMailbox(ports, mailbox, need, () => read(mailbox), { tries: 1 });
      if (turn.kind === 'done') return turn.result;
    }
  }
  throw new Error(
    `${what} found all ${mailboxes.length} mailboxes busy for ${(beats * beat) / 1000} seconds`,
  );
}
