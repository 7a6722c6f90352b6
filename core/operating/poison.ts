import * as z from 'zod';
import type { PoisonMessage } from '../ports/poison.ts';
import type { Ports } from '../ports/ports.ts';
import { toIso } from '../time/instant.ts';

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
type PoisonView = z.infer<typeof poisonMessage>;

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

export async function listPoison(ports: Pick<Ports, 'poison' | 'organisers'>): Promise<PoisonList> {
  const [counts, messages] = await Promise.all([ports.poison.counts(), ports.poison.list()]);
  return { counts: [...counts], messages: messages.map((message) => viewOf(ports, message)) };
}

/**
 * Moves messages that were given up. Repeating it does no harm: messages are keys of work, and the records say what of it is done.
 * @param id null: all of the queue
 * @returns how many were moved
 */
export async function movePoison(
  ports: Pick<Ports, 'poison' | 'organisers' | 'log'>,
  act: PoisonAct,
  queue: string,
  id: string | null,
): Promise<number> {
  const said = act === 'retry' ? 'poison message tried again' : 'poison message put aside';
  const keep = (message: PoisonMessage) => {
    ports.log(said, viewOf(ports, message));
  };
  return act === 'retry' ? ports.poison.retry(queue, id, keep) : ports.poison.remove(queue, id, keep);
}

function viewOf({ organisers }: Pick<Ports, 'organisers'>, message: PoisonMessage): PoisonView {
  const { queue, id, work, givenUpAt, taken } = message;
  const ofRound = work !== null && 'round' in work ? work : null;
  const isOfOne = work?.kind === 'answer' || work?.kind === 'act';
  return {
    queue,
    id,
    kind: work?.kind ?? null,
    scheme: ofRound?.scheme ?? null,
    round: ofRound?.round ?? null,
    mailbox: work?.kind === 'send' ? organisers.indexOf(work.mailbox) + 1 : null,
    pairings: work?.kind === 'tell' ? work.pairings.length : null,
    people: work?.kind === 'tell' ? work.people.length : isOfOne ? 1 : null,
    givenUpAt: toIso(givenUpAt),
    taken,
  };
}
