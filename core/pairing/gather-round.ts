import type { Ports } from '../ports/ports.ts';
import type { Participant, PastMeeting } from '../records/participant.ts';
import { openMeetingsOfMember } from '../rounds/held.ts';
import type { DirectoryPerson, PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import type { Interval } from '../time/interval.ts';
import { gatherPeople } from './gather-people.ts';
import type { Gathered } from './gathered.ts';
import type { Admission } from './who-is-in.ts';

/**
 * Reads what the plan of a round is decided from: directory entries, free/busy of the meeting week, and past meetings of those
 * who take part. Free/busy is read and stored once a round; a repeat uses the stored one.
 * @param rounds all rounds of the scheme
 * @param participants who takes part
 * @param unreadable people of whom it is not known, since what is stored about them cannot be read
 * @throws a neighbour's failure, so that no partial answer passes for a whole one
 */
export async function gatherRound(
  ports: Ports,
  { scheme, round, rounds }: Pick<Admission, 'scheme' | 'round' | 'rounds'>,
  participants: readonly Participant[],
  unreadable: ReadonlySet<PersonId>,
): Promise<Gathered> {
  const week = { start: round.weekStart, end: round.weekEnd };
  const open = await openMeetings(ports, scheme, round, rounds);
  const read = (able: readonly DirectoryPerson[]) => readFreeBusy(ports, round, able, week);
  const gathered = await gatherPeople(ports, scheme, participants, read, unreadable);
  const people = gathered.map((person) => ({
    ...person,
    meetings: [...person.meetings, ...(open.get(person.id) ?? []).filter(isNotIn(person.meetings))],
  }));
  return { scheme, round, people };
}

/** The stored free/busy of the round, stored now when there is none. People who are not in it are read in addition. */
async function readFreeBusy(
  { storage: { availability }, calendars }: Ports,
  round: Round,
  people: readonly DirectoryPerson[],
  week: Interval,
): Promise<ReadonlyMap<PersonId, FreeBusy>> {
  const stored = await availability.get(round);
  const missing = people.filter(({ id }) => stored?.has(id) !== true);
  const read = await calendars.freeBusy(missing, week);
  return new Map([...read, ...(stored ?? (await availability.putFirst(round, read)))]);
}

/** A round that stays open for one meeting has its other meetings in their people's history already. */
function isNotIn(history: readonly PastMeeting[]): (meeting: PastMeeting) => boolean {
  const known = new Set(history.map(({ number }) => number));
  return ({ number }) => !known.has(number);
}

/** Meetings of earlier rounds that are not closed. By person. */
async function openMeetings(ports: Ports, scheme: Scheme, round: Round, rounds: readonly Round[]) {
  const meetings = new Map<PersonId, PastMeeting[]>();
  for (const earlier of rounds) {
    if (earlier.stage === 'closed' || earlier.number >= round.number) continue;
    for await (const { value } of ports.storage.pairings.list({ scheme: scheme.id, round: earlier.round })) {
      for (const id of value.members) {
        const theirs = openMeetingsOfMember(value, earlier.number, id);
        meetings.set(id, [...(meetings.get(id) ?? []), ...theirs]);
      }
    }
  }
  return meetings;
}
