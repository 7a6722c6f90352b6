import type { Storage, Versioned } from '../ports/storage.ts';
import type { MailboxBudget } from '../records/mailbox.ts';
import { emptyBudget } from './turns.ts';

type Budgets = Storage['budgets'];

/** A budget as it stood when it was read or written; without a version there was no record of it. */
export interface Seen {
  readonly budget: MailboxBudget;
  readonly version: string | null;
}

/** By mailbox, for as long as the store is there. */
const seen = new WeakMap<Budgets, Map<string, Seen>>();

/**
 * A mailbox's budget as this process saw it last, null when it has not seen it. What is written from it is written on the
 * condition that it stands; what is only read from it may be out of date.
 */
export function lastSeen(budgets: Budgets, mailbox: string): Seen | null {
  return seen.get(budgets)?.get(mailbox) ?? null;
}

/** A mailbox's budget as it stands; an empty one when there is none. */
export async function readBudget(budgets: Budgets, mailbox: string): Promise<Seen> {
  const found: Versioned<MailboxBudget> | null = await budgets.get(mailbox);
  return keepInMind(budgets, {
    budget: found?.value ?? emptyBudget(mailbox),
    version: found?.version ?? null,
  });
}

/** Writes a mailbox's budget in the place of what was seen; null when that does not stand any more. */
export async function writeBudget(
  budgets: Budgets,
  budget: MailboxBudget,
  before: Pick<Seen, 'version'>,
): Promise<Seen | null> {
  const version = await (before.version === null
    ? budgets.insert(budget)
    : budgets.replace(budget, before.version));
  if (version !== null) return keepInMind(budgets, { budget, version });
  seen.get(budgets)?.delete(budget.mailbox);
  return null;
}

function keepInMind(budgets: Budgets, found: Seen): Seen {
  const ofStore = seen.get(budgets) ?? new Map<string, Seen>();
  seen.set(budgets, ofStore);
  ofStore.set(found.budget.mailbox, found);
  return found;
}
