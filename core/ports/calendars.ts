import type { PersonId } from '../records/person.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import type { Interval } from '../time/interval.ts';

/** Free and busy times, never what somebody does then. */
export interface Calendars {
  /** One answer for every person asked about. A mailbox that cannot be read does not spoil the others' answers. */
  freeBusy(
    people: readonly { readonly id: PersonId; readonly mail: string }[],
    window: Interval,
  ): Promise<ReadonlyMap<PersonId, FreeBusy>>;
}
