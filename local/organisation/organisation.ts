import type { CalendarFile } from '../calendars/calendar.ts';
import type { Employee } from './employee.ts';

/** The staff that the product runs for. */
export interface Organisation {
  readonly employees: readonly Employee[];
  /** Mails in lower case. */
  readonly coordinators: readonly string[];
  /** By mail in lower case. */
  readonly calendars: ReadonlyMap<string, CalendarFile>;
}
