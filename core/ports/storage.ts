import type { Draft } from '../records/plans/draft.ts';
import type { Mailbox } from '../records/mailbox.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Participant } from '../records/participant.ts';
import type { Erasure, PersonId, PersonRecord } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { Plan } from '../records/plans/plan.ts';
import type { Repair } from '../records/repair.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import type { Interval } from '../time/interval.ts';

/** A stored value and the version (ETag) under which it was read. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: string;
}

/**
 * Is called for each stored record that cannot be read: it is no JSON, does not fit its schema, or has a version that this
 * release does not know. The record is left out of the answer, and storage has logged it.
 * @param id the record's, within its group
 */
export type OnUnreadable = (id: string) => void;

/** Records by key. Failures of the neighbour are thrown, never taken for a missing record. */
export interface Store<Key, T> {
  /** @throws when the record cannot be read, and there is no `onUnreadable`; with it, gives null */
  readonly get: (key: Key, onUnreadable?: OnUnreadable) => Promise<Versioned<T> | null>;
  /** Gives the new version; null when a record with that key exists. */
  readonly insert: (value: T) => Promise<string | null>;
  /** Gives the new version; null when the record is not of that version any more. */
  readonly replace: (value: T, version: string) => Promise<string | null>;
  /** Removes the record, also one that cannot be read. Does nothing when there is none. */
  readonly remove: (key: Key) => Promise<void>;
}

/** A store whose records form groups. */
export interface ListedStore<Group, Key, T> extends Store<Key, T> {
  /** All records of a group, in the order of their keys. Records that cannot be read are left out. */
  readonly list: (group: Group, onUnreadable?: OnUnreadable) => AsyncIterable<Versioned<T>>;
  /**
   * Inserts many records. Records whose key exists stay as they are.
   * @throws a neighbour's failure; some records may have been inserted
   */
  readonly insertMissing: (values: readonly T[]) => Promise<void>;
  /**
   * Reads many records, in any order. Keys without a record, or with one that cannot be read, are left out. Adjacent keys are
   * read together.
   */
  readonly getMany: (keys: readonly Key[], onUnreadable?: OnUnreadable) => Promise<Versioned<T>[]>;
  /**
   * Inserts and replaces records, in as few transactions as possible.
   * @param changes a null version inserts
   * @returns for each what `insert` or `replace` gives: the new version, or null
   * @throws a neighbour's failure; some records may have been written
   */
  readonly write: (
    changes: readonly { readonly value: T; readonly version: string | null }[],
  ) => Promise<(string | null)[]>;
}

interface InScheme {
  readonly scheme: string;
}
interface InRound extends InScheme {
  readonly round: string;
}

interface PairingKey extends InRound {
  readonly pairing: string;
}
/** `pairing`: null for a message to somebody without one. */
interface MessageKey extends InRound {
  readonly pairing: string | null;
  readonly person: PersonId;
  readonly key: string;
}

export interface Storage {
  readonly schemes: ListedStore<null, string, Scheme>;
  readonly people: Store<PersonId, PersonRecord> & {
    /** Reads many people's records, by person. People without a record are left out. */
    getMany(
      people: readonly PersonId[],
      onUnreadable?: OnUnreadable,
    ): Promise<ReadonlyMap<PersonId, PersonRecord>>;
    /** The same with their versions, in any order. */
    getManyVersioned(people: readonly PersonId[]): Promise<Versioned<PersonRecord>[]>;
    /** As `ListedStore`. */
    write: ListedStore<null, PersonId, PersonRecord>['write'];
    /** As `ListedStore`, in any order. */
    list: ListedStore<null, PersonId, PersonRecord>['list'];
  };
  readonly erasures: ListedStore<null, PersonId, Erasure>;
  readonly participants: ListedStore<InScheme, InScheme & { readonly person: string }, Participant> & {
    /**
     * How those are enrolled whose ids come after one, in the order of their ids: without anything else that is kept of them.
     * @param atOnce how many are read at once: as many as are needed
     */
    enrolments(of: InScheme & { readonly after: PersonId | null }, atOnce: number): AsyncIterable<Enrolment>;
    /** Those who are to be told that their break ends, by the first day back (`backOn`): until an ISO date, itself included. */
    backBy(of: InScheme & { readonly date: string }): AsyncIterable<Versioned<Participant>>;
  };
  readonly rounds: ListedStore<InScheme, InRound, Round>;
  readonly pairings: Pairings;
  readonly placements: Placements;
  readonly outbox: Outbox;
  /** `get` removes a record that cannot be read: the mailbox begins anew. */
  readonly mailboxes: ListedStore<null, string, Mailbox>;
  readonly plans: Plans;
  readonly drafts: Drafts;
  readonly repairs: Repairs;
  readonly availability: Availability;
}

/** A pairing to be written, with the messages that it brings. */
interface PairingChange {
  readonly value: PairingRecord;
  /** Null inserts. */
  readonly version: string | null;
  readonly messages: readonly OutboxRecord[];
}

/** How somebody is enrolled in a scheme. */
export type Enrolment = Pick<Participant, 'person' | 'status' | 'pausedUntil' | 'inRound'>;

