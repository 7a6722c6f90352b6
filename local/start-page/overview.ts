import type { Employee } from '../organisation/employee.ts';
import type { Scheme } from '../../core/records/scheme.ts';

/** What happens at the next instant at which anything happens. */
export type NextStep = 'pairing' | 'week-begins' | 'week-ends';

/** Somebody of the directory, and how they stand to the scheme. */
export interface OverviewPerson extends Employee {
  readonly coordinator: boolean;
  /** IANA; the directory may hold a Windows name. */
  readonly zone: string;
  /** Null for somebody who never joined. */
  readonly status: 'active' | 'paused' | 'left' | null;
}

/** `GET /local/overview`: what the start page must know and no address of the product says. Instants are ISO 8601 in UTC. */
export interface Overview {
  readonly now: string;
  readonly scheme: Pick<Scheme, 'id' | 'name' | 'zone' | 'minutes'>;
  readonly next: { readonly at: string; readonly what: NextStep };
  /** The meeting week that is under way or planned; else the coming one. `round` is its Monday, an ISO date. */
  readonly week: { readonly round: string; readonly start: string; readonly end: string };
  readonly people: readonly OverviewPerson[];
  /** The bot's app id: with a person's `oid` it makes the id of their chat. */
  readonly botId: string;
  /** Where Microsoft's chat client is, and the mail of the person one is there; null when it was not started. */
  readonly playground: { readonly url: string; readonly mail: string } | null;
}
