import type { EventAnswer, PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { Situation } from './situation.ts';

/** What a member answered to the invitation of their pairing. */
export interface MemberAnswer {
  readonly person: PersonId;
  readonly answer: EventAnswer;
}

/**
 * Declined and tentative answers of a pairing's members that no revision has dealt with yet, in the order in which they
 * were given.
 */
export function openAnswers({ heard }: Pick<Situation, 'heard'>, pairing: PairingRecord): MemberAnswer[] {
  const answers = heard.get(pairing.pairing);
  return pairing.members
    .flatMap((person): MemberAnswer[] => {
      const answer = answers?.get(person);
      return answer === undefined ? [] : [{ person, answer }];
    })
    .filter(({ answer }) => answer.answer === 'declined' || answer.answer === 'tentative')
    .filter(({ person, answer }) => !isHandled(pairing, person, answer))
    .sort((a, b) => (a.answer.at ?? 0) - (b.answer.at ?? 0));
}

/**
 * Whether a revision has dealt with somebody's answer. From then on it counts as not given. An answer is known by when it
 * was given: the next one has another time.
 */
export function isHandled({ handled }: PairingRecord, person: PersonId, answer: EventAnswer): boolean {
  return handled[person] === answer.at;
}

/** A pairing's `handled` once these answers are dealt with. */
export function withHandled(
  { handled }: PairingRecord,
  answers: readonly MemberAnswer[],
): PairingRecord['handled'] {
  return {
    ...handled,
    ...Object.fromEntries(answers.map(({ person, answer }) => [person, answer.at])),
  };
}