interface Placements extends ListedStore<InRound, InRound & { readonly person: string }, Placement> {
  /** The placements of a round of people whom looks consider (`isWatched`). */
  watched(round: InRound, onUnreadable?: OnUnreadable): AsyncIterable<Versioned<Placement>>;
  /**
   * The placements of the people whose ids come after one, in the order of their ids.
   * @param atOnce how many are read at once: as many as are needed
   */
  after(
    of: InRound & { readonly person: PersonId | null },
    atOnce: number,
    onUnreadable?: OnUnreadable,
  ): AsyncIterable<Versioned<Placement>>;
}

interface Pairings extends ListedStore<InRound, PairingKey, PairingRecord> {
  /** Those that every look reads (`isInEveryLook`), or whose meeting begins from `start` until before `end` (epoch milliseconds). */
  toLookAt(
    round: InRound,
    within: Interval,
    onUnreadable?: OnUnreadable,
  ): AsyncIterable<Versioned<PairingRecord>>;
  /** When the meeting of each pairing of a round begins (epoch milliseconds; null: it has no time), without anything else. */
  starts(round: InRound): AsyncIterable<{ readonly pairing: string; readonly start: number | null }>;
  /** The up to a hundred pairings that are stored together with one, itself among them. */
  storedWith(key: PairingKey, onUnreadable?: OnUnreadable): AsyncIterable<Versioned<PairingRecord>>;
  /** All pairings of a round for which something is to be sent. */
  unsettled(round: InRound): AsyncIterable<Versioned<PairingRecord>>;
  /** Pairings of a round for which their organiser's mailbox is to send something, in the order of their keys. */
  toSend(of: InRound & { readonly organiser: string }): AsyncIterable<Versioned<PairingRecord>>;
  /**
   * Writes pairings, each in one transaction with its new messages: both are stored, or neither.
   * @returns for each the pairing's new version; null when it is not of its version any more, or exists already
   * @throws a neighbour's failure; some pairings may have been written
   */
  writeWith(changes: readonly PairingChange[]): Promise<(string | null)[]>;
}

interface Outbox {
  /** As `Store`. */
  get(key: MessageKey, onUnreadable?: OnUnreadable): Promise<Versioned<OutboxRecord> | null>;
  /** Those of the keys that are stored, in any order. */
  getMany(
    keys: readonly MessageKey[],
    onUnreadable?: OnUnreadable,
  ): Promise<readonly Versioned<OutboxRecord>[]>;
  /** All messages of a round. */
  list(round: InRound, onUnreadable?: OnUnreadable): AsyncIterable<Versioned<OutboxRecord>>;
  /**
   * The messages of a round that still need sending.
   * @param about only those about these pairings, and to these people without one; all of the round when both are left out
   */
  open(
    about: InRound & { readonly pairings?: readonly string[]; readonly people?: readonly string[] },
  ): AsyncIterable<Versioned<OutboxRecord>>;
  /** The messages of a round of which it is not certain that they arrived: those that still need sending, and those that could not be sent. */
  notSent(round: InRound, onUnreadable?: OnUnreadable): AsyncIterable<Versioned<OutboxRecord>>;
  /** As `ListedStore`. */
  insertMissing(messages: readonly OutboxRecord[]): Promise<void>;
  /** As `ListedStore`. */
  write: ListedStore<InRound, MessageKey, OutboxRecord>['write'];
  /** As `Store`. */
  remove(key: MessageKey): Promise<void>;
}

/** Entries of a plan that cannot be read are left out. */
interface Plans {
  /** As `Store`. */
  get(key: InRound, onUnreadable?: OnUnreadable): Promise<Plan | null>;
  /** Writes the plan if the round has none yet, and gives the stored plan: the first one written. */
  putFirst(plan: Plan): Promise<Plan>;
  /** Does nothing when there is none. */
  remove(key: InRound): Promise<void>;
}

/** Drafts of rounds, by number. */
interface Drafts {
  /** As `Store`. */
  get(key: InRound & { readonly draft: number }, onUnreadable?: OnUnreadable): Promise<Draft | null>;
  /** The numbers of a round's drafts, the last one last. */
  numbers(round: InRound): Promise<readonly number[]>;
  /**
   * Writes the draft if its number is not taken yet.
   * @returns the stored draft, the first one written: `draft` itself, the same object, when this one was the first
   */
  putFirst(draft: Draft): Promise<Draft>;
  /** Does nothing when there is none. */
  remove(key: InRound & { readonly draft: number }): Promise<void>;
}

/** Repairs of rounds, by number. */
interface Repairs {
  /** As `Store`. */
  get(key: InRound & { readonly number: number }, onUnreadable?: OnUnreadable): Promise<Repair | null>;
  /**
   * Writes the repair if its number is not taken yet.
   * @returns the stored repair, the first one written: `repair` itself, the same object, when this one was the first
   */
  putFirst(repair: Repair): Promise<Repair>;
  /** Does nothing when there is none. */
  remove(key: InRound & { readonly number: number }): Promise<void>;
}

/**
 * Everybody's free/busy of a round's meeting week, as read for pairing. It is deleted once the plan is on record. What cannot
 * be read of it counts as missing: calendars can be read again.
 */
interface Availability {
  get(key: InRound): Promise<ReadonlyMap<PersonId, FreeBusy> | null>;
  /** Writes it if the round has none yet, and gives the stored one: the first one written. */
  putFirst(key: InRound, read: ReadonlyMap<PersonId, FreeBusy>): Promise<ReadonlyMap<PersonId, FreeBusy>>;
  /** Does nothing when there is none. */
  remove(key: InRound): Promise<void>;
}
