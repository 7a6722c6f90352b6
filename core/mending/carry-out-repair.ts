import type { Ports } from '../ports/ports.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Placement } from '../records/placement.ts';
import type { Repair } from '../records/repair.ts';
import { change } from '../shared/change.ts';
import { concurrently } from '../shared/concurrently.ts';

/**
 * Does what a stored repair says: writes the pairings and placements that changed. A pairing that somebody else changed
 * since the repair was decided stays as it is, and its members get no new pairing; the next look finds them. May run any
 * number of times, and goes on where it was interrupted.
 */
export async function carryOutRepair(ports: Ports, repair: Repair): Promise<void> {
  // 1. The changed pairings. Only booking writes `event` and `generation`.
  const changed = await concurrently(repair.changed, (wanted) =>
    change(ports.storage.pairings, keyOfPairing(wanted), (current) =>
      current?.revision === wanted.revision - 1 ? merge(wanted, current) : null,
    ),
  );
  const stored = new Map(changed.flatMap((now) => (now === null ? [] : [[now.pairing, now]])));

  // 2. New pairings whose members have all left their old one. Placements are written first, so that nobody has two.
  const freed = (person: string) =>
    repair.changed.every(({ pairing }) => hasLeft(stored.get(pairing), person));
  await concurrently(repair.made, async (pairing) => {
    const theirs = repair.placements.filter((placement) => placement.pairing === pairing.pairing);
    if (!theirs.every(({ person }) => freed(person))) return;
    const taken = await concurrently(theirs, (placement) => take(ports, placement));
    if (taken.every(Boolean)) await ports.storage.pairings.insertMissing([pairing]);
  });

  // 3. The other placements: of people without a pairing, and of those who joined a pair or left one.
  const made = new Set(repair.made.map(({ pairing }) => pairing));
  const others = repair.placements.filter(({ pairing }) => pairing === null || !made.has(pairing));
  await concurrently(others, async (placement) => {
    if (placement.pairing === null) {
      await take(ports, placement);
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
 * The wanted record with what booking may have written since the repair was decided. The slot is kept when the pairing is
 * cancelled or not yet booked: an event may exist there, and the slot makes booking look for it.
 */
function merge(wanted: PairingRecord, current: PairingRecord): PairingRecord {
  const { event, generation, slot } = current;
  const keepsSlot = wanted.state === 'cancelled' || (wanted.state === 'planned' && wanted.slot === null);
  return { ...wanted, event, generation, ...(keepsSlot && { slot }) };
}

/** The bare key: the store's errors quote it, and a whole record would put names and mail addresses in the log. */
function keyOfPairing({ scheme, round, pairing }: PairingRecord) {
  return { scheme, round, pairing };
}

/** Whether somebody is no member of a pairing any more, or it is cancelled. */
function hasLeft(pairing: PairingRecord | undefined, person: string): boolean {
  return pairing?.state === 'cancelled' || pairing?.members.every(({ id }) => id !== person) === true;
}

/** Writes a placement unless a later repair has written another for this person. Returns whether it is now theirs. */
async function take(ports: Ports, placement: Placement): Promise<boolean> {
  const { scheme, round, person } = placement;
  const now = await change(ports.storage.placements, { scheme, round, person }, (current) =>
    current === null || current.repair < placement.repair ? placement : null,
  );
  return now?.repair === placement.repair && now.pairing === placement.pairing;
}
