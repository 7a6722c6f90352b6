import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import type { StepWork } from '../records/work.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';

/**
 * Records, in every open round that has a place for some people, that they may not take part any more, and queues a look at
 * what changed, one for each round in which one of them is in a pairing. Should that be lost, the next look finds the record.
 * People without a pairing are recorded too: somebody may be about to give them company.
 * @param among the schemes in which they may not; left out: all
 */
export async function askToLookAfterRoundsOf(
  ports: Ports,
  people: readonly PersonId[],
  among?: readonly Scheme[],
): Promise<void> {
  const steps: StepWork[] = [];
  for (const { id: scheme } of among ?? (await allSchemes(ports))) {
    for await (const { value: round } of ports.storage.rounds.list({ scheme })) {
      if (round.stage === 'closed') continue;
      const key = { scheme, round: round.round };
      const places = await Promise.all(people.map((person) => markChanged(ports, { ...key, person })));
      const isPaired = places.some((place) => place !== null && place.pairing !== null);
      if (isPaired) steps.push({ kind: 'look-at-changes', ...key });
    }
  }
  if (steps.length > 0) await ports.queue.put(steps);
}

function markChanged(
  ports: Ports,
  key: { readonly scheme: string; readonly round: string; readonly person: PersonId },
) {
  return change(
    ports.storage.placements,
    key,
    (current) => current && { ...current, changedAt: ports.now() },
    'leave-out',
  );
}
