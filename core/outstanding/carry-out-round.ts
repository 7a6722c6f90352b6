import type { Ports } from '../ports/ports.ts';
import type { Round } from '../records/round.ts';
import { change } from '../shared/change.ts';
import { askForMissing } from './ask-for-missing.ts';
import type { RoundRecords } from './outstanding-work.ts';

/**
 * Acts on the difference between a round's records and what was done: puts on the queue what is still to be booked and who
 * is still to be told. When nothing is missing the round waits for its meetings. May run any number of times.
 * @param records when they are known; else they are read
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
