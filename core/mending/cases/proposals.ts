import type { EventAnswer } from '../../records/event.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import { isToCome, type Slot } from '../../records/slot.ts';
import { isSeen, suits } from './free-slots.ts';
import { type PersonNow, revised, type Situation } from './situation.ts';

/** What somebody answered to the event of their pairing. */
export interface Heard {
  readonly person: PersonId;
  readonly answer: EventAnswer;
}

/** Another time that a member proposed, and whether it suits all others; null: that cannot be told at the moment. */
export interface Proposal extends Heard {
  readonly slot: Slot;
  readonly suitsAll: boolean | null;
}

/**
 * The times that members of a pairing proposed and were not told about yet, in the order of `heard`. Whether one suits its
 * proposer is theirs to judge; it lies in the week when it suits the others, since their time does. The length stays the
 * pairing's.
 */
export function proposalsAmong(
  situation: Situation,
  pairing: PairingRecord,
  people: readonly PersonNow[],
  heard: readonly Heard[],
): Proposal[] {
  return heard.flatMap(({ person, answer }): Proposal[] => {
    if (answer.proposed === null || pairing.handled[vainOf(person)] === givenAt(answer)) return [];
    const start = Date.parse(answer.proposed.start);
    const end = start + pairing.minutes * 60_000;
    const slot = { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
    if (slot.start === pairing.slot?.start) return [];
    const others = people.filter(({ id }) => id !== person);
    const suitsAll = others.every((other) => suits(situation, pairing, other, slot));
    const isKnown = suitsAll || others.every(isSeen) || !isToCome(slot, situation.now);
    return [{ person, answer, slot, suitsAll: isKnown ? suitsAll : null }];
  });
}

/** The meeting stays where it is: whoever proposed a time that does not suit everybody is told so. Null when nobody did. */
export function keptInSpite(pairing: PairingRecord, proposals: readonly Proposal[]): PairingRecord | null {
  const vain = proposals.filter(({ suitsAll }) => suitsAll === false);
  if (vain.length === 0) return null;
  const proposers = vain.map(({ person }) => person);
  return revised(pairing, 'kept', null, {
    tell: proposers,
    passedOver: proposers,
    choicesSince: pairing.choicesSince,
    handled: {
      ...pairing.handled,
      ...Object.fromEntries(vain.map(({ person, answer }) => [vainOf(person), givenAt(answer)])),
    },
  });
}

/** When an answer was given: it tells one from another. */
export function givenAt({ at }: EventAnswer): string {
  return at ?? '';
}

/** Under which name a pairing remembers that somebody was told of a proposal that was not taken. */
function vainOf(person: PersonId): string {
  return `proposed:${person}`;
}
