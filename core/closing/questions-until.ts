import { weeksFor } from '../rounds/may-choose.ts';
import { wasMissed } from '../rounds/held.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { workingDaysAfter } from '../schemes/working-days.ts';
import { day } from '../time/clock.ts';

/** How long "did you meet?" is open, in working days of the scheme. */
const answeredWithin = 3;

/**
 * Until when a round waits for what its members say of meetings that are over: three working days after each, and where they
 * did not meet, for as long as they may still choose a time. Null when nothing is open. Epoch milliseconds, as `now`.
 */
export function questionsUntil(
  scheme: Scheme,
  round: Round,
  pairings: readonly PairingRecord[],
  now: number,
): number | null {
  const open = pairings.flatMap((pairing) => {
    if (pairing.state !== 'booked' || pairing.event.slot.end > now) return [];
    if (wasMissed(pairing, now) && weeksFor({ scheme, round, pairing }, now).length > 0) {
      return [round.weekEnd + 7 * day];
    }
    const { start, end } = pairing.event.slot;
    const isAnswered = pairing.members.every((id) => pairing.followUps[id]?.start === start);
    const until = workingDaysAfter(scheme, end, answeredWithin);
    return isAnswered || until <= now ? [] : [until];
  });
  return open.length === 0 ? null : Math.max(...open);
}
