import { allMailboxes, workingMailboxes } from '../mailbox/change-mailbox.ts';
import { wakeOverdue } from '../mailbox/wake.ts';
import type { Ports } from '../ports/ports.ts';
import { dueSteps } from './due-steps.ts';
import type { Round } from '../records/round.ts';
import { allSchemes } from '../schemes/find-scheme.ts';

/**
 * Puts every due step of every scheme on the queue, and what mailboxes have been waiting for in vain. Nothing is due while all
 * mailboxes refuse.
 */
export async function tick(ports: Ports): Promise<void> {
  const mailboxes = await allMailboxes(ports);
  await wakeOverdue(ports, mailboxes);
  if (workingMailboxes(ports, mailboxes).length === 0) return;

  const now = ports.now();
  for (const scheme of await allSchemes(ports)) {
    const rounds: Round[] = [];
    for await (const { value } of ports.storage.rounds.list({ scheme: scheme.id })) rounds.push(value);
    const due = dueSteps(scheme, rounds, now);
    if (due.length === 0) continue;
    await ports.queue.put(due);
    for (const step of due) ports.log('step due', { ...step });
  }
}
