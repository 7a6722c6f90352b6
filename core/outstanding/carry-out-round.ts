import type { Ports } from '../ports/ports.ts';
import type { Round } from '../records/round.ts';
import { change } from '../shared/change.ts';
import { askForMissing } from './ask-for-missing.ts';
import type { RoundRecords } from './outstanding-work.ts';

/**
 * Puts on the queue what is still to be booked or told in a round. When nothing is left, the round waits for its meetings.
 * May be repeated.
 * @param records the records to consider; null: all of the round
 */
export async function carryOutRound(
  ports: Ports,
  scheme: string,
  round: string,
  records: RoundRecords | null = null,
): Promise<void> {
  const key = { scheme, round };
  const { missing, waiting } = await askForMissing(ports, key, records);
  if (missing === 0 && waiting === 0) {
    await change(ports.storage.rounds, key, (current): Round | null =>
      current?.stage === 'booking' ? { ...current, stage: 'meeting' } : null,
    );
  }
  ports.log('carry out', { ...key, missing, waiting });
}
