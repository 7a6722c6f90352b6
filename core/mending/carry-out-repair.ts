import type { Ports } from '../ports/ports.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Placement } from '../records/placement.ts';
import type { Repair, Revision } from '../records/repair.ts';
import { changePairing } from '../rounds/change-pairing.ts';
import { change } from '../shared/change.ts';
import { concurrently } from '../shared/concurrently.ts';
import { tellUnplaced } from '../telling/new-messages.ts';

/**
 * Does what a stored repair says: writes the pairings and placements that changed. A pairing that somebody else changed
 * since the repair was decided stays as it is, and its members get no new pairing; the next look finds them. May run any
 * number of times, and goes on where it was interrupted.
 */
export async function carryOutRepair(ports: Ports, repair: Repair): Promise<void> {
  // 1. The changed pairings.
  const changed = await concurrently(repair.changed, (wanted) =>
    changePairing(ports, wanted.pairing, (current) =>
      current.revision === wanted.pairing.revision - 1 ? merge(wanted, current) : null,
    ),
  );
  const stored = new Map(changed.flatMap((now) => (now === null ? [] : [[now.pairing, now]])));

  // 2. New pairings whose members have all left their old one. Placements are written first, so that nobody has two.
  const freed = (person: string) =>
    repair.changed.every(({ pairing }) => hasLeft(stored.get(pairing.pairing), person));
  await concurrently(repair.made, async ({ pairing, messages }) => {
    const theirs = repair.placements.filter((placement) => placement.pairing === pairing.pairing);
    if (!theirs.every(({ person }) => freed(person))) return;
    const taken = await concurrently(theirs, (placement) => take(ports, placement));
    if (!taken.every(Boolean)) return;
    await ports.storage.pairings.writeWith([{ value: pairing, version: null, messages }]);
  });

  // 3. The other placements: of people without a pairing, and of those who joined a pair or left one.
  const made = new Set(repair.made.map(({ pairing }) => pairing.pairing));
  const others = repair.placements.filter(({ pairing }) => pairing === null || !made.has(pairing));
  await concurrently(others, async (placement) => {
    if (placement.pairing === null) {
      if (await take(ports, placement)) await tellUnplaced(ports, [placement]);
      return;
    }
    const pairing = stored.get(placement.pairing);
    const isTrue = hasLeft(pairing, placement.person) === (placement.reason !== null);
    if (isTrue) await take(ports, placement);
  });

  const key = { scheme: repair.scheme, round: repair.round };
  await change(ports.storage.rounds, key, (current) =>
    current && current.repairs < repair.number ? { ...current, repairs: repair.number } : null,
  );
  ports.log('repaired', {
    ...key,
    repair: repair.number,
    changed: repair.changed.length,
    made: repair.made.length,
    places: repair.placements.length,
  });
}

/**
 * The wanted pairing with what the calendar holds by now. Only booking writes that; a repair may add that the event is gone,
 * which begins a new generation.
 */
function merge({ pairing: wanted, messages }: Revision, current: PairingRecord): Revision | null {
  if (wanted.generation > current.generation) return { pairing: wanted, messages };
  const { event, generation } = current;
  if (wanted.state !== 'booked') return { pairing: { ...wanted, event, generation }, messages };
  return event.kind === 'made' ? { pairing: { ...wanted, event, generation }, messages } : null;
}

/** Whether somebody is no member of a pairing any more, or it is cancelled. */
function hasLeft(pairing: PairingRecord | undefined, person: string): boolean {
  return pairing?.state === 'cancelled' || pairing?.members.includes(person) === false;
}

/** Writes a placement unless a later repair has written another for this person. Returns whether it is now theirs. */
async function take(ports: Ports, placement: Placement): Promise<boolean> {
  const { scheme, round, person } = placement;
  const now = await change(ports.storage.placements, { scheme, round, person }, (current) =>
    current === null || current.repair < placement.repair ? placement : null,
  );
  return now?.repair === placement.repair && now.pairing === placement.pairing;
}
