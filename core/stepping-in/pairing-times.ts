import type { PairingTimes } from '../api/desk.ts';
import { lookAtPairing } from '../mending/look-at-pairing.ts';
import type { Ports } from '../ports/ports.ts';
import { weeksFor } from '../rounds/may-choose.ts';
import { possibleActs } from '../rounds/possible-acts.ts';
import { shownSlot } from '../words/pairing-view.ts';
import { findPairing, type FoundPairing } from './find-pairing.ts';

/** The most times from which a coordinator chooses. */
const mostTimes = 12;

/**
 * Up to twelve times to which a coordinator may move a meeting, best first, from calendars read now. None where it cannot be
 * moved, and where its members choose the time themselves. Changes nothing.
 * @returns null when there is no such pairing
 */
export async function readPairingTimes(
  ports: Ports,
  key: { readonly scheme: string; readonly round: string; readonly pairing: string },
): Promise<PairingTimes | null> {
  const found = await findPairing(ports, key);
  if (found === null) return null;
  return { revision: found.pairing.revision, times: await timesOf(ports, found) };
}

async function timesOf(ports: Ports, found: FoundPairing): Promise<PairingTimes['times']> {
  const now = ports.now();
  if (!possibleActs(found, now).includes('move')) return [];
  for (const week of weeksFor(found, now)) {
    const { offer, allPress, isAble } = await lookAtPairing(ports, found, week, mostTimes);
    const times = allPress ? [] : offer.filter(({ start }) => isAble(start));
    if (times.length > 0) return times.map(shownSlot);
  }
  return [];
}
