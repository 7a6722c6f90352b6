import type { Ports } from '../ports/ports.ts';
import { isWishedByOthers, type PairingRecord, slotOf, wishesOf } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Revision } from '../records/repair.ts';
import type { Round } from '../records/round.ts';
import { bringAbout } from '../rounds/bring-about.ts';
import { type Slot, slotAt } from '../time/slot.ts';
import { type CurrentPairing, currentPairings } from '../rounds/current-pairings.ts';
import { changePairing } from '../rounds/change-pairing.ts';
import { hasBegun, mayChoose, weeksFor } from '../rounds/may-choose.ts';
import { day } from '../time/clock.ts';
import { viewPairing } from '../views/my-pairing.ts';
import { shownSlot } from '../words/pairing-view.ts';
import { lookAtPairing } from './look-at-pairing.ts';
import { type ChooseResult, whenAway } from './other-times.ts';
import { moveMeeting, wishFor } from './situation/revise.ts';

/** A press on a time that a card offered. */
export interface Choice {
  readonly pairing: string;
  /** The revision that the card showed. */
  readonly revision: number;
  /** Epoch milliseconds. */
  readonly start: number;
}

/**
 * A member chooses a slot for their pairing. It is recorded, and booking is queued, when the card is still valid and the
 * slot suits everybody by calendars read now. The first of several choices wins; a repeat of it changes nothing. Where all
 * members must press the same slot, each choice is kept as a wish, the latest of a member, until the last one is the same.
 * Refused: `no-pairing`, `not-taking-part`, `begun`, `changed`, `taken` (see `ChooseResult`).
 */
export async function chooseSlot(ports: Ports, person: PersonId, choice: Choice): Promise<ChooseResult> {
  const all = await currentPairings(ports, person);
  // Pairings of two rounds may have the same id: the chosen time lies in the week of the one that is meant.
  const named = all.filter(({ pairing }) => pairing.pairing === choice.pairing);
  const current = named.find(({ round }) => isInWeek(round, choice.start)) ?? named[0];
  if (current === undefined) {
    const [other] = all;
    const pairing = other === undefined ? null : viewPairing(other, person, ports.now());
    return { kind: 'refused', reason: pairing === null ? 'no-pairing' : 'changed', pairing };
  }
  const viewOf = (pairing: PairingRecord) => viewPairing({ ...current, pairing }, person, ports.now());

  // 1. Do they take part? Is the card still valid? A repeat of a choice finds it made.
  const slot = slotAt(choice.start, current.pairing.minutes);
  const isAwayAt = await whenAway(ports, current, person);
  if (isAwayAt(slot.start)) {
    return { kind: 'refused', reason: 'not-taking-part', pairing: null };
  }
  if (hasBegun(current, ports.now()) && !mayChoose(current, ports.now())) {
    return { kind: 'refused', reason: 'begun', pairing: viewOf(current.pairing) };
  }
  if (isMade(current.pairing, choice)) return confirm(ports, current, current.pairing, person);
  if (!isValid(current.pairing, choice) || !mayChoose(current, ports.now())) {
    return { kind: 'refused', reason: 'changed', pairing: viewOf(current.pairing) };
  }

  // 2. Does the slot suit all?
  const readAt = ports.now();
  const weeks = weeksFor(current, readAt);
  const week = weeks.find(({ end }) => slot.start < end) ?? weeks.at(-1);
  if (week === undefined) return { kind: 'refused', reason: 'changed', pairing: viewOf(current.pairing) };
  const { suitsAll, offer, allPress } = await lookAtPairing(ports, current, week);
  if (!suitsAll(slot)) {
    return {
      kind: 'refused',
      reason: 'taken',
      pairing: { ...viewOf(current.pairing), offer: offer.map(shownSlot) },
    };
  }

  // 3. Record it, then queue the booking.
  const now = await changePairing(ports, current.pairing, (stored) =>
    isValid(stored, choice) && mayChoose({ ...current, pairing: stored }, ports.now())
      ? pressed({ ...stored, readAt }, slot, person, allPress, ports.now())
      : null,
  );
  if (now !== null && isMade(now, choice)) return confirm(ports, current, now, person);
  if (now !== null && wishesOf(now)[person] === choice.start) {
    await queueMessages(ports, now);
    return { kind: 'wished', pairing: viewOf(now) };
  }
  return { kind: 'refused', reason: 'changed', pairing: viewOf(now ?? current.pairing) };
}

/**
 * What becomes of a pairing when a member presses a slot; null: nothing new.
 * @param allPress whether all members must press the same slot
 */
function pressed(
  pairing: PairingRecord,
  slot: Slot,
  person: PersonId,
  allPress: boolean,
  now: number,
): Revision | null {
  if (!allPress || isWishedByOthers(pairing, person, slot.start)) return chosen(pairing, slot, person, now);
  if (pairing.state !== 'booked' && pairing.state !== 'suggested') return null;
  return wishesOf(pairing)[person] === slot.start ? null : wishFor(pairing, person, slot, now);
}

/** Has the messages about a wish sent. */
async function queueMessages(ports: Ports, { scheme, round, pairing }: PairingRecord): Promise<void> {
  await ports.queue.put([{ kind: 'tell', scheme, round, pairings: [pairing], people: [] }]);
}

/**
 * The chooser has the answer to their press. All others get a message, even one who pressed the same time a moment later:
 * their answer may have been lost, and it came before the booking, which may end at another time or fail.
 */
function chosen(pairing: PairingRecord, slot: Slot, person: PersonId, now: number): Revision {
  const to = pairing.members.filter((id) => id !== person);
  return moveMeeting(pairing, slot, { news: 'chosen', because: person, to }, {}, now);
}

/** Whether an instant (epoch milliseconds) lies in the meeting week of a round. */
function isInWeek({ weekStart, weekEnd }: Round, at: number): boolean {
  return weekStart <= at && at < weekEnd + 7 * day;
}

/** Whether the card was sent since the choices of the pairing last changed. */
export function isValid(
  { revision, choicesSince }: PairingRecord,
  choice: Pick<Choice, 'revision'>,
): boolean {
  return choicesSince <= choice.revision && choice.revision <= revision;
}

/** Whether the pairing's meeting already is, or will be booked, at the chosen time. */
function isMade(pairing: PairingRecord, choice: Choice): boolean {
  return slotOf(pairing)?.start === choice.start;
}

async function confirm(
  ports: Ports,
  current: CurrentPairing,
  pairing: PairingRecord,
  person: PersonId,
): Promise<ChooseResult> {
  const { scheme, round, pairing: id, revision } = pairing;
  await bringAbout(ports, pairing);
  ports.log('slot chosen', { scheme, round, pairing: id, revision, person });
  return { kind: 'chosen', pairing: viewPairing({ ...current, pairing }, person, ports.now()) };
}
