import type { MailboxBudget } from '../../core/records/mailbox.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { memoryStorage } from './memory-storage.ts';

type TurnPorts = Pick<Ports, 'storage' | 'now' | 'lease' | 'wait' | 'log'>;

/** Ports for turns at a mailbox, with a lease of two minutes. */
export interface Turns {
  ports: TurnPorts;
  /** Epoch milliseconds. Waiting moves it. */
  clock: number;
  /** The ports of another process with the same storage. */
  readonly elsewhere: () => TurnPorts;
  readonly budget: (mailbox: string) => Promise<MailboxBudget | undefined>;
}

/** Ports and a clock for the tests of a `describe`, new for each test. */
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
