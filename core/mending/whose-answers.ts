import type { SeenEvent } from '../ports/meetings.ts';
import type { EventAnswer } from '../records/pairing.ts';
import type { PersonId, PersonRecord } from '../records/person.ts';

/** The answers to an event, by person. */
interface WhoseAnswers {
  /** In the order of the members. */
  readonly heard: ReadonlyMap<PersonId, EventAnswer>;
  /** False when somebody answered who may be one of the members, and it is not known which. */
  readonly isClear: boolean;
}

/**
 * Finds out which members gave the answers to an event. A member may answer from another address than the one that was
 * invited: the only attendee who is no member and the only member who is no attendee are the same person. Other attendees
 * are colleagues to whom a member forwarded the invitation.
 * @param answers of all attendees, by mail address in lower case
 * @param people the members, as far as they are known
 */
export function whoseAnswers(
  members: readonly PersonId[],
  answers: SeenEvent['answers'],
  people: ReadonlyMap<PersonId, PersonRecord>,
): WhoseAnswers {
  const mailOf = (id: PersonId) => people.get(id)?.work?.mail.toLowerCase() ?? '';
  const mails = new Set(members.map(mailOf));
  const absent = new Set(members.filter((id) => !answers.has(mailOf(id))));
  const strangers = [...answers].filter(([mail]) => !mails.has(mail));
  const [[, other] = []] = absent.size === 1 && strangers.length === 1 ? strangers : [];
  const heard = members.flatMap((id) => {
    const answer = absent.has(id) ? other : answers.get(mailOf(id));
    return answer === undefined ? [] : [[id, answer] as const];
  });
  const isSomebodys = (mail: string) => absent.size > 0 || !mail.includes('@');
  const isClear =
    other !== undefined || strangers.every(([mail, { answer }]) => answer === 'none' || !isSomebodys(mail));
  return { heard: new Map(heard), isClear };
}
