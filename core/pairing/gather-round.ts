import type { Ports } from '../ports/ports.ts';
import { meetingsOfMember } from '../records/meetings-of.ts';
import { isAway, type Participant, type PastMeeting } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { Interval } from '../time/interval.ts';
import { gatherPeople } from './gather-people.ts';
import type { Gathered } from './gathered.ts';
import { type PeopleRead, readPeople } from './read-people.ts';

/**
 * Reads what the plan of a round is decided from: who takes part, what the directory says of them, their free/busy of
 * the meeting week, and whom they met. Free/busy is read once a round: what was read before an interruption stands.
 * @throws a neighbour's failure, so that no partial answer passes for a whole one
 */
export async function gatherRound(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  rounds: readonly Round[],
): Promise<Gathered> {
  const week = { start: Date.parse(round.weekStart), end: Date.parse(round.weekEnd) };
  const active: Participant[] = [];
  for await (const { value } of ports.storage.participants.list({ scheme: scheme.id })) {
    if (!isAway(value, scheme.zone, week.start)) active.push(value);
  }

  const open = await openMeetings(ports, scheme, round, rounds);
  const gathered = await gatherPeople(ports, scheme, active, () => weekOf(ports, round, active, week));
  const people = gathered.map((person) => ({
    ...person,
    meetings: [...person.meetings, ...(open.get(person.id) ?? [])],
  }));
  return { scheme, round, people };
}

/** The snapshot of the round, made now when there is none; who is not in it is read beside it. */
async function weekOf(
  ports: Ports,
  round: Round,
  participants: readonly Participant[],
  week: Interval,
): Promise<PeopleRead> {
  const { availability } = ports.storage;
  const before = await availability.get(round);
  const { directory, freeBusy } = await readPeople(ports, participants, week, { before });
  const snapshot = before ?? (await availability.putFirst(round, freeBusy));
  return { directory, freeBusy: new Map([...freeBusy, ...snapshot]) };
}

/** Meetings of earlier rounds that are not closed yet, so not kept with their people yet. */
async function openMeetings(ports: Ports, scheme: Scheme, round: Round, rounds: readonly Round[]) {
  const meetings = new Map<PersonId, PastMeeting[]>();
  for (const earlier of rounds) {
    if (earlier.stage === 'closed' || earlier.number >= round.number) continue;
    for await (const { value } of ports.storage.pairings.list({ scheme: scheme.id, round: earlier.round })) {
      for (const { id } of value.members) {
        const theirs = meetingsOfMember(value, earlier.number, id);
        meetings.set(id, [...(meetings.get(id) ?? []), ...theirs]);
      }
    }
  }
  return meetings;
}
