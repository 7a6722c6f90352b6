import { gatherPeople } from '../pairing/gather-people.ts';
import type { Ports } from '../ports/ports.ts';
import { isAhead, isUnderWay, type PairingRecord, slotOf } from '../records/pairing.ts';
import { lastMeetingEnd, nextStart } from '../rounds/next-meeting.ts';
import { isAway } from '../records/participant.ts';
import type { DirectoryPerson, PersonId } from '../records/person.ts';
import { lookBefore, type Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import {
  readRoundRecords,
  readWatchedRecords,
  type RoundRecords,
  withPlacesOf,
} from '../rounds/round-records.ts';
import { clockOf, day, wallOf } from '../time/clock.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import { candidatesFor, readAround } from './candidates.ts';
import { type AnswersRead, readAnswers } from './read-answers.ts';
import { readEverybody, readPresence, withPresence } from './read-presence.ts';
import type { Situation } from './situation/situation.ts';
import {
  canTakePart,
  isNewlyAlone,
  type Known,
  howManyLeftAlone,
  whichAreConcerned,
  whoIsAlone,
} from './who-is-concerned.ts';

/** Which answers a look reads: all, those about meetings that begin within half an hour, or none. */
export type Scope = 'all' | 'soon' | 'none';

interface Gathered extends Situation {
  /** Whether an answer, a time or a link was recorded. */
  readonly isNews: boolean;
}

/**
 * Reads what a repair is decided from: first the answers, then whom they concern, then the calendars of those alone. Where
 * somebody is alone, a few pairings are drawn in which they may find company. When nothing concerns anybody, no calendar and
 * no directory entry is read, except that the first look of a day asks the directory about everybody.
 * @param round its plan is already recorded
 * @param isFirstOfDay whether no look of that day has read the directory; see `isFirstLookOfDay`
 * @throws a neighbour's failure, so that no partial answer passes for a whole one
 */
export async function gatherSituation(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  scope: Scope,
  isFirstOfDay: boolean,
): Promise<Gathered> {
  // 1. The records, and the answers.
  const now = ports.now();
  const begun = await readRecords(ports, round, scope, isFirstOfDay);
  const week = meetingWeek(round.round, scheme.zone);
  const answers = await readAnswers(
    ports,
    round,
    begun.pairings.filter(({ value }) => isInScope(value, scope, round, now)),
  );

  // 2. Whom they concern.
  const known = await readWhoIsThere(ports, {
    scheme,
    round,
    week,
    now,
    pairings: withAnswers(begun, answers),
    heard: answers.heard,
    gone: answers.gone,
    placements: begun.placements,
    isFirstOfDay,
    enrolled: new Map(),
    absent: new Set(),
  });
  const concerned = whichAreConcerned(known);
  const left = now < week.end ? howManyLeftAlone(known, concerned) : 0;
  const seekers = await readSeekers(ports, known, left > 0);
  const around = await readAround(
    ports,
    begun,
    known,
    scope === 'all' ? 0 : seekers.length + left,
    concerned,
  );
  const pairings = withAnswers(around, answers);
  const candidates = candidatesFor({ ...known, pairings }, concerned, seekers.length + left);

  // 3. Their places and calendars.
  const looked = [...concerned, ...candidates];
  const ids = [...looked.flatMap(({ members }) => members), ...seekers];
  const { placements, unreadable } = await withPlacesOf(ports, round, around, ids);
  const lastEnd = Math.max(week.end, lastMeetingEnd(looked) ?? 0);
  const { people, withdrewAt } = await readPeople(ports, known, ids, { until: lastEnd, unreadable });

  const chosen = new Set(looked.map(({ pairing }) => pairing));
  return {
    scheme,
    round,
    week,
    now,
    seed: round.seed,
    organisers: ports.organisers,
    pairings: looked,
    others: pairings.filter((pairing) => !chosen.has(pairing.pairing)),
    heard: answers.heard,
    gone: answers.gone,
    unreadable: answers.unreadable,
    placements,
    withdrewAt,
    people,
    isNews: answers.isNews,
  };
}

/**
 * The records with which a look begins: all in the first look of a day; else all pairings, or those that begin soon with the
 * next after them, or only those in which something changed.
 */
async function readRecords(
  ports: Ports,
  round: Round,
  scope: Scope,
  isFirstOfDay: boolean,
): Promise<RoundRecords> {
  if (isFirstOfDay) return readRoundRecords(ports, round);
  if (scope === 'all') return readWatchedRecords(ports, round, null);
  const now = ports.now();
  if (scope === 'none') return readWatchedRecords(ports, round, { start: now, end: now });
  const start = Math.min(now, (round.lookedAheadAt ?? 0) + lookBefore);
  const found = await readWatchedRecords(ports, round, { start, end: now + day });
  const next = nextStart(
    found.pairings.map(({ value }) => value),
    now + lookBefore,
  );
  // Of those that begin later, not all were read.
  return next !== null && next < now + day ? found : readWatchedRecords(ports, round, null);
}

/** Whether the directory was last read on an earlier day, by the scheme's clock. `now`: epoch milliseconds. */
export function isFirstLookOfDay({ zone }: Scheme, { directoryReadAt }: Round, now: number): boolean {
  const dateAt = (instant: number) => Math.floor(wallOf(clockOf(zone), instant) / day);
  return dateAt(directoryReadAt) < dateAt(now);
}

/** Whether a look reads the answers about a pairing. */
function isInScope(pairing: PairingRecord, scope: Scope, round: Round, now: number): boolean {
  if (scope === 'all') return isAhead(pairing, now) || isUnderWay(pairing, { round, now });
  const slot = slotOf(pairing);
  if (scope === 'none' || slot === null) return false;
  // The look before has read the answers about earlier ones.
  const { start } = slot;
  return start <= now + lookBefore && start > (round.lookedAheadAt ?? 0) + lookBefore;
}

function withAnswers({ pairings }: RoundRecords, answers: AnswersRead): PairingRecord[] {
  const read = new Map(answers.pairings.map((pairing) => [pairing.pairing, pairing]));
  return pairings.map(({ value }) => read.get(value.pairing) ?? value);
}

/** Reads whether people can take part for whom something changed; in the first look of the day everybody. */
async function readWhoIsThere(ports: Ports, records: Known): Promise<Known> {
  const known = records.isFirstOfDay ? await readEverybody(ports, records) : records;
  const { pairings, placements, now, scheme } = known;
  const isChanged = (person: PersonId) => (placements.get(person)?.changedAt ?? null) !== null;
  const open = pairings.filter((pairing) => isAhead(pairing, now) || isUnderWay(pairing, known));
  const members = open.flatMap(({ members }) => members);
  return withPresence(known, await readPresence(ports, scheme.id, members.filter(isChanged)));
}

/**
 * People without a meeting who look for company: everybody in the first look of a day, and whenever there is somebody new to
 * meet. In the other looks nobody.
 */
async function readSeekers(ports: Ports, known: Known, isSomebodyLeft: boolean): Promise<PersonId[]> {
  const alone = whoIsAlone(known);
  const isTried = known.isFirstOfDay || isSomebodyLeft || alone.some((person) => isNewlyAlone(known, person));
  if (!isTried) return [];
  const now = withPresence(known, await readPresence(ports, known.scheme.id, alone));
  return alone.filter((person) => canTakePart(now, person, Math.max(known.week.start, known.now)));
}

/**
 * Reads what a repair needs to know of people: their directory entry, calendar and history.
 * @param but people who are away until `until` (epoch milliseconds) are left out. `unreadable`: people whose placement cannot be
 *   read. They cannot be moved: where they are could not be recorded.
 */
async function readPeople(
  ports: Ports,
  { scheme, round, week }: Known,
  ids: readonly PersonId[],
  { until, unreadable }: { readonly until: number; readonly unreadable: ReadonlySet<PersonId> },
): Promise<Pick<Situation, 'people' | 'withdrewAt'>> {
  if (ids.length === 0) return { people: new Map(), withdrewAt: new Map() };
  const keys = [...new Set(ids)].map((person) => ({ scheme: scheme.id, person }));
  const unknown = new Set<PersonId>();
  const stored = await ports.storage.participants.getMany(keys, (person) => unknown.add(person));
  const enrolled = stored.map(({ value }) => value);
  const present = enrolled.filter((one) => !isAway(one, scheme.zone, until - 1));
  const read = (able: readonly DirectoryPerson[]) => ports.calendars.freeBusy(able, week);
  const people = await gatherPeople(ports, scheme, present, read, unknown);
  const { apart = [] } = round;
  const others = (id: PersonId) => apart.flatMap((pair) => (pair.includes(id) ? pair : []));
  return {
    people: new Map(
      people.map((one) => {
        const person = { ...one, neverWith: [...(one.neverWith ?? []), ...others(one.id)] };
        return [
          person.id,
          unreadable.has(person.id) ? { ...person, freeBusy: { kind: 'record-unreadable' } } : person,
        ];
      }),
    ),
    withdrewAt: new Map(
      enrolled.flatMap(({ person, withdrewAt }) => (withdrewAt === null ? [] : [[person, withdrewAt]])),
    ),
  };
}
