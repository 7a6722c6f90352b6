import type { DeskRefusal } from '../api/acts.ts';
import { isValid } from '../mending/choose-slot.ts';
import { lookAtPairing } from '../mending/look-at-pairing.ts';
import { moveMeeting } from '../mending/situation/revise.ts';
import type { Ports } from '../ports/ports.ts';
import { type PairingRecord, slotOf } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { DeskAct } from '../records/work.ts';
import { bringAbout } from '../rounds/bring-about.ts';
import { changePairing } from '../rounds/change-pairing.ts';
import { hasBegun, weeksFor } from '../rounds/may-choose.ts';
import { isUnderWayRound, possibleActs } from '../rounds/possible-acts.ts';
import { slotAt } from '../time/slot.ts';
import { findPairing, type FoundPairing } from './find-pairing.ts';

/**
 * Moves a meeting to a time that suits all its members by calendars read now, and has them told who moved it. A repeat changes
 * nothing.
 * @param act `revision`: of the pairing as the coordinator saw it
 * @returns null: it is done
 */
export async function movePairing(
  ports: Ports,
  act: Extract<DeskAct, { kind: 'move' }>,
  by: PersonId,
): Promise<DeskRefusal | null> {
  const found = await findPairing(ports, act);
  if (found === null) return 'unknown';
  const slot = slotAt(Date.parse(act.start), found.pairing.minutes);
  const isDone = (pairing: PairingRecord) => slotOf(pairing)?.start === slot.start;
  if (!isDone(found.pairing)) {
    const refusal = whyNot(found, act, ports.now()) ?? (await whyNotThen(ports, found, slot));
    if (refusal !== null) return refusal;
  }
  const readAt = ports.now();
  const stored = await changePairing(ports, found.pairing, (pairing) => {
    if (isDone(pairing) || whyNot({ ...found, pairing }, act, readAt) !== null) return null;
    return moveMeeting(
      { ...pairing, readAt },
      slot,
      { news: 'moved-by-coordinator', because: by },
      {},
      readAt,
    );
  });
  if (stored === null || !isDone(stored)) return 'changed';
  await bringAbout(ports, stored);
  return null;
}

/** Why a meeting cannot be moved; null when it can. */
function whyNot(
  found: FoundPairing,
  { revision }: { readonly revision: number },
  now: number,
): DeskRefusal | null {
  if (!isUnderWayRound(found.round)) return 'closed';
  if (!isValid(found.pairing, { revision })) return 'changed';
  if (possibleActs(found, now).includes('move')) return null;
  if (found.pairing.allPress === true) return 'must-choose';
  return hasBegun(found, now) ? 'passed' : 'changed';
}

/** Why it cannot be moved to a time; null when that suits everybody. */
async function whyNotThen(
  ports: Ports,
  found: FoundPairing,
  slot: ReturnType<typeof slotAt>,
): Promise<DeskRefusal | null> {
  const weeks = weeksFor(found, ports.now());
  const week = weeks.find(({ end }) => slot.start < end);
  if (week === undefined) return 'taken';
  const { suitsAll, allPress, isAble } = await lookAtPairing(ports, found, week);
  if (allPress) return 'must-choose';
  return suitsAll(slot) && isAble(slot.start) ? null : 'taken';
}
