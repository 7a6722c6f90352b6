import type { DeskRefusal } from '../api/acts.ts';
import type { Ports } from '../ports/ports.ts';
import { remindKey } from '../records/keys.ts';
import { unsentMessage } from '../records/outbox.ts';
import { slotOf } from '../records/pairing.ts';
import type { DeskAct } from '../records/work.ts';
import { bringAbout } from '../rounds/bring-about.ts';
import { changePairing } from '../rounds/change-pairing.ts';
import { isJustReminded, isUnderWayRound, whoHasNotAnswered } from '../rounds/possible-acts.ts';
import { findPairing } from './find-pairing.ts';

/**
 * Has those members of a pairing told who have not answered that a coordinator would like to know, at most once an hour.
 * @param askedAt when it was asked for, epoch milliseconds: a repeat has the same, and changes nothing
 * @returns null: it is done
 */
export async function remindMembers(
  ports: Ports,
  act: Extract<DeskAct, { kind: 'remind' }>,
  askedAt: number,
): Promise<DeskRefusal | null> {
  const found = await findPairing(ports, act);
  if (found === null) return 'unknown';
  if (!isUnderWayRound(found.round)) return 'closed';
  const now = ports.now();
  const stored = await changePairing(ports, found.pairing, (current) => {
    const { scheme, round, pairing, revision } = current;
    const to = whoHasNotAnswered(current, now);
    if (to.length === 0 || isJustReminded(current, now)) return null;
    const said = { kind: 'remind', at: askedAt, start: slotOf(current)?.start ?? null } as const;
    const messages = to.map((person) => {
      const key = remindKey(current, askedAt, person);
      return unsentMessage({ scheme, round, key, person, pairing, revision, said }, now);
    });
    return { pairing: { ...current, remindedAt: askedAt }, messages };
  });
  if (stored === null) return 'unknown';
  if (stored.remindedAt !== askedAt) return isJustReminded(stored, now) ? 'too-soon' : 'all-answered';
  await bringAbout(ports, stored);
  return null;
}
