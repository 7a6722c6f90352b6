import { z } from 'zod';

/**
 * An organiser's mailbox: who works at it, what it has sent lately, and the queue message that goes on. All instances of the
 * product share it. Instants in epoch milliseconds.
 */
export const mailboxRecord = z.object({
  v: z.literal(1),
  mailbox: z.string(),
  /** The worker that holds the mailbox; null: nobody does. */
  holder: z.string().nullable(),
  /** When the hold ends by itself, should its worker have died. */
  until: z.number(),
  /** When it last sent. */
  minute: z.number(),
  /** Invitations since it last sent nothing for a minute. */
  sentInMinute: z.number().int(),
  /** When the current 24 hours began. */
  day: z.number(),
  /** Recipients in the current 24 hours. */
  sentToday: z.number().int(),
  /** Recipients in the 24 hours before. */
  sentYesterday: z.number().int(),
  /** The `at` of the queue message that goes on sending; null: nothing is to be sent. */
  next: z.number().nullable(),
});
export type Mailbox = z.infer<typeof mailboxRecord>;
