import { finishRepair } from '../mending/finish-repair.ts';
import { readAnswers } from '../mending/read-answers.ts';
import { askForMissing } from '../outstanding/ask-for-missing.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { lastMeetingEnd, nextMeeting } from '../rounds/next-meeting.ts';
import { type Participant, type PastMeeting, withoutPauseOver } from '../records/participant.ts';
import { meetingsOfMember } from '../rounds/held.ts';
import { memberOf, type PersonId } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import { latestClosing, type Round, withNextMessage } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { nudgeRound } from '../nudging/nudge-round.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { workingDaysAfter } from '../schemes/working-days.ts';
import { change } from '../shared/change.ts';
import { concurrently } from '../shared/concurrently.ts';
import { awkwardMinutes } from '../slots/comfort.ts';
import { toIso } from '../time/instant.ts';
import { countSilence } from './count-silence.ts';
import { placeEverybody } from './place-everybody.ts';
import { questionsUntil } from './questions-until.ts';
import { tellTheRest } from './tell-the-rest.ts';

/**
 * How long a round stays open for messages that have not arrived, in milliseconds. It counts from the end of the week, or
 * from the last look at a meeting that was moved beyond the week.
 */
const longestWait = 24 * 60 * 60_000;

/**
 * Closes a round after its meeting week: everybody hears the outcome, and their histories get the meetings. While a meeting
 * lies ahead, or a question about one is neither answered nor three working days old, the round stays open, for at most 14
 * days. While messages are missing, it puts them on the queue and leaves closing to a later tick. May be repeated.
 */
export async function closeRound(ports: Ports, schemeId: string, roundId: string): Promise<void> {
  const scheme = await existingScheme(ports, schemeId);
  const key = { scheme: scheme.id, round: roundId };
  const round = await ports.storage.rounds.get(key);
  if (round === null) throw new Error(`round ${roundId} of scheme "${schemeId}" is not there`);
  if (round.value.stage === 'closed') return;

  // 1. Finish a repair that was interrupted, place people who have no placement, and read the last answers.
  await finishRepair(ports, round.value);
  await placeEverybody(ports, scheme, round.value);
  const now = ports.now();
  const found: Versioned<PairingRecord>[] = [];
  for await (const pairing of ports.storage.pairings.list(key)) found.push(pairing);
  const { pairings } = await readAnswers(ports, round.value, found);

  // 2. Tell everybody, and ask those who were not asked yet whether they met.
  await tellTheRest(ports, scheme, round.value, pairings);
  await nudgeRound(ports, scheme, round.value, pairings);
  const { missing, nextMessageAt } = await askForMissing(ports, key);

  // 3. Wait for meetings that lie ahead, for answers, and for messages, but not for ever.
  const isLast = now >= latestClosing(round.value);
  const next = isLast ? null : nextMeeting(pairings, now);
  const openUntil = isLast ? null : questionsUntil(scheme, round.value, pairings, now);
  if (next !== null || openUntil !== null) {
    return stayOpen(ports, scheme, key, { pairings, openUntil, nextMessageAt, now });
  }
  if (missing > 0 && now < waitsUntil(round.value)) return;

  // 4. Keep who met whom. Done.
  const kept = await keepMeetings(ports, scheme, round.value, pairings);
  await countSilence(ports, scheme, round.value, pairings);
  await ports.storage.availability.remove(key);
  await change(ports.storage.rounds, key, (current): Round | null =>
    current === null || current.stage === 'closed'
      ? null
      : { ...withNextMessage(current, nextMessageAt, now), stage: 'closed' },
  );
  ports.log('closed', { ...key, members: kept });
}

/**
 * Keeps the meetings of some pairings with their members. May run any number of times.
 * @returns how many members these are
 */
