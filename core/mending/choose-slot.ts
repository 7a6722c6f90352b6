import type { Ports } from '../ports/ports.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Slot } from '../records/slot.ts';
import { type CurrentPairing, currentPairings } from '../rounds/current-pairings.ts';
import { change } from '../shared/change.ts';
import { viewPairing } from '../views/my-pairing.ts';
import { movedTo } from './cases/answers.ts';
import { lookAtPairing } from './look-at-pairing.ts';
import { type ChooseResult, hasBegun, mayChoose } from './other-times.ts';

/** A press on a time that a card offered. */
export interface Choice {
  readonly pairing: string;
  /** The revision that the card showed. */
  readonly revision: number;
  /** ISO 8601 instant. */
  readonly start: string;
}

/**
 * A member chooses a slot for their pairing: it is booked there when what they could choose still stands, and the slot
 * suits everybody by a fresh look. The first of several choices counts; the same one twice is one.
 */
export async function chooseSlot(ports: Ports, person: PersonId, choice: Choice): Promise<ChooseResult> {
  const all = await currentPairings(ports, person);
  // Pairings of two rounds may have the same id; what is to be chosen lies in the week of its own.
  const named = all.filter(({ pairing }) => pairing.pairing === choice.pairing);
  const current = named.find(({ round }) => liesIn(round, choice.start)) ?? named[0];
  if (current === undefined) {
    const [other] = all;
    const pairing = other === undefined ? null : viewPairing(other, person, ports.now());
    return { kind: 'refused', reason: pairing === null ? 'no-pairing' : 'changed', pairing };
  }
  const as = (pairing: PairingRecord) => viewPairing({ ...current, pairing }, person, ports.now());

  // 1. Does what could be chosen still stand? A repeat of the choice finds it made.
  if (hasBegun(current, ports.now())) {
    return { kind: 'refused', reason: 'begun', pairing: as(current.pairing) };
  }
  if (isMade(current.pairing, choice)) return made(ports, current, current.pairing, person);
  if (!stillStands(current.pairing, choice) || !mayChoose(current, ports.now())) {
    return { kind: 'refused', reason: 'changed', pairing: as(current.pairing) };
  }

  // 2. Is the slot free for all?
  const slot = slotFrom(choice.start, current.pairing.minutes);
  const { suitsAll, offer } = await lookAtPairing(ports, current);
  if (slot === null || !suitsAll(slot)) {
    return { kind: 'refused', reason: 'taken', pairing: { ...as(current.pairing), offer } };
  }

  // 3. Record it, then ask for the calendar to follow.
  const { scheme, round, pairing } = current.pairing;
  const now = await change(ports.storage.pairings, { scheme, round, pairing }, (stored) =>
    stored !== null && stillStands(stored, choice) && mayChoose({ ...current, pairing: stored }, ports.now())
      ? toldToOthers(movedTo(stored, slot, 'chosen', person, {}), person)
      : null,
  );
  if (now === null || !isMade(now, choice)) {
    return { kind: 'refused', reason: 'changed', pairing: as(now ?? current.pairing) };
  }
  return made(ports, current, now, person);
}

/**
 * Who chose has the answer to the press. Somebody else who pressed too late has one as well, and is told all the same: their
 * answer may have got lost on its way, and was given before the meeting was booked, which may end at another time or none.
 */
function toldToOthers(pairing: PairingRecord, person: PersonId): PairingRecord {
  return { ...pairing, tell: pairing.members.map(({ id }) => id).filter((id) => id !== person) };
}

/** Whether an instant lies in the meeting week of a round. */
function liesIn({ weekStart, weekEnd }: Round, start: string): boolean {
  const at = Date.parse(start);
  return Date.parse(weekStart) <= at && at < Date.parse(weekEnd);
}

/** Whether nothing has changed of what the choice was among. */
function stillStands({ revision, choicesSince }: PairingRecord, choice: Choice): boolean {
  return choicesSince <= choice.revision && choice.revision <= revision;
}

/** Whether the pairing's meeting stands where the choice wants it, or is to: by this choice, or before it. */
function isMade({ state, slot }: PairingRecord, choice: Choice): boolean {
  const isFixed = state === 'planned' || state === 'booked';
  return isFixed && slot !== null && Date.parse(slot.start) === Date.parse(choice.start);
}

async function made(
  ports: Ports,
  current: CurrentPairing,
  pairing: PairingRecord,
  person: PersonId,
): Promise<ChooseResult> {
  const { scheme, round, pairing: id, revision, slot } = pairing;
  await ports.queue.put([{ kind: 'book', scheme, round, pairings: [id] }]);
  if (slot !== null) {
    // Its answers are to be read shortly before it begins, whatever the last look knew.
    await change(ports.storage.rounds, { scheme, round }, (known): Round | null =>
      known && isSooner(slot.start, known.nextMeetingAt) ? { ...known, nextMeetingAt: slot.start } : null,
    );
  }
  ports.log('slot chosen', { scheme, round, pairing: id, revision, person });
  return { kind: 'chosen', pairing: viewPairing({ ...current, pairing }, person, ports.now()) };
}

/** Whether an instant comes before another one, or before none at all. */
function isSooner(start: string, next: string | null): boolean {
  return next === null || Date.parse(start) < Date.parse(next);
}

/** Null for what is no instant. */
function slotFrom(start: string, minutes: number): Slot | null {
  const at = Date.parse(start);
  if (Number.isNaN(at)) return null;
  return { start: new Date(at).toISOString(), end: new Date(at + minutes * 60_000).toISOString() };
}
