import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import type { StepWork } from '../records/work.ts';
import { currentPairings } from './current-pairings.ts';

/**
 * Puts on the queue to look after every round in which a person has a pairing, because the person cannot take part any more.
 */
export async function askToLookAfterRoundsOf(ports: Ports, person: PersonId): Promise<void> {
  const pairings = (await currentPairings(ports, person)).filter(
    ({ pairing }) => pairing.state !== 'cancelled',
  );
  const steps = pairings.map(({ scheme, round }): StepWork => ({
    kind: 'look-after',
    scheme: scheme.id,
    round: round.round,
  }));
  if (steps.length > 0) await ports.queue.put(steps);
}
