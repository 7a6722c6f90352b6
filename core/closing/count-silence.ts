import { wasHeardSince } from '../enrolment/heard.ts';
import type { Ports } from '../ports/ports.ts';
import { hasSaidYes } from '../rounds/held.ts';
import { answersOf, type PairingRecord } from '../records/pairing.ts';
import { heardFrom, type Participant, without } from '../records/participant.ts';
import type { PersonId, PersonRecord } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { roundTimes } from '../schemes/round-times.ts';
import { change } from '../shared/change.ts';
import { concurrently } from '../shared/concurrently.ts';
import { leaveOut } from '../shared/leave-out.ts';

/** How a round counts for somebody. */
type Counted = 'silent' | 'unreached' | 'heard';

/**
 * Counts a round that is being closed as silent for people who were paired in it and said nothing at all, and as unreached for
 * those whom the app could not reach. People who were heard begin anew. People who were not paired keep what was counted. May be
 * repeated: each round is counted once.
 * @param pairings all of the round
 */
export async function countSilence(
  { storage }: Ports,
  scheme: Scheme,
  round: Round,
  pairings: readonly PairingRecord[],
): Promise<void> {
  // 1. Gather: everybody's place and row.
  const placements: Placement[] = [];
  for await (const { value } of storage.placements.list({ scheme: scheme.id, round: round.round })) {
    placements.push(value);
  }
  const pairingOf = new Map(pairings.map((pairing) => [pairing.pairing, pairing]));
  const people = await storage.people.getMany(
    placements.map(({ person }) => person),
    leaveOut,
  );

  // 2. Decide.
  const since = roundTimes(scheme, round.round).pairingAt;
  const counted = new Map(
    placements.flatMap((placement): [PersonId, Counted][] => {
      const pairing = placement.pairing === null ? undefined : pairingOf.get(placement.pairing);
      const one = countedAs(placement, pairing, people.get(placement.person), since);
      return one === null ? [] : [[placement.person, one]];
    }),
  );

  // 3. Write what changes. Rows that somebody else changes at the same time are read again.
  const withCount = (current: Participant): Participant | null => {
    const one = counted.get(current.person);
    return one === undefined ? null : countedIn(current, one, round.round);
  };
  const keys = [...counted.keys()].map((person) => ({ scheme: scheme.id, person }));
  const stored = await storage.participants.getMany(keys, leaveOut);
  const changes = stored.flatMap(({ value, version }) => {
    const wanted = withCount(value);
    return wanted === null ? [] : [{ value: wanted, version }];
  });
  const versions = await storage.participants.write(changes);
  const others = changes.filter((_, i) => (versions[i] ?? null) === null);
  await concurrently(others, ({ value: { person } }) =>
    change(
      storage.participants,
      { scheme: scheme.id, person },
      (current) => current && withCount(current),
      'leave-out',
    ),
  );
}

/**
 * How a round counts for somebody; null: not at all.
 * @param since when the round was paired: epoch milliseconds
 */
export function countedAs(
  { person, reason }: Placement,
  pairing: PairingRecord | undefined,
  known: Pick<PersonRecord, 'heardAt' | 'reachable'> | undefined,
  since: number,
): Counted | null {
  if (reason === 'unreachable' && known?.reachable === false) return 'unreached';
  if (wasHeardSince(known, since)) return 'heard';
  if (reason !== null || pairing?.members.includes(person) !== true) return null;
  // Of a meeting that could not be booked its members may never have heard.
  const isTold =
    pairing.state === 'booked' || (pairing.state === 'failed' && pairing.reason === 'nobody-chose');
  if (!isTold) return null;
  return hasAnswered(pairing, person) ? 'heard' : 'silent';
}

/** Whether a member answered the invitation, proposed another time, or said that they come, or whether they met. */
function hasAnswered(pairing: PairingRecord, person: PersonId): boolean {
  const answer = answersOf(pairing)[person] ?? 'none';
  const isDealtWith = [person, `proposed:${person}`].some((key) => key in pairing.handled);
  return answer !== 'none' || isDealtWith || hasSaidYes(pairing, person) || person in pairing.followUps;
}

/** The participant once a round is counted; null when nothing changes. */
function countedIn(participant: Participant, as: Counted, round: string): Participant | null {
  const { silent = 0, unreached = 0, counted } = participant;
  if (as === 'heard') return silent + unreached === 0 ? null : heardFrom(participant);
  if (counted === round) return null;
  const more = { [as]: (participant[as] ?? 0) + 1, counted: round };
  if (as === 'unreached') return { ...participant, ...more };
  // A silent person was reached.
  return { ...without(participant, 'unreached'), ...more };
}