async function keepMeetings(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  pairings: readonly PairingRecord[],
): Promise<number> {
  const key = { scheme: scheme.id, round: round.round };
  const placements = new Map<string, Placement>();
  for await (const { value } of ports.storage.placements.list(key)) placements.set(value.person, value);
  const members = pairings.flatMap((pairing) =>
    pairing.members
      .filter((id) => (placements.get(id)?.pairing ?? pairing.pairing) === pairing.pairing)
      .map((id) => ({ pairing, id })),
  );
  const people = await ports.storage.people.getMany(members.map(({ id }) => id));
  const kept = new Map(
    members.map(({ pairing, id }): [PersonId, Kept] => [
      id,
      {
        meetings: meetingsOfMember(pairing, round.number, id),
        awkward: awkwardFor(pairing, id, memberOf(id, people.get(id), scheme.zone).zone),
      },
    ]),
  );
  await keep(ports, scheme, kept);
  return members.length;
}

interface Open {
  readonly pairings: readonly PairingRecord[];
  /** Until when answers are waited for; null: none is. */
  readonly openUntil: number | null;
  readonly nextMessageAt: number | null;
  /** When the answers were read, or before. */
  readonly now: number;
}

/** Leaves a round open: for a meeting that lies ahead, queueing a look after it; for answers, until the next morning. */
async function stayOpen(
  ports: Ports,
  scheme: Scheme,
  key: { readonly scheme: string; readonly round: string },
  { pairings, openUntil, nextMessageAt, now }: Open,
): Promise<void> {
  const nextMeetingAt = nextMeeting(pairings, now);
  const lastMeetingEndsAt = lastMeetingEnd(pairings);
  const closeAt = openUntil === null ? null : Math.min(openUntil, workingDaysAfter(scheme, now, 1));
  await change(ports.storage.rounds, key, (current): Round | null =>
    current === null || current.stage === 'closed'
      ? null
      : {
          ...withNextMessage(current, nextMessageAt, now),
          answersCheckedAt: now,
          nextMeetingAt,
          lastMeetingEndsAt,
          closeAt,
        },
  );
  if (nextMeetingAt !== null) await ports.queue.put([{ kind: 'look-after', ...key }]);
  ports.log('stays open', { ...key, until: toIsoOrNull(openUntil ?? lastMeetingEndsAt) });
}

function toIsoOrNull(at: number | null): string | null {
  return at === null ? null : toIso(at);
}

/** Until when a round stays open for messages that have not arrived: epoch milliseconds. */
function waitsUntil({ weekEnd, lookedAheadAt }: Round): number {
  return Math.max(weekEnd, lookedAheadAt ?? weekEnd) + longestWait;
}

/** What a participant's history gets of a round. */
interface Kept {
  readonly meetings: readonly PastMeeting[];
  readonly awkward: number;
}

/** Adds a round's meetings and awkward minutes to the history of some participants, once. Ends pauses that are over. */
async function keep(
  { storage: { participants }, now }: Ports,
  { id: scheme, zone }: Scheme,
  kept: ReadonlyMap<PersonId, Kept>,
): Promise<void> {
  const withKept = (current: Participant): Participant | null => {
    const { meetings, awkward } = kept.get(current.person) ?? { meetings: [], awkward: 0 };
    const numbers = new Set(meetings.map(({ number }) => number));
    if (meetings.length === 0 || current.meetings.some(({ number }) => numbers.has(number))) return null;
    return {
      ...withoutPauseOver(current, zone, now()),
      meetings: [...current.meetings, ...meetings],
      awkward: current.awkward + awkward,
    };
  };
  const stored = await participants.getMany([...kept.keys()].map((person) => ({ scheme, person })));
  const changes = stored.flatMap(({ value, version }) => {
    const wanted = withKept(value);
    return wanted === null ? [] : [{ value: wanted, version }];
  });
  const versions = await participants.write(changes);
  // Rows that somebody else changed at the same time.
  const others = changes.filter((_, i) => (versions[i] ?? null) === null);
  await concurrently(others, ({ value: { person } }) =>
    change(participants, { scheme, person }, (current) => current && withKept(current), 'leave-out'),
  );
}

/** How many minutes of a member's meeting lay outside the comfortable part of their day; 0 when they declined it. */
function awkwardFor(pairing: PairingRecord, person: PersonId, zone: string): number {
  if (pairing.state !== 'booked' || pairing.answers[person] === 'declined') return 0;
  return awkwardMinutes(pairing.event.slot, zone);
}
