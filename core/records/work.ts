import { z } from 'zod';

const inRound = { scheme: z.string(), round: z.iso.date() };

/** A step of a round that is due: at most one message of a kind a tick and round. */
export const stepWork = z.object({
  kind: z.enum(['pair', 'carry-out', 'look-after', 'look-ahead', 'close']),
  ...inRound,
});
export type StepWork = z.infer<typeof stepWork>;

/** How many pairings one message books, in one `$batch` (Graph's limit for it). */
export const bookedTogether = 20;

/** Bring the calendar in line with the records of pairings of one organiser: create, move or cancel their events. */
export const bookingWork = z.object({
  kind: z.literal('book'),
  ...inRound,
  pairings: z.array(z.string()).min(1).max(bookedTogether),
});
export type BookingWork = z.infer<typeof bookingWork>;

/** Tell the members of pairings about their latest revision, and people without a pairing why they have none. */
export const messageWork = z.object({
  kind: z.literal('tell'),
  ...inRound,
  pairings: z.array(z.string()).max(bookedTogether),
  people: z.array(z.string()).max(2 * bookedTogether),
});
export type MessageWork = z.infer<typeof messageWork>;

export type Work = StepWork | BookingWork | MessageWork;
