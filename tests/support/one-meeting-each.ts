import type { RoundDetail } from '../../core/api/rounds.ts';
import type { GraphEvent } from './emulated-graph.ts';

/**
 * What is wrong with a round: somebody in two pairings that are not over, or an event that no pairing knows. Empty when
 * all is well.
 * @param detail the coordinator's view of the round
 * @param events the events in the service mailboxes
 * @param mailOf the mail address of a person's id
 */
export function wrongWith(
  { pairings }: RoundDetail,
  events: readonly GraphEvent[],
  mailOf: (id: string) => string,
): string[] {
  const going = pairings.filter(({ state }) => state !== 'cancelled' && state !== 'failed');
  const places = going.flatMap(({ pairing, members }) => members.map(({ name }) => ({ pairing, name })));
  const twice = [...Map.groupBy(places, ({ name }) => name)].filter(([, theirs]) => theirs.length > 1);
  const known = new Set(
    going.flatMap(({ slot, members }) =>
      slot === null
        ? []
        : [
            meeting(
              new Date(slot.start),
              members.map(({ id }) => mailOf(id)),
            ),
          ],
    ),
  );
  const unknown = events
    .map(({ start, attendees }) =>
      meeting(
        new Date(`${start.dateTime.slice(0, 19)}Z`),
        attendees.map(({ emailAddress }) => emailAddress.address),
      ),
    )
    .filter((one) => !known.has(one));
  return [
    ...twice.map(([name, theirs]) => `${name} is in ${theirs.map(({ pairing }) => pairing).join(' and ')}`),
    ...unknown.map((one) => `no pairing knows the event at ${one}`),
  ];
}

function meeting(start: Date, mails: readonly string[]): string {
  return [start.toISOString(), ...mails.map((mail) => mail.toLowerCase()).sort()].join(' ');
}
