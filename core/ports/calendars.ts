import type { PersonId } from '../records/person.ts';
import type { FreeBusy } from '../time/free-busy.ts';
import type { Interval } from '../time/interval.ts';

/** Free and busy times, without subjects or places. */
export interface Calendars {
  /**
   * One answer for every person. A mailbox that cannot be read gives `unreadable`; the others are read.
   * @param holding an organiser's mailbox that the caller holds; calendars are then read in its name, and nobody's when
   *   it refuses
   * @throws when the neighbour fails as a whole
   */
  freeBusy(
    people: readonly { readonly id: PersonId; readonly mail: string }[],
    window: Interval,
    holding?: string,
  ): Promise<ReadonlyMap<PersonId, FreeBusy>>;
}
