import type { Hand } from '../api/desk.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { PlacementReason } from '../records/placement.ts';
import type { Round } from '../records/round.ts';
import { isRefused, isUnderWayRound } from '../rounds/possible-acts.ts';
import type { RoundPeople } from '../views/desk/read-people.ts';
import { detailOf, type PersonInRound } from '../views/desk/person-in-round.ts';

/** Something that needs a coordinator's hand, without names. What it has nothing of is left out. */
export interface FoundHand extends Pick<Hand, 'kind' | 'count'> {
  readonly round?: string;
  readonly people?: readonly PersonId[];
  readonly pairings?: readonly Pick<PairingRecord, 'pairing' | 'members'>[];
  readonly detail?: string | null;
}

/** How many people, and pairings, are named. */
export const mostNamed = 20;

/** A round that is not closed, as it stands. */
export interface RoundNow extends RoundPeople {
  readonly round: Round;
  readonly told: ReadonlyMap<PersonId, string>;
}

/** Why people have nobody to meet whom somebody could still pair by hand. */
const mayBePaired: ReadonlySet<PlacementReason | null> = new Set([
  'no-common-slot',
  'better-used-elsewhere',
  'alone',
  'not-booked',
  'partner-left',
  'joined-late',
]);

/**
 * What needs a hand in a round that is paired and not closed, the most urgent first. Once its week is over, nobody can be paired
 * or booked in it any more.
 * @param now epoch milliseconds
 */
export function decideHands({ round, everybody, pairings, told }: RoundNow, now: number): FoundHand[] {
  if (!isUnderWayRound(round)) return [];
  const inRound = { round: round.round };
  const takePart = everybody.filter(({ step }) => step !== 'enrolled');
  const ofPeople = (
    kind: Hand['kind'],
    some: readonly PersonInRound[],
    detail: string | null = null,
  ): FoundHand[] =>
    some.length === 0
      ? []
      : [{ ...inRound, kind, count: some.length, people: some.map(({ person }) => person), detail }];
  const notReached = ofPeople(
    'not-reached',
    takePart.filter(({ person }) => told.get(person) === 'unreachable'),
  );
  if (now >= round.weekEnd) return notReached;

  const refused = pairings.filter(isRefused);
  const unreadable = takePart.filter(({ reason }) => reason === 'calendar-unreadable');
  const alone = takePart.filter(
    ({ reason, named }) => mayBePaired.has(reason) && !(named !== null && isRefused(named)),
  );
  return [
    ...(refused.length === 0
      ? []
      : [{ ...inRound, kind: 'refused-by-outlook', count: refused.length, pairings: refused } as const]),
    ...ofPeople('nobody-to-meet', alone),
    ...notReached,
    ...[...Map.groupBy(unreadable, detailOf)].flatMap(([code, some]) =>
      ofPeople('calendar-unreadable', some, code),
    ),
  ];
}
