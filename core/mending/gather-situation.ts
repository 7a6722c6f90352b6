import { gatherPeople } from '../pairing/gather-people.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import { isAhead, isUnderWay, type PairingRecord } from '../records/pairing.ts';
import { isAway, type Participant } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import type { Situation } from './cases/situation.ts';
import { readAnswers } from './read-answers.ts';

export type GatheredSituation =
  | {
      readonly kind: 'ready';
      readonly situation: Situation;
      /** Pairings that are not looked at. */
      readonly others: readonly PairingRecord[];
    }
  /** Others are at work in a mailbox: come back then (epoch milliseconds). */
  | { readonly kind: 'wait'; readonly until: number };

/** Which part of a round is looked at: all of it, or those meetings alone that begin within two hours or are under way. */
export type Scope = 'all' | 'ahead';

/** Which meetings are ahead, under way or over depends on the moment, and on the last look at them. */
type Moment = Pick<Situation, 'round' | 'now'>;

/** What begins later than that is seen by a look after all, hourly, before it begins. */
const lookAhead = 2 * 60 * 60_000;

/**
 * Reads how a round, or what is about to begin in it, stands: answers, who still takes part, and a fresh look into the
 * calendars of all who have a meeting ahead or look for one. Calendars are read before the answers, so that an answer given
 * in between explains what they show.
 * @param round past its pairing: all that was planned is on record
 * @throws a neighbour's failure, so that no partial answer passes for a whole one
 */
export async function gatherSituation(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  scope: Scope,
): Promise<GatheredSituation> {
  const found: Versioned<PairingRecord>[] = [];
  for await (const pairing of ports.storage.pairings.list(round)) found.push(pairing);
  const placements = new Map<PersonId, Placement>();
  for await (const { value } of ports.storage.placements.list(round)) placements.set(value.person, value);

  const now = ports.now();
  const week = meetingWeek(round.round, scheme.zone);
  const moment = { round, now };
  const isConcerned = ({ value }: Versioned<PairingRecord>) => scope === 'all' || isSoon(value, moment);
  const concerns = concernedBy(
    scope,
    found.map(({ value }) => value),
    moment,
  );
  const underWay = membersOf(
    found.map(({ value }) => value).filter((pairing) => isUnderWay(pairing, moment)),
  );
  const lastEnd = found.reduce(
    (last, { value: { slot } }) => Math.max(last, Date.parse(slot?.end ?? round.weekEnd)),
    week.end,
  );
  const withdrewAt = new Map<PersonId, string>();
  const participants: Participant[] = [];
  for await (const { value } of ports.storage.participants.list({ scheme: scheme.id })) {
    const { person, withdrewAt: since } = value;
    if (since !== null && underWay.has(person)) withdrewAt.set(person, since);
    if (!isAway(value, scheme.zone, lastEnd - 1) && concerns(person)) participants.push(value);
  }
  const people = await gatherPeople(ports, scheme, participants, (able) =>
    ports.calendars.freeBusy(able, week),
  );

  const concerned = found.filter(isConcerned);
  const window = scope === 'all' ? week : { start: now, end: now + lookAhead };
  const answers = await readAnswers(ports, round, concerned, window);
  if (answers.kind === 'wait') return answers;
  return {
    kind: 'ready',
    others: found.filter((one) => !isConcerned(one)).map(({ value }) => value),
    situation: {
      scheme,
      round,
      week,
      now,
      seed: round.seed,
      organisers: ports.organisers,
      pairings: answers.pairings,
      heard: answers.heard,
      placements,
      withdrewAt,
      people: new Map(people.map((person) => [person.id, person])),
    },
  };
}

/**
 * Who is looked at: all who have something ahead or, until the week is over, look for it; or the members of what is about to
 * begin.
 */
function concernedBy(
  scope: Scope,
  pairings: readonly PairingRecord[],
  moment: Moment,
): (person: PersonId) => boolean {
  if (scope === 'ahead') {
    const soon = membersOf(pairings.filter((pairing) => isSoon(pairing, moment)));
    return (person) => soon.has(person);
  }
  if (moment.now >= Date.parse(moment.round.weekEnd)) {
    const open = membersOf(
      pairings.filter((pairing) => isAhead(pairing, moment.now) || isUnderWay(pairing, moment)),
    );
    return (person) => open.has(person);
  }
  const over = membersOf(pairings.filter((pairing) => isOver(pairing, moment)));
  return (person) => !over.has(person);
}

/** Whether its members have met, or should have: nothing is to be mended any more. */
function isOver(pairing: PairingRecord, moment: Moment): boolean {
  return pairing.state === 'booked' && !isAhead(pairing, moment.now) && !isUnderWay(pairing, moment);
}

/** Whether it is under way or about to begin. */
function isSoon(pairing: PairingRecord, moment: Moment): boolean {
  const { state, slot } = pairing;
  const { now } = moment;
  if (isUnderWay(pairing, moment)) return true;
  return (
    state === 'booked' && slot !== null && isAhead(pairing, now) && Date.parse(slot.start) <= now + lookAhead
  );
}

function membersOf(pairings: readonly PairingRecord[]): ReadonlySet<PersonId> {
  return new Set(pairings.flatMap(({ members }) => members.map(({ id }) => id)));
}
