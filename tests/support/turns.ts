import type { MailboxBudget } from '../../core/records/mailbox.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { memoryStorage } from './memory-storage.ts';

type TurnPorts = Pick<Ports, 'storage' | 'now' | 'lease' | 'wait' | 'log'>;

/** What a turn at a mailbox needs, with a lease of two minutes. */
export interface Turns {
  ports: TurnPorts;
  /** Epoch milliseconds; it moves when somebody waits. */
  clock: number;
  /** The same storage, seen by another process. */
  readonly elsewhere: () => TurnPorts;
  readonly budget: (mailbox: string) => Promise<MailboxBudget | undefined>;
}

/** Turns at mailboxes for the tests of a `describe`: new ones for each test. */
export function useTurns(begin: number): Turns {
  const turns = {
    clock: begin,
    elsewhere: () => ({
      ...turns.ports,
      storage: { ...turns.ports.storage, budgets: { ...turns.ports.storage.budgets } },
    }),
    budget: async (mailbox: string) => (await turns.ports.storage.budgets.get(mailbox))?.value,
  } as Turns;

  beforeEach(() => {
    turns.clock = begin;
    turns.ports = {
      storage: memoryStorage(),
      now: () => turns.clock,
      lease: 120_000,
      wait: async (milliseconds) => {
        turns.clock += milliseconds;
      },
      log: () => undefined,
    };
  });
  return turns;
}
