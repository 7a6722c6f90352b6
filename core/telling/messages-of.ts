import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { type Member, memberOf, type PersonId, type PersonRecord } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import type { MessageWork } from '../records/work.ts';
import { existingScheme } from '../schemes/find-scheme.ts';
import { isToCome } from '../records/slot.ts';
import { nextRound, roundTimes } from '../schemes/round-times.ts';
import { toIso } from '../time/instant.ts';
import { quarter } from '../time/interval.ts';
import { slotsToPress, viewPairing } from '../views/my-pairing.ts';
import type { Because, Message } from '../words/message.ts';
import { shownSlot } from '../words/pairing-view.ts';
import { decideMessage, decideOtherMessage } from './decide-message.ts';
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
  const moment = { ...roundTimes(scheme, work.round), zone: scheme.zone, now: ports.now() };
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
  if (said.kind === 'call') {
    const { pairingAt } = roundTimes(scheme, round);
    return { kind: 'call', scheme: named, round, pairingAt: toIso(pairingAt), asks: said.asks };
  }
  if (said.kind === 'back') {
    const next = nextRound(scheme, now);
    return {
      kind: 'back',
      scheme: named,
      until: said.until,
      next: { round: next.round, pairingAt: toIso(next.pairingAt) },
    };
  }
  if (said.kind === 'still') return { kind: 'still', scheme: named, round, asks: said.asks };
  if (said.kind === 'coordinator') {
    return { kind: 'coordinator', scheme: named, round, report: said.report };
  }
  if (pairing === undefined)
    throw new Error(`a message of round ${round} is about a pairing that is not there`);
  const view = viewPairing({ scheme, pairing, people }, person, now);
  if (said.kind === 'called-off') {
    return { kind: 'called-off', scheme: named, round, partners: view.partners };
  }
  if (said.kind === 'before' || said.kind === 'again') {
    const offer = said.offer.filter((slot) => isToCome(slot, now)).map(shownSlot);
    return { kind: said.kind, pairing: { ...view, offer: offer.length === 0 ? null : offer } };
  }
  if (said.kind === 'met') return { kind: 'met', pairing: view };
  if (said.kind === 'choose') {
    const offered = pairing.state === 'suggested' ? pairing.offer : [];
    const bookedAt = said.bookedAt === null ? null : toIso(said.bookedAt);
    return {
      kind: 'choose',
      pairing: view,
      passed: offered.filter((slot) => !isToCome(slot, now)).length,
      bookedAt,
    };
  }
  return {
    kind: 'pairing',
    // A booked meeting that stays for now is shown with the times that are wished.
    pairing: said.news === 'wished' ? { ...view, offer: slotsToPress(pairing, now).map(shownSlot) } : view,
    news: fitting(said.news, pairing),
    because: becauseOf(said.because, person, people),
    insteadOf: said.insteadOf === null ? null : nameOf(said.insteadOf, people),
    passedOver: said.passedOver,
  };
}

/** The news that fits what the message shows: times to choose from, or a booked meeting. */
function fitting(news: Extract<Message, { kind: 'pairing' }>['news'], { state }: PairingRecord): typeof news {
  const isChoice = news === 'suggested' || news === 'asked';
  if (state === 'suggested')
    return isChoice || news === 'member-left' || news === 'wished' ? news : 'suggested';
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
