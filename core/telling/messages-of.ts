import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { type Member, memberOf, type PersonId, type PersonRecord } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import type { MessageWork } from '../records/work.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { nextRound } from '../schemes/round-times.ts';
import { meetingWeek } from '../time/meeting-week.ts';
import { viewPairing } from '../views/my-pairing.ts';
import type { Because, Message } from '../words/message.ts';
import { decideMessage, decideUnplacedMessage } from './decide-message.ts';

/** A message that is to be sent now. */
export interface ToTell {
  readonly record: Versioned<OutboxRecord>;
  readonly reader: Member;
  readonly message: Message;
  /** How to reach the reader's chat; null when they have none. */
  readonly conversation: string | null;
}

/** The messages that some work is about. Those that wait for the calendar are in neither list. */
export interface Messages {
  readonly toSend: readonly ToTell[];
  readonly overtaken: readonly Versioned<OutboxRecord>[];
}

/** The open messages that some work is about, as they read by what is stored now. */
export async function messagesOf(ports: Ports, work: MessageWork): Promise<Messages> {
  const key = { scheme: work.scheme, round: work.round };
  const { storage } = ports;
  const open: Versioned<OutboxRecord>[] = [];
  for await (const record of storage.outbox.open({ ...key, pairings: work.pairings, people: work.people })) {
    open.push(record);
  }
  if (open.length === 0) return { toSend: [], overtaken: [] };

  const scheme = await existingScheme(ports, work.scheme);
  const [pairings, placements] = await Promise.all([
    storage.pairings.getMany(work.pairings.map((pairing) => ({ ...key, pairing }))),
    storage.placements.getMany(work.people.map((person) => ({ ...key, person }))),
  ]);
  const pairingOf = new Map(pairings.map(({ value }) => [value.pairing, value]));
  const placementOf = new Map(placements.map(({ value }) => [value.person, value]));
  const moment = { weekEnd: meetingWeek(work.round, scheme.zone).end, now: ports.now() };
  const about = Map.groupBy(
    open.map(({ value }) => value),
    ({ pairing }) => pairing,
  );
  const decided = open.map(({ value, version }) => {
    const pairing = value.pairing === null ? undefined : pairingOf.get(value.pairing);
    const sending =
      value.pairing === null
        ? decideUnplacedMessage(value, placementOf.get(value.person))
        : pairing === undefined
          ? 'wait'
          : decideMessage(value, pairing, about.get(value.pairing) ?? [], moment);
    return { record: { value, version }, pairing, sending };
  });
  const sendable = decided.filter(({ sending }) => sending === 'send');
  const people = await storage.people.getMany([...new Set(sendable.flatMap(whoIsNamed))]);
  return {
    toSend: sendable.map(({ record, pairing }) => written(scheme, record, pairing, people, moment.now)),
    overtaken: decided.flatMap(({ record, sending }) => (sending === 'overtaken' ? [record] : [])),
  };
}

interface Sendable {
  readonly record: Versioned<OutboxRecord>;
  readonly pairing: PairingRecord | undefined;
}

function whoIsNamed({ record: { value }, pairing }: Sendable): PersonId[] {
  const { person, said } = value;
  const others = said.kind === 'pairing' ? [said.because, said.insteadOf] : [];
  return [person, ...(pairing?.members ?? []), ...others.filter((id) => id !== null)];
}

/** A message in the reader's facts: what it says now, and how to reach them. */
function written(
  scheme: Scheme,
  record: Versioned<OutboxRecord>,
  pairing: PairingRecord | undefined,
  people: ReadonlyMap<PersonId, PersonRecord>,
  now: number,
): ToTell {
  const { person } = record.value;
  const known = people.get(person);
  return {
    record,
    reader: memberOf(person, known, scheme.zone),
    message: messageOf(scheme, record.value, pairing, people, now),
    conversation: known?.reachable ? known.conversation : null,
  };
}

function messageOf(
  scheme: Scheme,
  { person, round, said }: OutboxRecord,
  pairing: PairingRecord | undefined,
  people: ReadonlyMap<PersonId, PersonRecord>,
  now: number,
): Message {
  const named = { id: scheme.id, name: scheme.name };
  if (said.kind === 'unplaced') {
    const nextWeek = nextRound(scheme, now).round;
    return { kind: 'unplaced', scheme: named, round, reason: said.reason, nextWeek };
  }
  if (pairing === undefined)
    throw new Error(`a message of round ${round} is about a pairing that is not there`);
  const view = viewPairing({ scheme, pairing, people }, person, now);
  if (said.kind === 'called-off') {
    return { kind: 'called-off', scheme: named, round, partners: view.partners };
  }
  return {
    kind: 'pairing',
    pairing: view,
    news: fitting(said.news, pairing),
    because: becauseOf(said.because, person, people),
    insteadOf: said.insteadOf === null ? null : nameOf(said.insteadOf, people),
    passedOver: said.passedOver,
  };
}

/** The news that fits what the message shows: times to choose from, or a booked meeting. */
function fitting(news: Extract<Message, { kind: 'pairing' }>['news'], { state }: PairingRecord): typeof news {
  const isChoice = news === 'suggested' || news === 'asked';
  if (state === 'suggested') return isChoice || news === 'member-left' ? news : 'suggested';
  return isChoice ? 'booked' : news;
}

function becauseOf(
  because: PersonId | null,
  reader: PersonId,
  people: ReadonlyMap<PersonId, PersonRecord>,
): Because {
  if (because === null) return null;
  if (because === reader) return 'you';
  const name = nameOf(because, people);
  return name === null ? null : { name };
}

function nameOf(person: PersonId, people: ReadonlyMap<PersonId, PersonRecord>): string | null {
  return memberOf(person, people.get(person), '').name || null;
}
