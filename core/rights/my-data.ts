import type { MyData } from '../api/data.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { Draft } from '../records/plans/draft.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { languageOf, memberOf, type PersonId } from '../records/person.ts';
import type { Repair } from '../records/repair.ts';
import type { Round } from '../records/round.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { concurrently } from '../shared/concurrently.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { toIso } from '../time/instant.ts';
import { wordsFor } from '../words/languages.ts';
import { draftsNaming, names } from './named-in.ts';

/** The parts of what is kept about somebody. */
type DataPart = MyData['parts'][number]['part'];

/**
 * Everything that storage holds about somebody. Of other people's records it gives what concerns this person, and never
 * what others wish or answered to an invitation.
 * @param language BCP 47, of the explanations; null: the reader's
 */
export async function readMyData(
  ports: Ports,
  person: PersonId,
  language: string | null = null,
): Promise<MyData> {
  const { people, participants, rounds, erasures } = ports.storage;
  const you = await people.get(person, leaveOut);
  const { myData: words } = wordsFor(language ?? (you && languageOf(you.value)) ?? 'en').rights;
  const records: Record<DataPart, unknown[]> = {
    you: you === null ? [] : [you.value],
    enrolments: [],
    rounds: [],
    invitations: await invitationsBy(ports, person),
    erasure: [],
  };
  for (const { id: scheme, coordinators } of await allSchemes(ports)) {
    if (coordinators.includes(person)) records.enrolments.push({ scheme, coordinators: [person] });
    const enrolment = await participants.get({ scheme, person }, leaveOut);
    if (enrolment !== null) records.enrolments.push(enrolment.value);
    for await (const { value } of rounds.list({ scheme }, leaveOut)) {
      const theirs = await ofRound(ports, value, person);
      if (theirs !== null) records.rounds.push(theirs);
    }
  }
  const erasure = await erasures.get(person, leaveOut);
  if (erasure !== null) records.erasure.push(erasure.value);
  return {
    title: words.title,
    about: words.lead({ when: toIso(ports.now()) }),
    parts: (Object.keys(records) as DataPart[]).map((part) => ({
      part,
      ...words.parts[part],
      records: records[part].map(readable),
    })),
    names: await namesIn(ports, records),
    elsewhere: [...words.elsewhere],
  };
}

/** Whom somebody invited, and when. The answers of those who were invited are left out: they are part of their data. */
async function invitationsBy({ storage }: Ports, person: PersonId): Promise<object[]> {
  const found: object[] = [];
  for await (const { value } of storage.people.list(null, leaveOut)) {
    if (value.invited?.by === person) found.push({ invited: value.id, at: value.invited.at });
  }
  return found;
}

/** What a round holds about somebody; null when they have no place in it, and no message of it. */
async function ofRound({ storage }: Ports, round: Round, person: PersonId): Promise<object | null> {
  const key = { scheme: round.scheme, round: round.round };
  const odd: string[] = [];
  const placement = await storage.placements.get({ ...key, person }, (id) => odd.push(id));
  const isNamed = (value: unknown) => names(value, person);
  const messages = await named(storage.outbox.list(key, leaveOut), isNamed);
  const drafts = await concurrently(await draftsNaming({ storage }, key, person), (draft) =>
    storage.drafts.get({ ...key, draft }, leaveOut),
  );
  if (placement === null && odd.length + messages.length + drafts.length === 0) return null;
  const pairings = await named(storage.pairings.list(key, leaveOut), isNamed);
  const plan = await storage.plans.get(key, leaveOut);
  const repairs: object[] = [];
  for (let number = 1; number <= round.repairs + 1; number++) {
    const repair = await storage.repairs.get({ ...key, number }, leaveOut);
    if (repair !== null && isNamed(repair)) repairs.push(partOf(repair, person, isNamed));
  }
  const calendar = (await storage.availability.get(key))?.get(person);
  return {
    ...key,
    number: round.number,
    stage: round.stage,
    placement: placement?.value ?? null,
    plan: [...(plan?.pairings ?? []), ...(plan?.unplaced ?? [])].filter(isNamed),
    ...(isNamed(round.apart ?? []) && { apart: round.apart?.filter(isNamed) }),
    drafts: drafts.flatMap((draft) => (draft === null ? [] : [partOfDraft(draft, person)])),
    pairings: pairings.map((pairing) => withoutOthersWords(pairing, person)),
    changes: repairs,
    messages: messages.filter((message) => message.person === person),
    messagesToOthers: messages
      .filter((message) => message.person !== person)
      .map((message) => aboutThem(message, person)),
    ...(calendar !== undefined && { calendar }),
  };
}

/** A pairing without what the other members said of whether they met. */
function withoutOthersWords<P extends PairingRecord>(pairing: P, person: PersonId): P {
  const own = pairing.followUps[person];
  return { ...pairing, followUps: own === undefined ? {} : { [person]: own } };
}

/** A message to somebody else that names this person: when it was sent, what it is about, and what this person wrote in it. */
function aboutThem({ said, state, at }: OutboxRecord, person: PersonId): object {
  const about = said.kind === 'pairing' ? said.news : said.kind;
  const by = said.kind === 'called-off' ? said.by : undefined;
  return { about, state, at, ...(by?.person === person && { word: by.word }) };
}

/** What a draft says of somebody. Who changed it is named to that coordinator alone. */
function partOfDraft(
  { draft, madeAt, by, change, pairings, unplaced, locked, forbidden, leftOut, putIn }: Draft,
  person: PersonId,
): object {
  const isNamed = (value: unknown) => names(value, person);
  return {
    draft,
    madeAt,
    ...((by === person || isNamed(change)) && { change }),
    ...(by === person && { by }),
    plan: [...pairings, ...unplaced].filter(isNamed),
    locked: locked.filter(isNamed),
    forbidden: forbidden.filter(isNamed),
    leftOut: leftOut.includes(person),
    putIn: putIn.some(isNamed),
  };
}

/** What a repair changes for somebody. */
function partOf(
  { number, changed, made, placements }: Repair,
  person: PersonId,
  isNamed: (value: unknown) => boolean,
): object {
  const revisions = [...changed, ...made].filter(isNamed);
  return {
    number,
    pairings: revisions.map(({ pairing }) => withoutOthersWords(pairing, person)).filter(isNamed),
    messages: revisions.flatMap(({ messages }) => messages).filter((message) => message.person === person),
    placements: placements.filter((placement) => placement.person === person),
  };
}

async function named<T>(all: AsyncIterable<Versioned<T>>, isNamed: (value: T) => boolean): Promise<T[]> {
  const found: T[] = [];
  for await (const { value } of all) if (isNamed(value)) found.push(value);
  return found;
}

const idIn = /[\w-]{1,40}\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

async function namesIn({ storage }: Ports, records: unknown): Promise<Record<PersonId, string>> {
  const ids = [...new Set(JSON.stringify(records).match(idIn) ?? [])].sort();
  const people = await storage.people.getMany(ids, leaveOut);
  return Object.fromEntries(
    ids.flatMap((id) => {
      const { name } = memberOf(id, people.get(id), 'UTC');
      return name === '' ? [] : [[id, name]];
    }),
  );
}

/** Numbers from here on are instants in epoch milliseconds: the year 1973. */
const firstInstant = 100_000_000_000;

/** The same value with instants as ISO 8601 text. */
function readable(value: unknown): unknown {
  if (typeof value === 'number' && value >= firstInstant) return toIso(value);
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, readable(one)]));
}
