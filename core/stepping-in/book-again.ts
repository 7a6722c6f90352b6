import type { DeskRefusal } from '../api/acts.ts';
import { lookAtPairing } from '../mending/look-at-pairing.ts';
import { revise } from '../mending/situation/revise.ts';
import type { Ports } from '../ports/ports.ts';
import { coreOf, mostOffered, type PairingRecord } from '../records/pairing.ts';
import type { Placement } from '../records/placement.ts';
import type { DeskAct } from '../records/work.ts';
import { bringAbout } from '../rounds/bring-about.ts';
import { isRefused } from '../rounds/possible-acts.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import { repairByHand, type Repairing } from './repair-by-hand.ts';

/**
 * Books a pairing again whose invitation Outlook refused, at the best time by calendars read now; its members hear once it is
 * booked. Where a calendar cannot be read, they choose the time. A repeat changes nothing.
 * @param askedAt when it was asked for, epoch milliseconds
 * @returns null: it is done
 */
export async function bookAgain(
  ports: Ports,
  act: Extract<DeskAct, { kind: 'try-again' }>,
  askedAt: number,
): Promise<DeskRefusal | null> {
  return repairByHand(ports, act, async (repairing) => {
    const pairing = (await ports.storage.pairings.get(act, leaveOut))?.value;
    if (pairing === undefined) return 'unknown';
    // It was tried since, and may have been refused again.
    if (pairing.readAt >= askedAt) {
      await bringAbout(ports, pairing);
      return null;
    }
    if (!isRefused(pairing)) return 'changed';
    const now = ports.now();
    if (now >= repairing.round.weekEnd) return 'closed';
    const placements = await placementsIn(ports, repairing, pairing);
    if (placements === null) return 'changed';

    const { scheme, round, number } = repairing;
    const week = meetingWeek(round.round, scheme.zone);
    const { offer, allPress, isAble } = await lookAtPairing(ports, { scheme, pairing }, week, mostSlots);
    if (!isAble(Math.max(now, week.start))) return 'not-in';
    const [slot] = offer;
    if (slot === undefined) return 'no-common-slot';
    const core = { ...coreOf(pairing), readAt: now, slots: [...offer] };
    const next: PairingRecord = allPress
      ? { ...core, allPress, state: 'suggested', offer: offer.slice(0, mostOffered), tried: [] }
      : { ...core, state: 'planned', slot, promised: false, answers: {} };
    const told = { news: allPress ? 'suggested' : 'booked', because: null } as const;
    return {
      changed: [revise(pairing, next, told, now)],
      placements: placements.map((placement) => ({ ...placement, repair: number })),
    };
  });
}

/** How many times a pairing has to fall back on. */
const mostSlots = 5;

/** The placements of a pairing's members; null when one of them is placed elsewhere by now. */
async function placementsIn(
  { storage }: Ports,
  { scheme, round }: Repairing,
  { pairing, members }: PairingRecord,
): Promise<Placement[] | null> {
  const found = await storage.placements.getMany(
    members.map((person) => ({ scheme: scheme.id, round: round.round, person })),
  );
  const theirs = found
    .map(({ value }) => value)
    .filter((one) => one.pairing === pairing && one.reason === null);
  return theirs.length === members.length ? theirs : null;
}
