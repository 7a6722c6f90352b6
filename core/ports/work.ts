import { z } from 'zod';

const inRound = { scheme: z.string(), round: z.iso.date() };

/** A step of a round that is due: at most one message of a kind a tick and round. */
export const stepWork = z.object({
  kind: z.enum(['pair', 'carry-out', 'check-answers', 'close']),
  ...inRound,
});
export type StepWork = z.infer<typeof stepWork>;

/** Book a pairing. */
export const bookingWork = z.object({ kind: z.literal('book'), ...inRound, pairing: z.string() });
export type BookingWork = z.infer<typeof bookingWork>;

/** Tell a person about the round: their pairing, or why they have none. */
export const messageWork = z.object({ kind: z.literal('tell'), ...inRound, person: z.string() });
export type MessageWork = z.infer<typeof messageWork>;

export type Work = StepWork | BookingWork | MessageWork;

/** The queues. Delivery is at least once and in no order. */
export interface WorkQueue {
  /** @param delay seconds until the work may be done */
  put(work: readonly Work[], delay?: number): Promise<void>;
}
