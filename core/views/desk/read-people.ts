import type { Ports } from '../../ports/ports.ts';
import type { Enrolment } from '../../ports/storage.ts';
import type { PairingRecord } from '../../records/pairing.ts';
import type { PersonId } from '../../records/person.ts';
import type { Round } from '../../records/round.ts';
import type { Scheme } from '../../records/scheme.ts';
import {
  readPlacesAfter,
  readRoundRecords,
  type RoundRecords,
  withTheirPairings,
} from '../../rounds/round-records.ts';
import { firstOf, type Page, type PageWanted } from '../../shared/page.ts';
import { type PersonInRound, placedPerson, enrolledPerson } from './person-in-round.ts';

type Reading = Pick<Ports, 'storage' | 'now'>;

/** Everybody in a round. */
export interface RoundPeople {
  /** In the order of their ids. */
  readonly everybody: readonly PersonInRound[];
  /** All pairings of the round that can be read, in the order of their ids. */
  readonly pairings: readonly PairingRecord[];
}

/** As many rows as storage gives at once. */
const mostAtOnce = 1000;

/**
 * How everybody stands in a round: whoever it has something for, and, until it is closed, whoever is enrolled.
 * @param enrolled everybody's enrolments in the scheme, when they are being read anyway
 */
export async function readAllPeople(
  ports: Reading,
  scheme: Scheme,
  round: Round,
  enrolled: readonly Enrolment[] | Promise<readonly Enrolment[]> = round.stage === 'closed'
    ? []
    : readEnrolments(ports, scheme),
): Promise<RoundPeople> {
  const [records, enrolments] = await Promise.all([
    readRoundRecords(ports, { scheme: scheme.id, round: round.round }),
    enrolled,
  ]);
  const everybody = everybodyIn(records, enrolments, { scheme, round, now: ports.now() });
  return { everybody, pairings: records.pairings.map(({ value }) => value) };
}

/** The same for one page of people. Only their part of storage is read. The cursor is the last id of the page before. */
export async function readPeoplePart(
  ports: Reading,
  scheme: Scheme,
  round: Round,
  { cursor, limit }: PageWanted,
): Promise<Page<PersonInRound>> {
  const key = { scheme: scheme.id, round: round.round };
  const after = cursor ?? null;
  const [places, enrolments] = await Promise.all([
    readPlacesAfter(ports, key, after, limit),
    round.stage === 'closed' ? [] : readEnrolments(ports, scheme, { after, most: limit }),
  ]);
  const lists = [[...places.placements.keys()].sort(), enrolments.map(({ person }) => person)];
  // Beyond the end of a list that was not read whole nobody knows who comes next.
  const ends = lists.flatMap((list) => (list.length < limit ? [] : (list.at(-1) ?? [])));
  const end = ends.sort()[0] ?? null;
  const known = [...new Set(lists.flat())].sort().filter((id) => end === null || id <= end);
  const ids = new Set(known.slice(0, limit));
  const records = await withTheirPairings(ports, key, places, ids);
  return {
    entries: everybodyIn(records, enrolments, { scheme, round, now: ports.now() }).filter(({ person }) =>
      ids.has(person),
    ),
    next: known.length > limit ? (known[limit - 1] ?? null) : end,
  };
}

/** How people are enrolled in a scheme, in the order of their ids: all, or at most so many of those after one. */
export async function readEnrolments(
  { storage }: Pick<Ports, 'storage'>,
  scheme: Scheme,
  { after, most }: { readonly after: PersonId | null; readonly most: number } = {
    after: null,
    most: Infinity,
  },
): Promise<Enrolment[]> {
  const atOnce = Math.min(most, mostAtOnce);
  const found: Enrolment[] = [];
  const all = storage.participants.enrolments({ scheme: scheme.id, after }, atOnce);
  for await (const one of firstOf(all, most)) found.push(one);
  return found;
}

function everybodyIn(
  { placements, pairings }: RoundRecords,
  enrolments: readonly Enrolment[],
  look: Parameters<typeof placedPerson>[2],
): PersonInRound[] {
  const byId = new Map(pairings.map(({ value }) => [value.pairing, value]));
  const placed = [...placements.values()].map((placement) =>
    placedPerson(placement, byId.get(placement.pairing ?? '') ?? null, look),
  );
  const others = enrolments
    .filter(({ person }) => !placements.has(person))
    .flatMap((enrolment) => enrolledPerson(enrolment, look) ?? []);
  return [...placed, ...others].sort((a, b) => (a.person < b.person ? -1 : 1));
}
