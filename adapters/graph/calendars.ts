import type { Calendars } from '../../core/ports/calendars.ts';
import type { PersonId } from '../../core/records/person.ts';
import { concurrently } from '../../core/shared/concurrently.ts';
import { inPartsOf } from '../../core/shared/in-parts.ts';
import type { FreeBusy } from '../../core/time/free-busy.ts';
import { batchSize, type Graph } from './client.ts';
import { mailboxesAtOnce, readFreeBusy } from './free-busy.ts';

/** Batches under way at once, each in the name of another organiser: their answers are large. */
const batchesAtOnce = 4;

/** Reads at the turn of one of some mailboxes, the first if that is free, and tells whose it is. */
export type ReadingTurn = <R>(
  mailboxes: readonly string[],
  read: (mailbox: string) => Promise<R>,
) => Promise<R>;

/**
 * Free and busy times (`Calendars.ReadBasic`), twenty mailboxes a request, twenty requests a batch. Each batch is made in
 * the name of one organiser's mailbox, which exists for certain, and at its turn; the batches are dealt to the organisers.
 * @param turn throws when none of them was free for too long
 * @throws (its function) when Graph fails, or refuses the reading as such: no partial answer passes for a whole one
 */
export function graphCalendars(graph: Graph, organisers: readonly string[], turn: ReadingTurn): Calendars {
  return {
    async freeBusy(people, window) {
      const handfuls = inPartsOf(mailboxesAtOnce * batchSize, people);
      const shares = organisers.map((_, i) => ({
        // Its own organiser first, then those after it.
        mailboxes: [...organisers.slice(i), ...organisers.slice(0, i)],
        handfuls: handfuls.filter((_handful, k) => k % organisers.length === i),
      }));
      const found = new Map<PersonId, FreeBusy>();
      await concurrently(
        shares,
        async ({ mailboxes, handfuls: own }) => {
          for (const handful of own) {
            const answers = await turn(mailboxes, (organiser) =>
              readFreeBusy(graph.at(organiser), organiser, handful, window),
            );
            for (const [id, answer] of answers) found.set(id, answer);
          }
        },
        batchesAtOnce,
      );
      return found;
    },
  };
}
