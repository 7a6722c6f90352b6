import type { Ports } from '../ports/ports.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { Scheme } from '../records/scheme.ts';
import { nextRound, roundsUnderWay } from '../schemes/round-times.ts';
import { change } from '../shared/change.ts';
import { leaveOut } from '../shared/leave-out.ts';

/**
 * Records in rounds that were paired already, and whose week has not begun, that somebody joined or came back: the next look
 * finds them company.
 * @param ifKnown what to do when the round has a placement for them: record it `again`, or `leave` it as it is
 */
export async function expectCompany(
  ports: Ports,
  scheme: Scheme,
  person: PersonId,
  ifKnown: 'again' | 'leave',
): Promise<void> {
  const now = ports.now();
  // A coordinator may have released the next round before its pairing time.
  const released = scheme.preview === 'none' ? [] : [nextRound(scheme, now)];
  for (const { round, weekStart } of [...roundsUnderWay(scheme, now), ...released]) {
    const key = { scheme: scheme.id, round };
    const stage = (await ports.storage.rounds.get(key, leaveOut))?.value.stage;
    const isBefore = stage === 'calling' || stage === 'pairing';
    if (now >= weekStart || stage === undefined || isBefore) continue;
    const undecided: Placement = {
      ...key,
      person,
      pairing: null,
      reason: null,
      repair: 0,
      changedAt: now,
    };
    await change(
      ports.storage.placements,
      { ...key, person },
      (current) => {
        if (current === null) return undecided;
        return ifKnown === 'again' ? { ...current, changedAt: now } : null;
      },
      'leave-out',
    );
  }
}
