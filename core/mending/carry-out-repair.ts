import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Placement } from '../records/placement.ts';
import type { Repair, Revision } from '../records/repair.ts';
import { changePairing } from '../rounds/change-pairing.ts';
import { change } from '../shared/change.ts';
import { concurrently } from '../shared/concurrently.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { tellUnplaced } from '../telling/new-messages.ts';

/** Seconds before the next look when somebody could not come into a pairing. */
const lookAgainIn = 60;

/**
 * Does what a stored repair says: writes the pairings and placements that changed. A pairing that somebody else changed
 * since the repair was decided stays as it is. Nobody comes into a pairing, changed or new, before they have left the one
 * they were in: such a change is dropped, and another look is queued, which decides again. May run any number of times, and
 * goes on where it was interrupted. The caller records that it is done.
 */
export async function carryOutRepair(ports: Ports, repair: Repair): Promise<void> {
  const key = { scheme: repair.scheme, round: repair.round };
  const arrivals = Map.groupBy(
    repair.placements.filter(({ pairing, reason }) => pairing !== null && reason === null),
    ({ pairing }) => pairing,
  );
  const arrivalsIn = ({ pairing }: Revision) => arrivals.get(pairing.pairing) ?? [];
  const joined = repair.changed.filter((revision) => arrivalsIn(revision).length > 0);
  const left = repair.changed.filter((revision) => arrivalsIn(revision).length === 0);

  // 1. The pairings into which nobody comes.
  const now = await concurrently(left, (wanted) => apply(ports, wanted));
  const stored = new Map(now.flatMap((one) => (one === null ? [] : [[one.pairing, one]])));

  // 2. The pairings into which somebody comes.
  const hasJoined = await concurrently(joined, (wanted) => admit(ports, wanted, arrivalsIn(wanted)));
  const isMade = await concurrently(repair.made, async (made) => {
    const hasSeats = await takeSeats(ports, arrivalsIn(made));
    const { pairing: value, messages } = made;
    if (hasSeats) await ports.storage.pairings.writeWith([{ value, version: null, messages }]);
    return hasSeats;
  });
  const comings = [...joined, ...repair.made].filter((_, i) => ![...hasJoined, ...isMade][i]);
  await concurrently(comings.flatMap(arrivalsIn), (arrival) => markUndecided(ports, arrival));
  const dropped = comings.length;

  // 3. The placements of people who have no meeting now. Those whose pairing somebody else changed keep theirs.
  const others = repair.placements.filter(({ pairing, reason }) => pairing === null || reason !== null);
  await concurrently(others, async (placement) => {
    const { pairing, person } = placement;
    const isTrue = pairing === null || hasLeft(stored.get(pairing), person);
    if (isTrue && (await take(ports, placement))) await tellUnplaced(ports, [placement]);
  });

  if (dropped > 0) await ports.queue.put([{ kind: 'look-after', ...key }], lookAgainIn);
  ports.log('repaired', {
    ...key,
    repair: repair.number,
    changed: repair.changed.length,
    made: repair.made.length,
    places: repair.placements.length,
    dropped,
  });
}

/** Has the next look consider somebody who did not come into a pairing. */
async function markUndecided(ports: Ports, { scheme, round, person }: Placement): Promise<void> {
  await change(
    ports.storage.placements,
    { scheme, round, person },
    (current) => current && { ...current, changedAt: ports.now() },
    'leave-out',
  );
}

/** Writes a changed pairing unless somebody else changed it meanwhile. Gives the stored record. */
function apply(
  ports: Ports,
  wanted: Revision,
  known?: Versioned<PairingRecord>,
): Promise<PairingRecord | null> {
  const decide = (current: PairingRecord) =>
    current.revision === wanted.pairing.revision - 1 ? merge(wanted, current) : null;
  return changePairing(ports, wanted.pairing, decide, known);
}

/**
 * Writes a changed pairing into which people come, once they have left their former one. Their placements are written
 * before. Gives whether they are in.
 */
async function admit(ports: Ports, wanted: Revision, arrivals: readonly Placement[]): Promise<boolean> {
  const { scheme, round, pairing, revision } = wanted.pairing;
  const current = await ports.storage.pairings.get({ scheme, round, pairing }, leaveOut);
  const mayChange = current?.value.revision === revision - 1 && (await takeSeats(ports, arrivals));
  const now = mayChange ? await apply(ports, wanted, current) : (current?.value ?? null);
  return now !== null && arrivals.every(({ person }) => isMember(now, person));
}

/**
 * Writes the placements of people who come into a pairing, provided that all of them have left their former one. The
 * placement decides between several repairs: each person has one, and a repair takes it from the former pairing alone. Who
 * may be in a pairing that cannot be read has not left it.
 * Gives whether all placements are now theirs.
 */
async function takeSeats(ports: Ports, arrivals: readonly Placement[]): Promise<boolean> {
  const { pairings, placements } = ports.storage;
  const formers = await concurrently(arrivals, async (placement) => {
    const { scheme, round, person } = placement;
    const unreadable: string[] = [];
    const note = (id: string) => unreadable.push(id);
    const before = await placements.get({ scheme, round, person }, note);
    const former = before?.value.pairing ?? null;
    if (former === null || before?.value.repair === placement.repair)
      return { placement, before, isFree: unreadable.length === 0 };
    const found = await pairings.get({ scheme, round, pairing: former }, note);
    return {
      placement,
      before,
      isFree: found === null ? unreadable.length === 0 : hasLeft(found.value, person),
    };
  });
  if (!formers.every(({ isFree }) => isFree)) return false;
  const taken = await concurrently(formers, ({ placement, before }) =>
    take(ports, placement, { pairing: before?.value.pairing ?? null, known: before }),
  );
  return taken.every(Boolean);
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

function isMember({ members }: PairingRecord, person: string): boolean {
  return members.includes(person);
}

/** Whether somebody is no member of a pairing any more, or it has ended without a meeting. */
export function hasLeft(pairing: PairingRecord | undefined, person: string): boolean {
  if (pairing === undefined) return false;
  return pairing.state === 'cancelled' || pairing.state === 'failed' || !isMember(pairing, person);
}

/**
 * Writes a placement unless a later repair has written another for this person. Returns whether it is now theirs.
 * @param from the pairing that they must still be placed in, and their placement as just read; left out: any
 */
async function take(
  ports: Ports,
  placement: Placement,
  from?: { readonly pairing: string | null; readonly known: Versioned<Placement> | null },
): Promise<boolean> {
  const { scheme, round, person } = placement;
  const now = await change(
    ports.storage.placements,
    { scheme, round, person },
    (current) => {
      if (from !== undefined && (current?.pairing ?? null) !== from.pairing) return null;
      if (current !== null && current.repair >= placement.repair) return null;
      const { feedback, note } = current ?? {};
      const changedAt = latest(current?.changedAt, placement.changedAt);
      return { ...placement, changedAt, ...(feedback && { feedback }), ...(note && { note }) };
    },
    'leave-out',
    from?.known ?? undefined,
  );
  return now?.repair === placement.repair && now.pairing === placement.pairing;
}

/** The later of two instants. Somebody may have left or come back since the repair was decided: that is kept. */
function latest(one: number | null | undefined, other: number | null): number | null {
  return Math.max(one ?? 0, other ?? 0) || null;
}
