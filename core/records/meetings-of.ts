import type { PairingRecord } from './pairing.ts';
import type { PastMeeting } from './participant.ts';
import type { PersonId } from './person.ts';

/**
 * What a member keeps of a pairing once its week is over: whom they met, as far as is known. Two people did not meet when
 * the meeting was not booked, or when one of them declined it last: then the pair is not spent. With two partners of whom
 * one did not come, these are two meetings.
 */
export function meetingsOfMember(
  { round, members, answers, state }: PairingRecord,
  number: number,
  person: PersonId,
): PastMeeting[] {
  const declined = (id: PersonId) => answers[id] === 'declined';
  const missed = (other: PersonId) => state !== 'booked' || declined(person) || declined(other);
  const others = members.map(({ id }) => id).filter((id) => id !== person);
  return [...Map.groupBy(others, missed)].map(([wasMissed, partners]) => ({
    number,
    round,
    with: partners,
    met: wasMissed ? false : null,
  }));
}
