import type { PastMeeting } from '../records/participant.ts';
import { answersOf, type PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';

/** Whether two members of a pairing met. */
interface BetweenTwo {
  /** What they said; null: neither did. */
  readonly met: boolean | null;
  /** Whether they count as having met, so that they are not soon matched again. */
  readonly spent: boolean;
}

/**
 * Whether two members of a pairing met in its meeting, which is over or was never booked. If either says no, they did not;
 * else if either says yes, they did. When neither says anything, they count as having met if both had accepted. Somebody who
 * said "not yet" has not met the other until they say so.
 */
export function heldBetween(pairing: PairingRecord, one: PersonId, other: PersonId): BetweenTwo {
  if (pairing.state !== 'booked') return { met: false, spent: false };
  const { start } = pairing.event.slot;
  const both = [one, other];
  const said = both.flatMap((id) => {
    const followUp = pairing.followUps[id];
    return followUp?.start === start ? [followUp.said] : [];
  });
  if (said.includes('no')) return { met: false, spent: false };
  if (said.includes('yes')) return { met: true, spent: true };
  const hasAccepted = (id: PersonId) => hasSaidYes(pairing, id);
  return { met: null, spent: said.length === 0 && both.every(hasAccepted) };
}

/** Whether a member accepted the meeting: in Outlook, or in the chat and not declined since. */
export function hasSaidYes(pairing: PairingRecord, person: PersonId): boolean {
  const answer = answersOf(pairing)[person] ?? 'none';
  if (answer === 'accepted') return true;
  return answer !== 'declined' && pairing.state === 'booked' && pairing.coming?.includes(person) === true;
}

/**
 * Whether a booked meeting is over without having been, as far as its members said: one of them said "no" or "not yet", and
 * none said "yes".
 * @param now epoch milliseconds
 */
export function wasMissed(pairing: PairingRecord, now: number): boolean {
  if (pairing.state !== 'booked') return false;
  const { start, end } = pairing.event.slot;
  if (end > now) return false;
  const said = Object.values(pairing.followUps).filter((followUp) => followUp.start === start);
  return said.length > 0 && said.every((followUp) => followUp.said !== 'yes');
}

/**
 * The past meetings that a member's history gets from a pairing once its week is over. A member of a trio who met only one of
 * the others gets two entries.
 * @param number the round's number
 */
export function meetingsOfMember(pairing: PairingRecord, number: number, person: PersonId): PastMeeting[] {
  const others = pairing.members.filter((id) => id !== person);
  const held = (other: PersonId) => JSON.stringify(heldBetween(pairing, person, other));
  return [...Map.groupBy(others, held).values()].flatMap((partners) => {
    const [first] = partners;
    if (first === undefined) return [];
    return [{ number, round: pairing.round, with: partners, ...heldBetween(pairing, person, first) }];
  });
}

/** The same for a round that is not closed: a booked meeting counts until it is known whether it was. */
export function openMeetingsOfMember(
  pairing: PairingRecord,
  number: number,
  person: PersonId,
): PastMeeting[] {
  const isBooked = pairing.state === 'booked' || pairing.state === 'planned';
  return meetingsOfMember(pairing, number, person).map((meeting) => ({
    ...meeting,
    spent: meeting.met ?? isBooked,
  }));
}
