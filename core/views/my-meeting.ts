import type { MyMeeting } from '../api/meetings.ts';
import { type PairingRecord, slotOf } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import { versionOf } from '../shared/version-of.ts';

/**
 * What a member said and wrote of their meeting.
 * @param placement what the round has for that member; null: it cannot be read
 */
export function viewMyMeeting(
  pairing: PairingRecord,
  placement: Pick<Placement, 'feedback' | 'note'> | null,
  person: PersonId,
): MyMeeting {
  const followUp = pairing.followUps[person];
  const shown = {
    scheme: pairing.scheme,
    round: pairing.round,
    coming: pairing.state === 'booked' && pairing.coming?.includes(person) === true,
    said: followUp !== undefined && followUp.start === slotOf(pairing)?.start ? followUp.said : null,
    feedback: placement?.feedback ?? null,
    note: placement?.note ?? { before: '', after: '' },
  };
  return { ...shown, version: versionOf(shown) };
}
