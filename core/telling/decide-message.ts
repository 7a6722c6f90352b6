import type { OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Placement } from '../records/placement.ts';

/** `wait`: the calendar, or the end of the round, decides what becomes of it. */
export type Sending = 'send' | 'wait' | 'overtaken';

/**
 * Whether to send a message about a pairing now.
 * @param pairing as it is stored now
 * @param others all open messages about the same pairing; of those to one reader only the latest is sent
 * @param moment `weekEnd` and `now` in epoch milliseconds
 */
export function decideMessage(
  message: OutboxRecord,
  pairing: PairingRecord,
  others: readonly OutboxRecord[],
  { weekEnd, now }: { readonly weekEnd: number; readonly now: number },
): Sending {
  const { person, said, revision } = message;
  if (others.some((other) => other.person === person && other.revision > revision)) return 'overtaken';
  const isWeekOver = now >= weekEnd;
  switch (said.kind) {
    case 'unplaced':
      return pairing.state === 'failed' || pairing.state === 'cancelled' ? 'send' : 'overtaken';
    case 'called-off':
      // The week is over, so nobody else can be found: the message at the round's end says so.
      if (pairing.state === 'cancelled') return isWeekOver ? 'wait' : 'send';
      return 'overtaken';
    case 'pairing':
      if (!pairing.members.includes(person)) return 'overtaken';
      if (pairing.state === 'planned') return 'wait';
      if (pairing.state === 'booked') return 'send';
      if (pairing.state !== 'suggested') return 'overtaken';
      // The week is over, so nothing can be chosen: the message at the round's end says so. That no time suits is told at once.
      return isWeekOver && pairing.offer.length > 0 ? 'wait' : 'send';
  }
}

/**
 * Whether to send a message to somebody without a pairing now.
 * @param placement what the round has for its reader now
 */
export function decideUnplacedMessage({ revision }: OutboxRecord, placement: Placement | undefined): Sending {
  return placement?.pairing === null && placement.repair === revision ? 'send' : 'overtaken';
}
