import type { Employee } from '../organisation/employee.ts';
import type { Scheme } from '../../core/records/scheme.ts';

/** The next thing that the scheme does. */
export type NextStep = 'pairing' | 'week-begins' | 'week-ends';

/** Somebody of the directory, and whether they take part in the scheme. */
export interface OverviewPerson extends Employee {
  readonly coordinator: boolean;
  /** An IANA name; the directory may contain a Windows name. */
  readonly zone: string;
  /** Null for somebody who never joined. */
  readonly status: 'active' | 'paused' | 'left' | null;
}

/** `GET /local/overview`: what the start page needs beyond the product's own API. Instants are ISO 8601 in UTC. */
export interface Overview {
  readonly now: string;
  readonly scheme: Pick<Scheme, 'id' | 'name' | 'zone' | 'minutes'>;
  readonly next: { readonly at: string; readonly what: NextStep };
  /** When the next round is paired. */
  readonly nextPairing: string;
  /** The meeting week that is planned or under way, else the next one. `round` is its Monday, an ISO date. */
  readonly week: { readonly round: string; readonly start: string; readonly end: string };
  readonly people: readonly OverviewPerson[];
  /** The bot's app id. With a person's `oid` it gives the id of their chat. */
  readonly botId: string;
  /** The address of Microsoft's chat client, and the mail of its user; null when it was not started. */
  readonly playground: { readonly url: string; readonly mail: string } | null;
}
