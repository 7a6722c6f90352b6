import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { type Member, memberOf, type PersonId, type PersonRecord } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import type { MessageWork } from '../records/work.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { roundTimes } from '../schemes/round-times.ts';
import { quarter } from '../time/interval.ts';
import type { Message } from '../words/message.ts';
import { decideMessage, decideOtherMessage } from './decide-message.ts';
import { messageAbout } from './message-about.ts';
import { rankOf, sendAt } from './when-to-send.ts';

/** A message that is to be sent now. */
export interface ToTell {
  readonly record: Versioned<OutboxRecord>;
  readonly reader: Member;
  readonly message: Message;
  /** How to reach the reader's chat; null when they have none. */
  readonly conversation: string | null;
}

/** A message that is to be sent at `at`, in epoch milliseconds. */
interface Later {
  readonly record: Versioned<OutboxRecord>;
  readonly at: number;
}

/** The messages that some work is about. Those that wait for the calendar, or for their time, are in no list. */
export interface Messages {
  readonly toSend: readonly ToTell[];
  /** Not now, because their reader does not work now, or is just being told something else. */
  readonly later: readonly Later[];
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
  if (open.length === 0) return { toSend: [], later: [], overtaken: [] };

  const scheme = await existingScheme(ports, work.scheme);
  const [pairings, placements, participants] = await Promise.all([
    storage.pairings.getMany(work.pairings.map((pairing) => ({ ...key, pairing }))),
    storage.placements.getMany(work.people.map((person) => ({ ...key, person }))),
    storage.participants.getMany(work.people.map((person) => ({ scheme: work.scheme, person }))),
  ]);
  const participantOf = new Map(participants.map(({ value }) => [value.person, value]));
  const pairingOf = new Map(pairings.map(({ value }) => [value.pairing, value]));
  const placementOf = new Map(placements.map(({ value }) => [value.person, value]));
  const isAboutDraft = open.some(
    ({ value: { said } }) => said.kind === 'coordinator' && said.report.about === 'draft',
  );
  const round = isAboutDraft ? (await storage.rounds.get(key))?.value : undefined;
  const isReleased = round !== undefined && (round.stage !== 'calling' || round.releasedAt !== undefined);
  const moment = { isReleased, ...roundTimes(scheme, work.round), zone: scheme.zone, now: ports.now() };
  const about = Map.groupBy(
    open.map(({ value }) => value),
    ({ pairing }) => pairing,
  );
  const decided = open.map(({ value, version }) => {
    const pairing = value.pairing === null ? undefined : pairingOf.get(value.pairing);
    const sending =
      value.pairing === null
        ? decideOtherMessage(
            value,
            { placement: placementOf.get(value.person), participant: participantOf.get(value.person) },
            moment,
          )
        : pairing === undefined
          ? 'wait'
          : decideMessage(value, pairing, about.get(value.pairing) ?? [], moment);
    return { record: { value, version }, pairing, sending };
  });
  const sendable = decided.filter(
    ({ sending, record }) => sending === 'send' && (record.value.notBefore ?? 0) <= moment.now,
  );
  const people = await storage.people.getMany([...new Set(sendable.flatMap(whoIsNamed))]);
  const told = new Set<PersonId>();
  const toSend: ToTell[] = [];
  const later: Later[] = [];
  for (const { record, pairing } of sendable.sort(
    (a, b) => rankOf(a.record.value) - rankOf(b.record.value),
  )) {
    const at = sendAt(scheme, record.value, pairing, people, moment.now);
    const { person } = record.value;
    if (at > moment.now) later.push({ record, at });
    else if (told.has(person)) later.push({ record, at: moment.now + quarter });
    else {
      told.add(person);
      toSend.push(written(scheme, record, pairing, people, moment.now));
    }
  }
  return {
    toSend,
    later,
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
  const by = said.kind === 'called-off' && said.by ? [said.by.person] : [];
  return [person, ...(pairing?.members ?? []), ...by, ...others.filter((id) => id !== null)];
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
    message: messageAbout(scheme, record.value, pairing, people, now),
    conversation: known?.reachable ? known.conversation : null,
  };
}
