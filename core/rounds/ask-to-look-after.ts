import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import type { StepWork } from '../records/work.ts';
import { change } from '../shared/change.ts';
import { currentPairings } from './current-pairings.ts';

/**
 * Records, in every round in which people have a pairing, that they may not take part any more, and queues a look at what
 * changed, one for each round. Should that be lost, the next look finds the record.
 */
export async function askToLookAfterRoundsOf(ports: Ports, ...people: readonly PersonId[]): Promise<void> {
  const steps = new Map<string, StepWork>();
  for (const person of people) {
    for (const { scheme, round, pairing } of await currentPairings(ports, person)) {
      if (pairing.state === 'cancelled') continue;
      const key = { scheme: scheme.id, round: round.round };
      await change(
        ports.storage.placements,
        { ...key, person },
        (current) => current && { ...current, changedAt: ports.now() },
      );
      steps.set(`${key.scheme}:${key.round}`, { kind: 'look-at-changes', ...key });
    }
  }
  if (steps.size > 0) await ports.queue.put([...steps.values()]);
}
