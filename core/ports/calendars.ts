import type { PersonId } from '../records/person.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import type { Interval } from '../time/interval.ts';

/** Free and busy times, never what somebody does then. */
export interface Calendars {
  /**
   * One answer for every person asked about. A mailbox that cannot be read does not spoil the others' answers.
   * @param detail what is read beside the view and the working hours; nothing when left out
   */
  freeBusy(
    people: readonly { readonly id: PersonId; readonly mail: string }[],
    window: Interval,
    detail?: 'entries',
  ): Promise<ReadonlyMap<PersonId, FreeBusy>>;
}
