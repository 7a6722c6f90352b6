import type { Ports } from '../ports/ports.ts';
import { type Round, withNextMessage } from '../records/round.ts';
import { change } from '../shared/change.ts';
import { askForMissing } from './ask-for-missing.ts';

/**
 * Has everything done that is still to be booked or told in a round, and that need not wait. When nothing is left, the round
 * waits for its meetings. May be repeated.
 */
export async function carryOutRound(ports: Ports, scheme: string, round: string): Promise<void> {
  const key = { scheme, round };
  const now = ports.now();
  const { missing, nextMessageAt } = await askForMissing(ports, key);
  await change(ports.storage.rounds, key, (current): Round | null => {
    if (current === null) return null;
    const isDone = current.stage === 'booking' && missing === 0;
    const next = withNextMessage(current, nextMessageAt, now);
    if (isDone) return { ...next, stage: 'meeting' };
    return next.nextMessageAt === current.nextMessageAt ? null : next;
  });
  ports.log('carry out', { ...key, missing });
}
