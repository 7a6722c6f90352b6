import type { PersonId } from '../records/person.ts';

/** How a neighbour answered a request that changes nothing. */
export interface ProbeAnswer {
  /** HTTP */
  readonly status: number;
  /** The code of a refusal, such as `ErrorAccessDenied`; null when there is none. */
  readonly code: string | null;
  /** What the neighbour's clock said, in epoch milliseconds, in whole seconds; null when it did not say. */
  readonly at: number | null;
}

/** A table, a queue, or the container of blobs. */
export interface StoreProbe {
  readonly kind: 'table' | 'queue' | 'container';
  readonly name: string;
  /** Writes, reads and removes something of no meaning. */
  readonly tryIt: () => Promise<void>;
}

/** The rows of a table. */
export interface RowsProbe {
  readonly table: string;
  /** Looks through the rows, and logs each that cannot be read. */
  readonly look: () => Promise<{
    readonly rows: number;
    /** Of all rows that say their version; null when none does. */
    readonly oldest: number | null;
    readonly newest: number | null;
    readonly unreadable: number;
    /** False when the table has more rows than were looked at. */
    readonly all: boolean;
  }>;
}

/** What the product's own token for Microsoft Graph says. */
export interface AppToken {
  /** Ids in lower case; null when the token does not say. */
  readonly tenant: string | null;
  readonly app: string | null;
  readonly roles: readonly string[];
}

/**
 * What a self-check asks of the neighbours. No request changes anything that people could notice, and none is repeated.
 * @throws (its functions) when a neighbour does not answer, or storage or Entra refuses
 */
export interface Probes {
  /** The tenant and the app registration that the settings name, in lower case. */
  readonly tenant: string;
  readonly app: string;
  readonly stores: readonly StoreProbe[];
  readonly rows: readonly RowsProbe[];
  graphToken(): Promise<AppToken>;
  botToken(): Promise<void>;
  /** Reads the id of one user. */
  readUsers(): Promise<ProbeAnswer>;
  /** Reads somebody's mail address; null when Graph does not say it. */
  readMail(person: PersonId): Promise<{ readonly answer: ProbeAnswer; readonly mail: string | null }>;
  /**
   * Reads an hour of somebody's free/busy in the name of an organiser's mailbox. With status 200, the code tells why nothing could
   * be read of theirs.
   */
  readFreeBusy(organiser: string, mail: string): Promise<ProbeAnswer>;
  /** Reads the latest message of somebody's chat with the bot. */
  readChat(person: PersonId): Promise<ProbeAnswer>;
  /** Reads an hour of an organiser's calendar. */
  readCalendar(organiser: string): Promise<ProbeAnswer>;
  /** Changes nothing of an event that does not exist: 403 when the app may not write. */
  writeCalendar(organiser: string): Promise<ProbeAnswer>;
}
