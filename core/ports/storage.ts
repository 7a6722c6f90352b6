import type { MailboxBudget } from '../records/mailbox.ts';
import type { OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import type { Participant } from '../records/participant.ts';
import type { PersonId, PersonRecord } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { Plan } from '../records/plan.ts';
import type { Repair } from '../records/repair.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { FreeBusy } from '../time/free-busy.ts';

/** A stored value and the version (ETag) under which it was read. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: string;
}

/** Records by key. Failures of the neighbour are thrown, never taken for a missing record. */
export interface Store<Key, T> {
  get(key: Key): Promise<Versioned<T> | null>;
  /** Gives the new version; null when a record with that key exists. */
  insert(value: T): Promise<string | null>;
  /** Gives the new version; null when the record is not of that version any more. */
  replace(value: T, version: string): Promise<string | null>;
}

/** A store whose records form groups. */
export interface ListedStore<Group, Key, T> extends Store<Key, T> {
  /** All records of a group, in the order of their keys. */
  list(group: Group): AsyncIterable<Versioned<T>>;
  /**
   * Inserts many records. Records whose key exists stay as they are.
   * @throws a neighbour's failure; some records may have been inserted
   */
  insertMissing(values: readonly T[]): Promise<void>;
  /** Reads many records, in any order. Keys without a record are left out. Adjacent keys are read together. */
  getMany(keys: readonly Key[]): Promise<Versioned<T>[]>;
  /**
   * Inserts and replaces at most a hundred records, in as few transactions as possible.
   * @param changes a null version inserts
   * @returns for each what `insert` or `replace` gives: the new version, or null
   * @throws a neighbour's failure; some records may have been written
   */
  write(
    changes: readonly { readonly value: T; readonly version: string | null }[],
  ): Promise<(string | null)[]>;
}

interface InScheme {
  readonly scheme: string;
}
interface InRound extends InScheme {
  readonly round: string;
}

export interface Storage {
  readonly schemes: ListedStore<null, string, Scheme>;
  readonly people: Store<PersonId, PersonRecord> & {
    /** Reads many people's records, by person. People without a record are left out. */
    getMany(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonRecord>>;
  };
  readonly participants: ListedStore<InScheme, InScheme & { readonly person: string }, Participant>;
  readonly rounds: ListedStore<InScheme, InRound, Round>;
  readonly pairings: ListedStore<InRound, InRound & { readonly pairing: string }, PairingRecord>;
  readonly placements: ListedStore<InRound, InRound & { readonly person: string }, Placement>;
  readonly outbox: ListedStore<InRound, InRound & { readonly key: string }, OutboxRecord>;
  /** By mailbox. */
  readonly budgets: Store<string, MailboxBudget>;
  readonly plans: Plans;
  readonly repairs: Repairs;
  readonly availability: Availability;
}

interface Plans {
  get(key: InRound): Promise<Plan | null>;
  /** Writes the plan if the round has none yet, and gives the stored plan: the first one written. */
  putFirst(plan: Plan): Promise<Plan>;
}

/** Repairs of rounds, by number. */
interface Repairs {
  get(key: InRound & { readonly number: number }): Promise<Repair | null>;
  /** Writes the repair if its number is not taken yet, and gives the stored repair: the first one written. */
  putFirst(repair: Repair): Promise<Repair>;
}

/** Everybody's free/busy of a round's meeting week, as read for pairing. It is deleted when the round closes. */
interface Availability {
  get(key: InRound): Promise<ReadonlyMap<PersonId, FreeBusy> | null>;
  /** Writes it if the round has none yet, and gives the stored one: the first one written. */
  putFirst(key: InRound, read: ReadonlyMap<PersonId, FreeBusy>): Promise<ReadonlyMap<PersonId, FreeBusy>>;
  /** Does nothing when there is none. */
  remove(key: InRound): Promise<void>;
}
