import * as z from 'zod';
import { instant } from '../time/instant.ts';
import type { PairingRecord } from './pairing.ts';

/**
 * An organiser's mailbox: who works at it, what it has sent lately, and the queue message that goes on. All instances of the
 * product share it.
 */
export const mailboxRecord = z.object({
  v: z.literal(1),
  mailbox: z.string(),
  /** The worker that holds the mailbox; null: nobody does. */
  holder: z.string().nullable(),
  /** When the hold ends by itself, should its worker have died. */
  until: instant,
  /** When it last sent. */
  minute: instant,
  /** Invitations since it last sent nothing for a minute. */
  sentInMinute: z.number().int(),
  /** When the current 24 hours began. */
  day: instant,
  /** Recipients in the current 24 hours. */
  sentToday: z.number().int(),
  /** Recipients in the 24 hours before. */
  sentYesterday: z.number().int(),
  /** It refused (403, 404), and gets no work before this instant; null: it works. */
  goneUntil: instant.nullable(),
  /** The `at` of the queue message that goes on sending; null: nothing is to be sent. */
  next: instant.nullable(),
});
export type Mailbox = z.infer<typeof mailboxRecord>;

/** What is to be sent for a pairing: its event is `new`, or an event that may be there is to `change`: to move or go. */
export type Sending = 'new' | 'change';

/** What is to be sent for a pairing; null when its calendar is as its record says. */
export function sendingOf({ state, event }: PairingRecord): Sending | null {
  if (state === 'planned') return event.kind === 'made' ? 'change' : 'new';
  return state === 'booked' || event.kind === 'none' ? null : 'change';
}

/** Whether nothing is to be sent for a pairing. */
export function isSettled(pairing: PairingRecord): boolean {
  return sendingOf(pairing) === null;
}
