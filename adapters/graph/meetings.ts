import { GraphError } from '@microsoft/microsoft-graph-client';
import * as z from 'zod';
import type { CreateResult, Meetings, SeenEvent } from '../../core/ports/meetings.ts';
import { requestsAtOnce } from '../../core/mailbox/limits.ts';
import type { BookedEvent } from '../../core/records/pairing.ts';
import { concurrently } from '../../core/shared/concurrently.ts';
import type { BatchResponse, Graph } from './client.ts';
import {
  keyOf,
  keyProperty,
  readEvent,
  selected,
  toBooked,
  toGraphChange,
  toGraphEvent,
} from './event-json.ts';
import { graphCode, graphFailure, lastingRefusal, lastingRefusalOfEvent } from './failure.ts';

/** Events a page of the calendar view. */
const pageSize = '200';

const found = z.object({ value: z.array(z.unknown()).nullish() });
/** The code of a refusal because an event with the same `transactionId` was made before. */
const usedBefore = 'ErrorDuplicateTransactionId';
const duplicate = z.object({ error: z.object({ '@event.existingEventId': z.string() }) });

/** Events in the organisers' mailboxes (`Calendars.ReadWrite`, scoped to those mailboxes). */
export function graphMeetings(graph: Graph): Meetings {
  const eventsOf = (organiser: string) => `/users/${encodeURIComponent(organiser)}/events`;
  const eventOf = (organiser: string, id: string) => `${eventsOf(organiser)}/${encodeURIComponent(id)}`;

  /** The event with the same `transactionId`, if that is why Graph refused to create another; otherwise null. */
  const existingEvent = async (organiser: string, { status, body }: BatchResponse): Promise<unknown> => {
    if (status !== 400 && status !== 409) return null;
    if (graphCode(body) !== usedBefore) return null;
    const named = duplicate.safeParse(body);
    if (!named.success) return null;
    const id = named.data.error['@event.existingEventId'];
    const path = `${eventOf(organiser, id)}?$select=${selected}`;
    return graph.at(organiser).get(path);
  };

  return {
    async find(organiser, keys, onTrouble) {
      const responses = await graph.at(organiser).batch(
        keys.map((key) => {
          const query = new URLSearchParams({
            $filter: `singleValueExtendedProperties/Any(ep: ep/id eq '${keyProperty}' and ep/value eq '${key}')`,
            $select: selected,
          });
          return { method: 'GET', url: `${eventsOf(organiser)}?${query.toString()}` };
        }),
      );
      const events = new Map<string, BookedEvent>();
      for (const [i, { status, body }] of responses.entries()) {
        if (lastingRefusal(status) === 'mailbox-gone') return 'mailbox-gone';
        if (status !== 200) throw graphFailure('looking for an event', status, body);
        const [first] = found.parse(body).value ?? [];
        const key = keys[i] ?? '';
        if (first === undefined) continue;
        const read = readEvent(first, organiser, (part, id) => onTrouble?.({ key, id, part }));
        if (read !== null) events.set(key, read.event);
      }
      return events;
    },

    async create(organiser, invitations) {
      const responses = await graph.at(organiser).batch(
        invitations.map((invitation) => ({
          method: 'POST',
          url: eventsOf(organiser),
          body: toGraphEvent(invitation),
        })),
      );
      return concurrently(
        responses,
        async (response): Promise<CreateResult> => {
          const { status, body } = response;
          const event = status === 201 ? body : await existingEvent(organiser, response);
          if (event !== null) {
            const read = readEvent(event, organiser, () => undefined);
            return read === null
              ? { kind: 'unknown', reason: `${status}, and the event cannot be read` }
              : { kind: 'booked', event: read.event };
          }
          const code = graphCode(body);
          const lasting = code === usedBefore ? null : lastingRefusal(status);
          return lasting === null
            ? { kind: 'unknown', reason: `${status} ${code ?? ''}`.trim() }
            : { kind: lasting };
        },
        requestsAtOnce,
      );
    },

    async update(organiser, id, to) {
      try {
        const changed = await graph.at(organiser).patch(eventOf(organiser, id), toGraphChange(to));
        return { kind: 'booked', event: toBooked(changed, organiser) };
      } catch (error) {
        return { kind: lastingOf(error) };
      }
    },

    async cancel(organiser, id, comment) {
      try {
        await graph.at(organiser).post(`${eventOf(organiser, id)}/cancel`, { comment });
        return 'cancelled';
      } catch (error) {
        const lasting = lastingOf(error);
        return lasting === 'event-gone' ? 'cancelled' : lasting;
      }
    },

    async seen(organiser, { start, end }, onTrouble) {
      const query = new URLSearchParams({
        startDateTime: new Date(start).toISOString(),
        endDateTime: new Date(end).toISOString(),
        $select: selected,
        $expand: `singleValueExtendedProperties($filter=id eq '${keyProperty}')`,
        $top: pageSize,
      });
      const path = `/users/${encodeURIComponent(organiser)}/calendarView?${query.toString()}`;
      const events: SeenEvent[] = [];
      try {
        for await (const item of graph.at(organiser).pages(path)) {
          const key = keyOf(item);
          if (key === null) continue;
          const read = readEvent(item, organiser, (part, id) => onTrouble?.({ key, id, part }));
          if (read !== null) events.push({ key, ...read });
        }
      } catch (error) {
        if (error instanceof GraphError && lastingRefusal(error.statusCode) === 'mailbox-gone')
          return 'mailbox-gone';
        throw error;
      }
      return events;
    },
  };
}

/**
 * What the refusal of a request about one event means, when it would come again.
 * @throws the error itself when it is no such refusal
 */
function lastingOf(error: unknown): NonNullable<ReturnType<typeof lastingRefusalOfEvent>> {
  const lasting = error instanceof GraphError ? lastingRefusalOfEvent(error.statusCode, error.code) : null;
  if (lasting === null) throw error;
  return lasting;
}
