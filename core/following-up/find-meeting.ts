import type { Ports } from '../ports/ports.ts';
import { eventOf } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { Slot } from '../time/slot.ts';
import { type CurrentPairing, currentPairings } from '../rounds/current-pairings.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { viewPairing } from '../views/my-pairing.ts';
import type { PairingView } from '../words/pairing-view.ts';

/** The meeting that a button is about. */
export interface AboutMeeting {
  readonly scheme: string;
  readonly round: string;
  readonly pairing: string;
  /** Its start, epoch milliseconds. */
  readonly start: number;
}

/**
 * Why nothing was recorded. `not-yours`: the person is in no such pairing. `changed`: the meeting has another time by now, or
 * there is none. `not-over`, `over`: it has not ended, or has begun. `closed`: its round is closed.
 */
export interface MeetingRefused {
  readonly kind: 'refused';
  readonly reason: 'not-yours' | 'changed' | 'not-over' | 'over' | 'closed';
  /** The pairing as it is now, where they are in it. */
  readonly pairing: PairingView | null;
}

type Found = { readonly kind: 'found'; readonly current: CurrentPairing } | MeetingRefused;

/** Finds the booked meeting that a button is about, for a member. Refused: `not-yours`, `changed`, `closed`. */
export async function findMeeting(ports: Ports, person: PersonId, about: AboutMeeting): Promise<Found> {
  const { scheme: id, round: date, pairing: name, start } = about;
  const key = { scheme: id, round: date };
  const [scheme, round, pairing] = await Promise.all([
    ports.storage.schemes.get(id),
    ports.storage.rounds.get(key),
    ports.storage.pairings.get({ ...key, pairing: name }, leaveOut),
  ]);
  if (scheme === null || round === null || pairing?.value.members.includes(person) !== true) {
    return { kind: 'refused', reason: 'not-yours', pairing: null };
  }
  const people = await ports.storage.people.getMany(pairing.value.members);
  const current = { scheme: scheme.value, round: round.value, pairing: pairing.value, people };
  const refused = (reason: MeetingRefused['reason']): MeetingRefused => ({
    kind: 'refused',
    reason,
    pairing: viewPairing(current, person, ports.now()),
  });
  if (round.value.stage === 'closed') return refused('closed');
  if (pairing.value.state !== 'booked' || eventOf(pairing.value)?.slot.start !== start)
    return refused('changed');
  return { kind: 'found', current };
}

/** The booked meeting of a person that is over; null when there is none, or more than one. */
export function meetingJustOver(ports: Ports, person: PersonId): Promise<AboutMeeting | null> {
  return onlyMeeting(ports, person, ({ end }, now) => end <= now);
}

/** The booked meeting of a person that has not begun; null when there is none, or more than one. */
export function meetingNear(ports: Ports, person: PersonId): Promise<AboutMeeting | null> {
  return onlyMeeting(ports, person, ({ start }, now) => start > now);
}

async function onlyMeeting(
  ports: Ports,
  person: PersonId,
  isMeant: (slot: Slot, now: number) => boolean,
): Promise<AboutMeeting | null> {
  const now = ports.now();
  const found = (await currentPairings(ports, person)).flatMap(({ pairing }): AboutMeeting[] => {
    if (pairing.state !== 'booked' || !isMeant(pairing.event.slot, now)) return [];
    const { scheme, round, pairing: id } = pairing;
    return [{ scheme, round, pairing: id, start: pairing.event.slot.start }];
  });
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}
