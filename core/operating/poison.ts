import type { PoisonAct, PoisonList, PoisonView } from '../api/poison.ts';
import type { PoisonMessage } from '../ports/poison.ts';
import type { Ports } from '../ports/ports.ts';
import { toIso } from '../time/instant.ts';

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
