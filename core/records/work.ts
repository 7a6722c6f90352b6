import { z } from 'zod';

const inRound = { scheme: z.string(), round: z.iso.date() };

/** A step of a round that is due. A tick puts each kind on the queue at most once a round. */
export const stepWork = z.object({
  kind: z.enum(['pair', 'carry-out', 'look-after', 'look-ahead', 'close']),
  ...inRound,
});
export type StepWork = z.infer<typeof stepWork>;

/** The most pairings that one message books: Graph's limit of one `$batch`. */
export const bookedTogether = 20;

/** Create, move or cancel the events of pairings of one organiser, as their records say. */
export const bookingWork = z.object({
  kind: z.literal('book'),
  ...inRound,
  pairings: z.array(z.string()).min(1).max(bookedTogether),
});
export type BookingWork = z.infer<typeof bookingWork>;

/** Tell the members of pairings about the latest revision, and `people` why they have no pairing. */
export const messageWork = z.object({
  kind: z.literal('tell'),
  ...inRound,
  pairings: z.array(z.string()).max(bookedTogether),
  people: z.array(z.string()).max(2 * bookedTogether),
});
export type MessageWork = z.infer<typeof messageWork>;

export type Work = StepWork | BookingWork | MessageWork;
