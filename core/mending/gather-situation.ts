import { gatherPeople } from '../pairing/gather-people.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import { isAhead, isUnderWay, lastMeetingEnd, type PairingRecord } from '../records/pairing.ts';
import { isAway, type Participant } from '../records/participant.ts';
import type { DirectoryPerson, PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { readRoundRecords } from '../rounds/round-records.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import { readAnswers } from './read-answers.ts';
import type { Situation } from './situation/situation.ts';

export interface GatheredSituation {
  readonly situation: Situation;
  /** Pairings outside the scope. */
  readonly others: readonly PairingRecord[];
}

/** Which pairings of a round are looked at: all, or those whose meeting begins within two hours or is under way. */
export type Scope = 'all' | 'soon';

/** What decides whether a meeting has begun or is over: the time, and when answers were last read. */
type Moment = Pick<Situation, 'round' | 'now'>;

/** How far the scope `soon` reaches, in milliseconds: two hours. A look at all, every hour, sees later meetings in time. */
const soon = 2 * 60 * 60_000;

/**
 * Reads everything a repair is decided from: the round's pairings and placements, who still takes part, the calendars of
 * everybody who has a meeting ahead or looks for one, and the answers to invitations. Calendars are read before the
 * answers, so that every answer that a calendar already shows is read too.
 * @param round its plan is already recorded
 * @throws a neighbour's failure, so that no partial answer passes for a whole one
 */
export async function gatherSituation(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  scope: Scope,
): Promise<GatheredSituation> {
  const { pairings: found, placements, unreadable } = await readRoundRecords(ports, round);
  const now = ports.now();
  const week = meetingWeek(round.round, scheme.zone);
  const moment = { round, now };
  const isInScope = ({ value }: Versioned<PairingRecord>) => scope === 'all' || isSoon(value, moment);
  const all = found.map(({ value }) => value);
  const isPersonInScope = personScope(scope, all, moment);
  const underWay = membersOf(all.filter((pairing) => isUnderWay(pairing, moment)));
  const lastEnd = Math.max(week.end, lastMeetingEnd(all) ?? week.end);
  const withdrewAt = new Map<PersonId, number>();
  const participants: Participant[] = [];
  const unknown = new Set<PersonId>();
  const enrolled = ports.storage.participants.list({ scheme: scheme.id }, (person) => {
    if (isPersonInScope(person)) unknown.add(person);
  });
  for await (const { value } of enrolled) {
    const { person, withdrewAt: since } = value;
    if (since !== null && underWay.has(person)) withdrewAt.set(person, since);
    if (!isAway(value, scheme.zone, lastEnd - 1) && isPersonInScope(person)) participants.push(value);
  }
  const read = (able: readonly DirectoryPerson[]) => ports.calendars.freeBusy(able, week);
  const people = await gatherPeople(ports, scheme, participants, read, unknown);

  const window = scope === 'all' ? week : { start: now, end: now + soon };
  const answers = await readAnswers(ports, round, found.filter(isInScope), window);
  return {
    others: found.filter((one) => !isInScope(one)).map(({ value }) => value),
    situation: {
      scheme,
      round,
      week,
      now,
      seed: round.seed,
      organisers: ports.organisers,
      pairings: answers.pairings,
      heard: answers.heard,
      gone: answers.gone,
      placements,
      withdrewAt,
      people: new Map(
        people.map((person) => [
          person.id,
          // They cannot be moved: where they are could not be recorded.
          unreadable.has(person.id) ? { ...person, freeBusy: { kind: 'record-unreadable' } } : person,
        ]),
      ),
    },
  };
}

/**
 * Tells whose calendar and directory entry are read. Scope `soon`: members of meetings that begin soon or are under way.
 * Scope `all`: until the week is over everybody but those who have met; afterwards members of meetings still ahead or under
 * way.
 */
function personScope(
  scope: Scope,
  pairings: readonly PairingRecord[],
  moment: Moment,
): (person: PersonId) => boolean {
  if (scope === 'soon') {
    const members = membersOf(pairings.filter((pairing) => isSoon(pairing, moment)));
    return (person) => members.has(person);
  }
  if (moment.now >= moment.round.weekEnd) {
    const open = membersOf(
      pairings.filter((pairing) => isAhead(pairing, moment.now) || isUnderWay(pairing, moment)),
    );
    return (person) => open.has(person);
  }
  const over = membersOf(pairings.filter((pairing) => isOver(pairing, moment)));
  return (person) => !over.has(person);
}

/** Whether the meeting is over and its answers were read since: nothing can be mended any more. */
function isOver(pairing: PairingRecord, moment: Moment): boolean {
  return pairing.state === 'booked' && !isAhead(pairing, moment.now) && !isUnderWay(pairing, moment);
}

/** Whether the meeting is under way or begins within two hours. */
function isSoon(pairing: PairingRecord, moment: Moment): boolean {
  const { now } = moment;
  if (pairing.state !== 'booked') return false;
  return isUnderWay(pairing, moment) || (isAhead(pairing, now) && pairing.event.slot.start <= now + soon);
}

function membersOf(pairings: readonly PairingRecord[]): ReadonlySet<PersonId> {
  return new Set(pairings.flatMap(({ members }) => members));
}
