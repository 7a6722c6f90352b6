import { z } from 'zod';

/**
 * What an organiser's mailbox sends and has sent, for every instance of the product to see. Instants in epoch milliseconds.
 * Limits: https://learn.microsoft.com/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits
 */
export const mailboxBudget = z.object({
  mailbox: z.string(),
  /** Who works on the mailbox, and until when that holds; null: nobody. */
  turn: z.object({ holder: z.string(), until: z.number() }).nullable(),
  /** Invitations of the last minute, and those that were given a time to come. `key`: of the work, so that a repeat is not counted twice. */
  sendings: z.array(z.object({ key: z.string(), at: z.number(), invitations: z.number().int() })),
  /** Recipients by hour (epoch milliseconds of its start), of the last day. */
  recipients: z.array(z.object({ hour: z.number(), count: z.number().int() })),
});
export type MailboxBudget = z.infer<typeof mailboxBudget>;
