import type { Ports } from '../ports/ports.ts';
import type { Round } from '../records/round.ts';
import { change } from '../shared/change.ts';
import { carryOutRepair } from './carry-out-repair.ts';

/**
 * Finishes a repair of a round that was stored and perhaps interrupted. One that cannot be read keeps its number, and counts
 * as carried out, so that the round goes on: the next look decides again what is still to be repaired.
 * @returns the number of the latest repair that was carried out
 */
export async function finishRepair(ports: Ports, round: Round): Promise<number> {
  const key = { scheme: round.scheme, round: round.round };
  const number = round.repairs + 1;
  const unreadable: string[] = [];
  const begun = await ports.storage.repairs.get({ ...key, number }, (id) => unreadable.push(id));
  if (begun === null && unreadable.length === 0) return round.repairs;
  if (begun !== null) await carryOutRepair(ports, begun);
  await change(ports.storage.rounds, key, (current) =>
    current && current.repairs < number ? { ...current, repairs: number } : null,
  );
  return finishRepair(ports, { ...round, repairs: number });
}
