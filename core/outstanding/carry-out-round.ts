import type { Ports } from '../ports/ports.ts';
import type { Round } from '../records/round.ts';
import { change } from '../shared/change.ts';
import { askForMissing } from './ask-for-missing.ts';

/**
 * Has everything done that is still to be booked or told in a round. When nothing is left, the round waits for its meetings.
 * May be repeated.
 */
export async function carryOutRound(ports: Ports, scheme: string, round: string): Promise<void> {
  const key = { scheme, round };
  const missing = await askForMissing(ports, key);
  if (missing === 0) {
    await change(ports.storage.rounds, key, (current): Round | null =>
      current?.stage === 'booking' ? { ...current, stage: 'meeting' } : null,
    );
  }
  ports.log('carry out', { ...key, missing });
}
