import { allMailboxes, workingMailboxes } from '../mailbox/change-mailbox.ts';
import { wakeOverdue } from '../mailbox/wake.ts';
import { welcomeBack } from '../calling/welcome-back.ts';
import type { Ports } from '../ports/ports.ts';
import { reportPoison } from '../reporting/report-poison.ts';
import { finishErasures } from '../rights/finish-erasures.ts';
import { dueSteps } from './due-steps.ts';
import { isMessageDue, type Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { StepWork } from '../records/work.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { toIso } from '../time/instant.ts';
import { hour, minute } from '../time/interval.ts';
import { overdueSteps } from './overdue-steps.ts';

/**
 * Puts every due step of every scheme on the queue. Wakes mailboxes that have waited in vain, tells people whose break ends, and
 * erases people who want it. Nothing is due while all mailboxes refuse. Raises an alarm for each step that is overdue, and once
 * an hour for each queue with poison messages.
 */
export async function tick(ports: Ports): Promise<void> {
  const mailboxes = await allMailboxes(ports);
  await wakeOverdue(ports, mailboxes);
  const mayWork = workingMailboxes(ports, mailboxes).length > 0;

  const now = ports.now();
  const poison = isFirstOfHour(now) ? await ports.poison.counts() : [];
  for (const scheme of await allSchemes(ports)) {
    await welcomeBack(ports, scheme);
    const rounds: Round[] = [];
    for await (const { value } of ports.storage.rounds.list({ scheme: scheme.id })) rounds.push(value);
    sayOverdue(ports, scheme, rounds, now);
    await reportPoison(ports, scheme, rounds, poison);
    const due = mayWork ? dueSteps(scheme, rounds, now) : [];
    if (due.length === 0) continue;
    await ports.queue.put(due);
    for (const step of due) ports.log('step due', { ...step });
  }
  for (const { queue, messages } of poison)
    if (messages > 0) ports.log('alarm', { reason: 'poison-messages', queue, messages });
  await finishErasures(ports);
}

/** Poison messages are counted once an hour: people do not look more often. */
function isFirstOfHour(now: number): boolean {
  return now % hour < 15 * minute;
}

/** Has the messages sent that were waiting for their time. A tick does that too; this comes in between. */
export async function tickForMessages(ports: Ports): Promise<void> {
  const now = ports.now();
  const due: StepWork[] = [];
  for (const scheme of await allSchemes(ports)) {
    for await (const { value } of ports.storage.rounds.list({ scheme: scheme.id })) {
      if (isMessageDue(value, now)) due.push({ kind: 'carry-out', scheme: scheme.id, round: value.round });
    }
  }
  await ports.queue.put(due);
}

function sayOverdue({ log }: Ports, scheme: Scheme, rounds: readonly Round[], now: number): void {
  for (const { step, since } of overdueSteps(scheme, rounds, now)) {
    const { kind: late, ...ids } = step;
    const minutes = Math.floor((now - since) / minute);
    log('alarm', { reason: 'step-overdue', step: late, ...ids, since: toIso(since), minutes });
  }
}
