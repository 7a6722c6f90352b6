import { calledOffLater } from '../closing/tell-the-rest.ts';
import { askForMissing } from '../outstanding/ask-for-missing.ts';
import { gatherPeople } from '../pairing/gather-people.ts';
import type { GatheredPerson } from '../pairing/gathered.ts';
import type { Ports } from '../ports/ports.ts';
import { isBeyond, mayHaveBeyond } from '../records/beyond-week.ts';
import { meetingsOfMember } from '../records/meetings-of.ts';
import { isAhead, nextMeeting, type PairingRecord } from '../records/pairing.ts';
import type { Participant, PastMeeting } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import type { Repair } from '../records/repair.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { change } from '../shared/change.ts';
import { concurrently } from '../shared/concurrently.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import { carryOutRepair } from './carry-out-repair.ts';
import { decideRepair } from './decide-repair.ts';

/**
 * Looks after what is left of a round whose week is over: meetings that somebody moved beyond it, and that are ahead still. One
 * whose member cannot take part any more is called off, or goes on with the two others of three; nobody else is looked for,
 * no calendar and no answer read. What people keep of the round says so. A repair is stored before anything is done about
 * it, so that one that was interrupted is finished first. May run any number of times.
 */
export async function lookBeyondRound(ports: Ports, schemeId: string, roundId: string): Promise<void> {
  const scheme = await existingScheme(ports, schemeId);
  const key = { scheme: scheme.id, round: roundId };
  const found = await ports.storage.rounds.get(key);
  if (found === null) throw new Error(`round ${roundId} of scheme "${schemeId}" is not there`);
  const round = found.value;
  const now = ports.now();
  if (!mayHaveBeyond(round, now)) return;

  // 1. Finish what was begun.
  const begun = await ports.storage.repairs.get({ ...key, number: round.repairs + 1 });
  if (begun !== null) await carryOut(ports, round, begun);

  // 2. Decide, store, act. Whoever stores first wins; the other looks again.
  const upToDate = { ...round, repairs: begun?.number ?? round.repairs };
  let pairings = await beyond(ports, round, now);
  const wanted = await decide(ports, scheme, upToDate, pairings, now);
  if (wanted !== null) {
    const standing = await ports.storage.repairs.putFirst(wanted);
    await carryOut(ports, round, standing);
    if (JSON.stringify(standing) !== JSON.stringify(wanted)) {
      await ports.queue.put([{ kind: 'look-beyond', ...key }]);
    }
    pairings = await beyond(ports, round, now);
  }

  // 3. Whoever closed the round at the same time may have kept it as it stood before.
  for (const pairing of pairings.filter(({ state }) => state === 'cancelled')) {
    await keepAnew(ports, round, pairing, []);
  }

  // 4. Ask for what is missing. The round is looked at until nothing is, and nothing is ahead.
  const { missing, waiting } = await askForMissing(ports, key, { pairings, placements: [] });
  await change(
    ports.storage.rounds,
    key,
    (current): Round | null =>
      current && {
        ...current,
        lookedAheadAt: new Date(now).toISOString(),
        ...(missing + waiting === 0 && { nextMeetingAt: nextMeeting(pairings, now) }),
      },
  );
  ports.log('looked beyond', { ...key, repair: wanted?.number ?? null, missing, waiting });
}

/** The pairings of a round whose meeting is beyond its week, and those that were called off there. */
async function beyond(ports: Ports, round: Round, now: number): Promise<PairingRecord[]> {
  const pairings: PairingRecord[] = [];
  for await (const { value } of ports.storage.pairings.list(round)) {
    if (isBeyond(value, round, now) || value.problem === calledOffLater) pairings.push(value);
  }
  return pairings;
}

/** Who cannot take part in what is ahead, by what is stored and what the directory says. Null when nothing is to change. */
async function decide(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  pairings: readonly PairingRecord[],
  now: number,
): Promise<Repair | null> {
  const ahead = pairings.filter((pairing) => isAhead(pairing, now));
  if (ahead.length === 0) return null;
  const ids = [...new Set(ahead.flatMap(({ members }) => members.map(({ id }) => id)))];
  const keys = ids.map((person) => ({ scheme: scheme.id, person }));
  const participants = (await ports.storage.participants.getMany(keys)).map(({ value }) => value);
  const people = await gatherPeople(ports, scheme, participants, async () => new Map());
  const placements = await ports.storage.placements.getMany(
    ids.map((person) => ({ scheme: scheme.id, round: round.round, person })),
  );
  const situation = {
    scheme,
    round,
    week: meetingWeek(round.round, scheme.zone),
    now,
    seed: round.seed,
    organisers: ports.organisers,
    pairings: ahead,
    heard: new Map(),
    placements: new Map(placements.map(({ value }) => [value.person, value])),
    // Only what is ahead is looked at: nobody is asked whether they withdrew in time.
    withdrewAt: new Map<PersonId, string>(),
    people: new Map(people.map((person) => [person.id, { ...person, meetings: before(round, person) }])),
  };
  const repair = decideRepair(situation);
  return (
    repair && {
      ...repair,
      changed: repair.changed.map((pairing) =>
        pairing.state === 'cancelled' ? { ...pairing, problem: calledOffLater } : pairing,
      ),
    }
  );
}

/** Whom somebody met in earlier rounds. */
function before({ number }: Round, { meetings }: Pick<GatheredPerson, 'meetings'>): PastMeeting[] {
  return meetings.filter((meeting) => meeting.number < number);
}

async function carryOut(ports: Ports, round: Round, repair: Repair): Promise<void> {
  for (const pairing of repair.changed) await keepAnew(ports, round, pairing, repair.placements);
  await carryOutRepair(ports, repair);
}

/** What the members of a pairing keep of it, and who was one, is what it has become. Who keeps nothing yet is left alone. */
async function keepAnew(
  ports: Ports,
  { scheme, number }: Round,
  pairing: PairingRecord,
  placements: Repair['placements'],
): Promise<void> {
  // Two of three are still to be invited anew, and meet as booked.
  const standing: PairingRecord = pairing.state === 'planned' ? { ...pairing, state: 'booked' } : pairing;
  const members = pairing.members.map(({ id }) => id);
  const gone = placements.filter((place) => place.pairing === pairing.pairing).map(({ person }) => person);
  await concurrently([...new Set([...members, ...gone])], (person) =>
    change(ports.storage.participants, { scheme, person }, (current): Participant | null => {
      const kept = current?.meetings.filter((meeting) => meeting.number === number) ?? [];
      const wanted = members.includes(person)
        ? meetingsOfMember(standing, number, person)
        : missedBy(pairing, number, members);
      if (current === null || kept.length === 0 || JSON.stringify(kept) === JSON.stringify(wanted))
        return null;
      const others = current.meetings.filter((meeting) => meeting.number !== number);
      return { ...current, meetings: [...others, ...wanted] };
    }),
  );
}

/** What somebody keeps of a pairing that goes on without them. */
function missedBy({ round }: PairingRecord, number: number, members: readonly PersonId[]): PastMeeting[] {
  return [{ number, round, with: [...members], met: false }];
}
