import type { DeskRefusal } from '../api/acts.ts';
import { finishRepair } from '../mending/finish-repair.ts';
import type { Ports } from '../ports/ports.ts';
import type { Repair } from '../records/repair.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { isUnderWayRound } from '../rounds/possible-acts.ts';
import { leaveOut } from '../shared/leave-out.ts';

const attempts = 8;

/** A round in which something is changed, and its number for the change. */
export interface Repairing {
  readonly scheme: Scheme;
  readonly round: Round;
  /** Of the repair. */
  readonly number: number;
}

/** What of a repair a coordinator's act decides. */
export type ByHand = Partial<Pick<Repair, 'changed' | 'made' | 'placements'>>;

/**
 * Changes several records of a round at once, as its looks do: the repair is stored before it is carried out, and one that was
 * interrupted is finished first. When another worker stores the next repair first, it is decided again.
 * @param decide gives why not, or null once it is done; it is called again after each repair
 * @returns null: it is done
 */
export async function repairByHand(
  ports: Ports,
  key: { readonly scheme: string; readonly round: string },
  decide: (repairing: Repairing) => Promise<ByHand | DeskRefusal | null>,
): Promise<DeskRefusal | null> {
  const scheme = await ports.storage.schemes.get(key.scheme);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const round = await ports.storage.rounds.get(key, leaveOut);
    if (scheme === null || round === null) return 'unknown';
    if (!isUnderWayRound(round.value)) return 'closed';
    const repairs = await finishRepair(ports, round.value);
    const current = { ...round.value, repairs };
    const number = repairs + 1;
    const decided = await decide({ scheme: scheme.value, round: current, number });
    if (decided === null || typeof decided === 'string') return decided;
    const { changed = [], made = [], placements = [] } = decided;
    await ports.storage.repairs.putFirst({
      scheme: scheme.value.id,
      round: current.round,
      number,
      changed,
      made,
      placements,
    });
    await finishRepair(ports, current);
  }
  throw new Error(`round ${key.round} was changed by others ${attempts} times in a row`);
}
