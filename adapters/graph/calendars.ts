import type { Calendars } from '../../core/ports/calendars.ts';
import type { MailboxGone } from '../../core/ports/meetings.ts';
import type { PersonId } from '../../core/records/person.ts';
import { concurrently } from '../../core/shared/concurrently.ts';
import { inPartsOf } from '../../core/shared/in-parts.ts';
import type { FreeBusy } from '../../core/time/free-busy.ts';
import { batchSize, type Calls } from './client.ts';
import { mailboxesAtOnce, readFreeBusy } from './free-busy.ts';

/** Batches under way at once, each in the name of another organiser. Few, since their answers are large. */
const batchesAtOnce = 4;

/** Calls `read`, which takes some requests, at the first of the mailboxes that is free and does not refuse. */
export type ReadingAtMailbox = <R>(
  mailboxes: readonly string[],
  requests: number,
  read: (mailbox: string) => Promise<R | MailboxGone>,
) => Promise<R>;

/**
 * Free and busy times (permission `Calendars.ReadBasic`): twenty mailboxes a request, twenty requests a batch. The batches
 * are dealt to the organisers. Each is made in the name of an organiser's mailbox.
 * @param readAt throws when no mailbox became free, or all refuse
 * @throws (its function) when Graph fails or refuses to let anything be read; never gives part of the answers
 */
export function graphCalendars(
  graph: { at(mailbox: string): Pick<Calls, 'batch'> },
  organisers: readonly string[],
  readAt: ReadingAtMailbox,
): Calendars {
  return {
    async freeBusy(people, window, held) {
      if (held !== undefined) {
        const answers = await readFreeBusy(graph.at(held), held, people, window);
        return new Map(answers === 'mailbox-gone' ? [] : answers);
      }
      const handfuls = inPartsOf(mailboxesAtOnce * batchSize, people);
      const shares = organisers.map((_, i) => ({
        mailboxes: [...organisers.slice(i), ...organisers.slice(0, i)],
        handfuls: handfuls.filter((_handful, k) => k % organisers.length === i),
      }));
      const found = new Map<PersonId, FreeBusy>();
      await concurrently(
        shares,
        async ({ mailboxes, handfuls: own }) => {
          for (const handful of own) {
            const answers = await readAt(
              mailboxes,
              Math.ceil(handful.length / mailboxesAtOnce),
              (organiser) => readFreeBusy(graph.at(organiser), organiser, handful, window),
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
