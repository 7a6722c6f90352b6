// What operators see of queue messages that were given up, and what they may do with them.
import * as z from 'zod';

/** A message that was given up, as operators see it: ids and counts alone. */
const poisonMessage = z.object({
  queue: z.string(),
  id: z.string(),
  /** The kind of work; null when the message cannot be read. */
  kind: z.string().nullable(),
  /** Of the work, where it is of a round. */
  scheme: z.string().nullable(),
  round: z.string().nullable(),
  /** The number of the organiser's mailbox, from 1, for what a mailbox sends; 0: it is not of the pool any more. */
  mailbox: z.number().int().nullable(),
  /** How many pairings, and people without one, were to be told. */
  pairings: z.number().int().nullable(),
  people: z.number().int().nullable(),
  /** When Azure Functions gave it up, after its last attempt. */
  givenUpAt: z.iso.datetime(),
  /** How often it was taken from the poison queue since then, without being moved. */
  taken: z.number().int(),
});
export type PoisonView = z.infer<typeof poisonMessage>;

/** GET /api/poison (coordinators): how many messages each queue gave up, and the oldest 32 of each. */
export const poisonList = z.object({
  counts: z.array(z.object({ queue: z.string(), messages: z.number().int() })),
  messages: z.array(poisonMessage),
});
export type PoisonList = z.infer<typeof poisonList>;

/**
 * POST /api/poison/{queue}/{id} (coordinators); `all` as id means all of the queue. `retry` puts them on their queue again, `aside`
 * removes them: the log keeps what they were, and the tick asks for work again that is still to be done.
 */
export const poisonAct = z.object({ act: z.enum(['retry', 'aside']) });
export type PoisonAct = z.infer<typeof poisonAct>['act'];

/** The answer: how many messages were moved; 0 when somebody has done so before. */
export const poisonMoved = z.object({ moved: z.number().int() });
