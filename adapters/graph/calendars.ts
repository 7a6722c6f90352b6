import type { Calendars } from '../../core/ports/calendars.ts';
import type { PersonId } from '../../core/records/person.ts';
import { concurrently } from '../../core/shared/concurrently.ts';
import { inPartsOf } from '../../core/shared/in-parts.ts';
import type { FreeBusy } from '../../core/time/free-busy.ts';
import { batchSize, type Graph } from './client.ts';
import { firstRequests, peopleReader } from './directory.ts';
import { freeBusyReader, mailboxesAtOnce } from './free-busy-reader.ts';
import { alongside, read } from './reader.ts';

/** Batches under way at once, each in the name of another organiser: their answers are large. */
const lanes = 4;

/** Reads at the turn of one of some mailboxes, the first if that is free, and tells whose it is. */
export type ReadingTurn = <R>(
  mailboxes: readonly string[],
  read: (mailbox: string) => Promise<R>,
) => Promise<R>;

/**
 * Free and busy times (`Calendars.ReadBasic`), twenty mailboxes a request, twenty requests a batch. Each batch is made in
 * the name of one organiser's mailbox, which exists for certain, and at its turn; the batches are dealt to the organisers.
 * @param tenant of the people whom the directory is asked about (`User.Read.All`)
 * @param turn throws when none of them was free for too long
 * @throws (its functions) when Graph fails, or refuses the reading as such: no partial answer passes for a whole one
 */
export function graphCalendars(
  graph: Graph,
  tenant: string,
  organisers: readonly string[],
  turn: ReadingTurn,
): Calendars {
  const calendars: Calendars = {
    async freeBusy(people, window, detail) {
      const handfuls = inPartsOf(mailboxesAtOnce * batchSize, people);
      const shares = organisers.map((_, i) => ({
        // Its own organiser first, then those after it.
        mailboxes: [...organisers.slice(i), ...organisers.slice(0, i)],
        handfuls: handfuls.filter((_handful, k) => k % organisers.length === i),
      }));
      const dealt = Array.from({ length: lanes }, (_, i) => shares.filter((_share, k) => k % lanes === i));
      const found = new Map<PersonId, FreeBusy>();
      await concurrently(dealt, async (lane) => {
        for (const { mailboxes, handfuls: own } of lane) {
          for (const handful of own) {
            const answers = await turn(mailboxes, (organiser) =>
              read(graph.at(organiser), freeBusyReader(organiser, handful, window, detail)),
            );
            for (const [id, answer] of answers) found.set(id, answer);
          }
        }
      });
      return found;
    },

    async peopleAndFreeBusy(ids, addressed, window, detail) {
      const whole = mailboxesAtOnce * batchSize;
      const most = whole - mailboxesAtOnce * firstRequests;
      if (addressed.length === 0 || addressed.length > most) {
        // The rest fills a batch with those whose address is not known yet.
        const inWhole = addressed.slice(0, addressed.length - (addressed.length % whole));
        const [people, freeBusy] = await Promise.all([
          read(graph, peopleReader(tenant, ids)),
          calendars.freeBusy(inWhole, window, detail),
        ]);
        return { people, freeBusy };
      }
      const { rest, found } = await turn(organisers, (organiser) =>
        read(
          graph.at(organiser),
          alongside(peopleReader(tenant, ids), freeBusyReader(organiser, addressed, window, detail)),
        ),
      );
      // The turn is over as soon as the calendars are read: the directory may have many pages.
      return { people: await read(graph, rest), freeBusy: new Map(found) };
    },
  };
  return calendars;
}
