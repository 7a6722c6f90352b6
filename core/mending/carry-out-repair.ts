import type { Ports } from '../ports/ports.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Placement } from '../records/placement.ts';
import type { Repair } from '../records/repair.ts';
import { change } from '../shared/change.ts';
import { concurrently } from '../shared/concurrently.ts';

/**
 * Does what a stored repair says, as far as it still holds: a pairing that somebody changed meanwhile stays as they left
 * it, and nobody is given other company while theirs stands. Who is left over that way is looked after next time. May
 * run any number of times, and go on where it was interrupted.
 */
export async function carryOutRepair(ports: Ports, repair: Repair): Promise<void> {
  // 1. Pairings as they are to be from here on. What the calendar holds is for the booker to say.
  const changed = await concurrently(repair.changed, (wanted) =>
    change(ports.storage.pairings, keyOfPairing(wanted), (current) =>
      current?.revision === wanted.revision - 1 ? merged(wanted, current) : null,
    ),
  );
  const stored = new Map(changed.flatMap((now) => (now === null ? [] : [[now.pairing, now]])));

  // 2. New pairings of people who are free for them: their places are taken first, so that nobody has two.
  const freed = (person: string) =>
    repair.changed.every(({ pairing }) => hasLeft(stored.get(pairing), person));
  await concurrently(repair.made, async (pairing) => {
    const theirs = repair.placements.filter((placement) => placement.pairing === pairing.pairing);
    if (!theirs.every(({ person }) => freed(person))) return;
    const taken = await concurrently(theirs, (placement) => take(ports, placement));
    if (taken.every(Boolean)) await ports.storage.pairings.insertMissing([pairing]);
  });

  // 3. The others' places: none at all, in a pair that they joined, or no more where they were.
  const made = new Set(repair.made.map(({ pairing }) => pairing));
  const others = repair.placements.filter(({ pairing }) => pairing === null || !made.has(pairing));
  await concurrently(others, async (placement) => {
    if (placement.pairing === null) {
      await take(ports, placement);
      return;
    }
    const pairing = stored.get(placement.pairing);
    const holds = hasLeft(pairing, placement.person) === (placement.reason !== null);
    if (holds) await take(ports, placement);
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
 * A slot that the booker may have made an event for stays with a pairing that is cancelled or still to be booked, so that
 * the event is looked for: it may have been recorded after the repair was decided.
 */
function merged(wanted: PairingRecord, current: PairingRecord): PairingRecord {
  const { event, generation, slot } = current;
  const keepsSlot = wanted.state === 'cancelled' || (wanted.state === 'planned' && wanted.slot === null);
  return { ...wanted, event, generation, ...(keepsSlot && { slot }) };
}

/** No more of it than the key: an error of the store names what it was asked for. */
function keyOfPairing({ scheme, round, pairing }: PairingRecord) {
  return { scheme, round, pairing };
}

/** Whether somebody has no meeting in a pairing any more. */
function hasLeft(pairing: PairingRecord | undefined, person: string): boolean {
  return pairing?.state === 'cancelled' || pairing?.members.every(({ id }) => id !== person) === true;
}

/** Takes a place for somebody unless a later repair has given them another; says whether it is theirs. */
async function take(ports: Ports, placement: Placement): Promise<boolean> {
  const { scheme, round, person } = placement;
  const now = await change(ports.storage.placements, { scheme, round, person }, (current) =>
    current === null || current.repair < placement.repair ? placement : null,
  );
  return now?.repair === placement.repair && now.pairing === placement.pairing;
}
