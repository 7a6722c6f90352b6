import type { Ports } from '../ports/ports.ts';
import { isAway, meetingsOfMember, type Participant, type PastMeeting } from '../records/participant.ts';
import type { DirectoryPerson, PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import type { Interval } from '../time/interval.ts';
import { gatherPeople } from './gather-people.ts';
import type { Gathered } from './gathered.ts';

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
  const gathered = await gatherPeople(ports, scheme, active, (able) => weekOf(ports, round, able, week));
  const people = gathered.map((person) => ({
    ...person,
    meetings: [...person.meetings, ...(open.get(person.id) ?? [])],
  }));
  return { scheme, round, people };
}

/** The snapshot of the round, made now when there is none; who is not in it is read beside it. */
async function weekOf(
  { storage: { availability }, calendars }: Ports,
  round: Round,
  people: readonly DirectoryPerson[],
  week: Interval,
): Promise<ReadonlyMap<PersonId, FreeBusy>> {
  const before = await availability.get(round);
  const left = people.filter(({ id }) => before?.has(id) !== true);
  const read = await calendars.freeBusy(left, week);
  const snapshot = before ?? (await availability.putFirst(round, read));
  return new Map([...read, ...snapshot]);
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
