import { z } from 'zod';

/**
 * What an organiser's mailbox has sent lately and will send, shared by all instances of the product. Instants in epoch
 * milliseconds.
 */
export const mailboxBudget = z.object({
  mailbox: z.string(),
  /** The worker that has the turn, the key of its work, and when the turn ends by itself. Null: the mailbox is free. */
  turn: z.object({ holder: z.string(), key: z.string(), until: z.number() }).nullable(),
  /**
   * Invitations, with the instant at which the last of them was sent. With a `key` they belong to work that is under way,
   * or that has reserved `at` as its start.
   */
  sendings: z.array(z.object({ key: z.string().nullable(), at: z.number(), invitations: z.number().int() })),
  /** How many recipients were written to in the hour that begins at `hour`. */
  recipients: z.array(z.object({ hour: z.number(), count: z.number().int() })),
});
export type MailboxBudget = z.infer<typeof mailboxBudget>;
