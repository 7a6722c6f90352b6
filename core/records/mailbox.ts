import { z } from 'zod';

/**
 * What an organiser's mailbox sends and has sent, for every instance of the product to see. Instants in epoch
 * milliseconds.
 */
export const mailboxBudget = z.object({
  mailbox: z.string(),
  /** Who works on the mailbox under which key, and until when that holds; null: nobody. */
  turn: z.object({ holder: z.string(), key: z.string(), until: z.number() }).nullable(),
  /**
   * Invitations by the instant at which the last of them went out. With a `key`: of work under way, or to come at the
   * instant that it was given.
   */
  sendings: z.array(z.object({ key: z.string().nullable(), at: z.number(), invitations: z.number().int() })),
  /** Recipients by hour (epoch milliseconds of its start). */
  recipients: z.array(z.object({ hour: z.number(), count: z.number().int() })),
});
export type MailboxBudget = z.infer<typeof mailboxBudget>;
