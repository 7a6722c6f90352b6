import type { Ports } from '../ports/ports.ts';
import { soonerOf } from '../records/round.ts';
import { type MessageWork, toldTogether } from '../records/work.ts';
import { inPartsOf } from '../shared/in-parts.ts';
import { leaveOut } from '../shared/leave-out.ts';

export interface OutstandingWork {
  /** How many pairings' events are not as their record says. */
  readonly toSend: number;
  /** The mailboxes that are to send for them. */
  readonly mailboxes: readonly string[];
  readonly tellings: readonly MessageWork[];
  /** When the next message is to be sent that waits for its time: epoch milliseconds; null: none waits. */
  readonly nextMessageAt: number | null;
}

/**
 * What is still to be done in a round: pairings whose event is not as their record says, and messages that were not sent. A
 * message about a pairing waits until its event is as the record says, and for ever when that record cannot be read.
 */
export async function outstandingWork(
  { storage, now }: Pick<Ports, 'storage' | 'now'>,
  key: { readonly scheme: string; readonly round: string },
): Promise<OutstandingWork> {
  const at = now();
  let nextMessageAt: number | null = null;
  const pairings = new Set<string>();
  const people: string[] = [];
  for await (const { value } of storage.outbox.open(key)) {
    if (value.notBefore !== null && value.notBefore > at) {
      nextMessageAt = soonerOf(nextMessageAt, value.notBefore);
      continue;
    }
    if (value.pairing === null) people.push(value.person);
    else pairings.add(value.pairing);
  }
  const mailboxes = new Set<string>();
  let toSend = 0;
  for await (const { value } of storage.pairings.unsettled(key)) {
    toSend += 1;
    mailboxes.add(value.organiser);
    pairings.delete(value.pairing);
  }
  const settled = await storage.pairings.getMany(
    [...pairings].map((pairing) => ({ ...key, pairing })),
    leaveOut,
  );
  const ready = settled.map(({ value }) => value.pairing).sort();
  const tell = (some: { pairings?: string[]; people?: string[] }): MessageWork => ({
    kind: 'tell',
    ...key,
    pairings: some.pairings ?? [],
    people: some.people ?? [],
  });
  return {
    toSend,
    mailboxes: [...mailboxes],
    nextMessageAt,
    tellings: [
      ...inPartsOf(toldTogether, ready).map((part) => tell({ pairings: part })),
      ...inPartsOf(toldTogether, people).map((part) => tell({ people: part })),
    ],
  };
}
