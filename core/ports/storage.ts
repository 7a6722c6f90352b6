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

/** Records under a key. A failure of the neighbour is thrown, never read as "not there". */
export interface Store<Key, T> {
  get(key: Key): Promise<Versioned<T> | null>;
  /** The new version; null when a record stands under the key already: the cheap lock. */
  insert(value: T): Promise<string | null>;
  /** The new version; null when the record has changed since `version` was read. */
  replace(value: T, version: string): Promise<string | null>;
}

/** A store whose records can be read group by group, in the order of their keys. */
export interface ListedStore<Group, Key, T> extends Store<Key, T> {
  list(group: Group): AsyncIterable<Versioned<T>>;
  /**
   * Inserts many at once; those that exist already stay as they are.
   * @throws a neighbour's failure; some may have been inserted
   */
  insertMissing(values: readonly T[]): Promise<void>;
  /** The records under some keys that exist, in any order; adjacent keys are read together. */
  getMany(keys: readonly Key[]): Promise<Versioned<T>[]>;
  /**
   * `insert` and `replace` of many, at most a hundred, in as few transactions as can be.
   * @param changes a null version inserts
   * @returns for each what `insert` or `replace` gives: the new version, or null
   * @throws a neighbour's failure; some may have been written
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
    /** The records of some people that exist, by person: many are read together. */
    getMany(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonRecord>>;
  };
  readonly participants: ListedStore<InScheme, InScheme & { readonly person: string }, Participant>;
  readonly rounds: ListedStore<InScheme, InRound, Round>;
  readonly pairings: ListedStore<InRound, InRound & { readonly pairing: string }, PairingRecord>;
  readonly placements: ListedStore<InRound, InRound & { readonly person: string }, Placement>;
  readonly outbox: ListedStore<InRound, InRound & { readonly key: string }, OutboxRecord>;
  /** What each organiser's mailbox has sent lately. */
  readonly budgets: Store<string, MailboxBudget>;
  readonly plans: Plans;
  readonly repairs: Repairs;
  readonly availability: Availability;
}

export interface Plans {
  get(key: InRound): Promise<Plan | null>;
  /** Writes the plan on the condition that none exists; gives the plan that stands, whoever wrote it. */
  putFirst(plan: Plan): Promise<Plan>;
}

/** Repairs of rounds, in the order of their numbers. */
export interface Repairs {
  get(key: InRound & { readonly number: number }): Promise<Repair | null>;
  /** Writes the repair on the condition that none of its number exists; gives the one that stands, whoever wrote it. */
  putFirst(repair: Repair): Promise<Repair>;
}

/** Everybody's free/busy of a round's meeting week as it was read for pairing: kept until the round is closed. */
export interface Availability {
  get(key: InRound): Promise<ReadonlyMap<PersonId, FreeBusy> | null>;
  /** Writes it on the condition that none exists; gives what stands. */
  putFirst(key: InRound, read: ReadonlyMap<PersonId, FreeBusy>): Promise<ReadonlyMap<PersonId, FreeBusy>>;
  /** Nothing there is no error. */
  remove(key: InRound): Promise<void>;
}
