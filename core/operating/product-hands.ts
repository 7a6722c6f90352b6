// What needs a hand in the product, whatever the round.
import { overdueSteps } from '../clockwork/overdue-steps.ts';
import { allMailboxes, refuses } from '../mailbox/change-mailbox.ts';
import type { Ports } from '../ports/ports.ts';
import { isSettled } from '../records/mailbox.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { FoundHand, RoundNow } from './decide-hands.ts';

/** Service mailboxes that refuse everything, with how many pairings wait for them. */
export async function mailboxHands(
  ports: Pick<Ports, 'storage' | 'now' | 'organisers'>,
  rounds: readonly RoundNow[],
): Promise<FoundHand[]> {
  const now = ports.now();
  const gone = (await allMailboxes(ports)).filter(
    (one) => refuses(one, now) && ports.organisers.includes(one.mailbox),
  );
  const waiting = rounds.flatMap(({ pairings }) => pairings.filter((one) => !isSettled(one)));
  return gone.map(({ mailbox }) => ({
    kind: 'mailbox-gone',
    count: waiting.filter(({ organiser }) => organiser === mailbox).length,
    detail: mailbox,
  }));
}

/** Steps of the scheme's rounds that should have been done long ago. `now`: epoch milliseconds. */
export function overdueHands(scheme: Scheme, rounds: readonly Round[], now: number): FoundHand[] {
  return overdueSteps(scheme, rounds, now).map(({ step: { kind, round } }) => ({
    kind: 'overdue',
    count: 1,
    round,
    detail: kind,
  }));
}

/** Queues that gave up messages. */
export async function poisonHands({ poison }: Pick<Ports, 'poison'>): Promise<FoundHand[]> {
  const counts = await poison.counts();
  return counts.flatMap(({ queue, messages }) =>
    messages === 0 ? [] : [{ kind: 'poison', count: messages, detail: queue }],
  );
}
