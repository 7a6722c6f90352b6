import { datesLookedAt } from '../calling/welcome-back.ts';
import { allMailboxes } from '../mailbox/change-mailbox.ts';
import type { Round } from '../records/round.ts';
import { timeToConfirm } from '../rights/ask-to-erase.ts';
import { allSchemes, type SchemePorts } from '../schemes/find-scheme.ts';
import { dueSteps } from './due-steps.ts';

/** Later than every break ends. */
const lastDate = '9999-12-31';

/**
 * The first of some ticks that does something, if nobody acts before it; null: none does. A tick does nothing while no step is
 * due, no mailbox waits for its queue message, nobody's break ends, and nobody is to be erased.
 * @param ticks when they would run, in order; epoch milliseconds
 */
export async function nextWork(ports: SchemePorts, ticks: Iterable<number>): Promise<number | null> {
  const { rounds, erasures, participants } = ports.storage;
  const isToSend = (await allMailboxes(ports)).some(({ next }) => next !== null);
  /** From when on each tick has work, beside the steps of rounds. */
  let busyFrom = isToSend ? 0 : Infinity;
  for await (const { value } of erasures.list(null)) {
    busyFrom = Math.min(busyFrom, value.state === 'confirmed' ? 0 : value.at + timeToConfirm);
  }
  const schemes = [];
  for (const scheme of await allSchemes(ports)) {
    const known: Round[] = [];
    for await (const { value } of rounds.list({ scheme: scheme.id })) known.push(value);
    const back: string[] = [];
    for await (const { value } of participants.backBy({ scheme: scheme.id, date: lastDate }))
      if (value.backOn !== undefined) back.push(value.backOn);
    schemes.push({ scheme, known, back });
  }
  for (const at of ticks) {
    const isDue = schemes.some(({ scheme, known, back }) => {
      const tomorrow = datesLookedAt(scheme, at)?.tomorrow ?? '';
      return back.some((date) => date <= tomorrow) || dueSteps(scheme, known, at).length > 0;
    });
    if (at >= busyFrom || isDue) return at;
  }
  return null;
}
