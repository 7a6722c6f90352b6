import type { Ports } from '../ports/ports.ts';
import { hasSaidYes } from '../rounds/held.ts';
import { answersOf, eventOf, mostOffered, type PairingRecord, slotOf, wishesOf } from '../records/pairing.ts';
import { memberOf, type PersonId, type PersonRecord } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import { endsAfter, isSameSlot, isToCome, type Slot, slotAt } from '../time/slot.ts';
import { currentPairings } from '../rounds/current-pairings.ts';
import { toIso } from '../time/instant.ts';
import { day } from '../time/clock.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import { questionOf } from '../words/question.ts';
import { memberView, type PairingView, shownSlot } from '../words/pairing-view.ts';

/** The slots that members wish for and that are still to come. `now`: epoch milliseconds. */
function wishedSlots(pairing: PairingRecord, now: number): { person: PersonId; slot: Slot }[] {
  return Object.entries(wishesOf(pairing))
    .map(([person, start]) => ({ person, slot: slotAt(start, pairing.minutes) }))
    .filter(({ slot }) => isToCome(slot, now));
}

/**
 * The slots that a pairing's members may press on a card, and that are still to come: those that a member wishes for, and
 * others on offer; at most three.
 * @param now epoch milliseconds
 */
export function slotsToPress(pairing: PairingRecord, now: number): Slot[] {
  const offered = pairing.state === 'suggested' ? pairing.offer.filter((slot) => isToCome(slot, now)) : [];
  const slots = [...wishedSlots(pairing, now).map(({ slot }) => slot), ...offered];
  const indexIn = (list: readonly Slot[], slot: Slot) => list.findIndex((one) => isSameSlot(one, slot));
  return slots
    .filter((slot, i) => indexIn(slots, slot) === i)
    .slice(0, mostOffered)
    .sort((a, b) => indexIn(offered, a) - indexIn(offered, b));
}

/** The person's soonest pairing, for the bot and the tab; null when there is none. */
export async function readMyPairing(ports: Ports, person: PersonId): Promise<PairingView | null> {
  const [current] = await currentPairings(ports, person);
  return current === undefined ? null : viewPairing(current, person, ports.now());
}

/** A pairing to be shown, and the records of its members. */
interface Viewed {
  readonly scheme: Pick<Scheme, 'id' | 'name' | 'zone'>;
  readonly pairing: PairingRecord;
  readonly people: ReadonlyMap<PersonId, PersonRecord>;
}

/** The days after the meeting week in which members may still choose a time, in milliseconds. */
const weekLong = 7 * day;

/**
 * A pairing as a member sees it.
 * @param now epoch milliseconds: offered times that are too near or over are left out
 */
export function viewPairing({ scheme, pairing, people }: Viewed, person: PersonId, now: number): PairingView {
  const { round, pairing: id, state, revision, lastMet, newLink } = pairing;
  const slot = slotOf(pairing);
  const followUp = pairing.followUps[person];
  const answerOf = (member: PersonId) =>
    hasSaidYes(pairing, member) ? 'accepted' : (answersOf(pairing)[member] ?? 'none');
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    round,
    pairing: id,
    state,
    revision,
    slot: slot && shownSlot(slot),
    isAfterWeek: slot !== null && endsAfter(slot, meetingWeek(round, scheme.zone).end + weekLong),
    offer: pairing.state === 'suggested' ? slotsToPress(pairing, now).map(shownSlot) : null,
    ...(pairing.allPress === true && {
      wishes: wishedSlots(pairing, now).map(({ person, slot }) => ({ person, slot: shownSlot(slot) })),
    }),
    joinUrl: slot && (eventOf(pairing)?.joinUrl ?? null),
    myAnswer: answerOf(person),
    mySaid: followUp !== undefined && followUp.start === slot?.start ? followUp.said : null,
    ...(pairing.state === 'cancelled' && pairing.by !== undefined && { isCalledOff: true as const }),
    seenAt: toIso(now),
    // Parsing drops what the others may not see, such as the language.
    partners: pairing.members
      .filter((id) => id !== person)
      .map((id) => {
        const { mail, ...member } = memberOf(id, people.get(id), scheme.zone);
        return memberView.parse({ ...member, ...(mail !== '' && { mail }), answer: answerOf(id) });
      }),
    lastMet,
    newLink,
    question: questionOf(pairing),
  };
}
