import { GraphError } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import type { Answer } from '../../core/api/schemas.ts';
import type { BookedEvent, Invitation, Meetings } from '../../core/ports/microsoft365.ts';
import { atMost } from './at-most.ts';
import type { Graph } from './client.ts';

/** Names the extended property that carries a pairing's key: a GUID of this product's own and a name. */
const keyProperty = 'String {6f1d8a52-3c1e-4b7a-9d60-8a1f0c5f7e21} Name UnMentoringPairing';

/** As `Prefer: outlook.timezone="UTC"` has it: `2026-12-15T10:00:00.0000000`. */
const instant = z
  .object({ dateTime: z.string(), timeZone: z.literal('UTC') })
  .transform(({ dateTime }) => new Date(`${dateTime.slice(0, 19)}Z`).toISOString());

/** Outlook answers this many requests of an app at once for one mailbox: https://learn.microsoft.com/graph/throttling-limits */
const requestsAtOnce = 4;

const event = z.object({
  id: z.string(),
  start: instant,
  end: instant,
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
});

const selected = 'id,start,end,onlineMeeting';

const answered = z.object({
  attendees: z.array(
    z.object({
      emailAddress: z.object({ address: z.string() }),
      status: z.object({ response: z.string() }).nullish(),
    }),
  ),
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })).optional(),
});

const existing = z.object({ '@event.existingEventId': z.string() });

const answers: Readonly<Record<string, Answer>> = {
  accepted: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
};

/** Events in the organisers' mailboxes (`Calendars.ReadWrite`, scoped to those mailboxes). */
export function graphMeetings(graph: Graph): Meetings {
  const inTurn = atMost(requestsAtOnce);
  const eventsOf = (organiser: string) => `/users/${encodeURIComponent(organiser)}/events`;
  const read = async (organiser: string, id: string) =>
    toBooked(await graph.get(`${eventsOf(organiser)}/${encodeURIComponent(id)}?$select=${selected}`));

  return {
    async find(organiser, key) {
      const query = new URLSearchParams({
        $filter: `singleValueExtendedProperties/Any(ep: ep/id eq '${keyProperty}' and ep/value eq '${key}')`,
        $select: selected,
      });
      for await (const found of graph.pages(`${eventsOf(organiser)}?${query.toString()}`))
        return toBooked(found);
      return null;
    },

    async create(invitation) {
      try {
        const { organiser } = invitation;
        return toBooked(
          await inTurn(organiser, () => graph.post(eventsOf(organiser), toGraphEvent(invitation))),
        );
      } catch (error) {
        // The same key was posted before and its event stands: Graph names it.
        const standing = error instanceof GraphError ? existingEvent(error) : null;
        if (standing === null) throw error;
        return read(invitation.organiser, standing);
      }
    },

    async cancel(organiser, id, comment) {
      try {
        await graph.post(`${eventsOf(organiser)}/${encodeURIComponent(id)}/cancel`, { comment });
      } catch (error) {
        if (error instanceof GraphError && (error.statusCode === 404 || error.statusCode === 410)) return;
        throw error;
      }
    },

    async *answers(organiser, { start, end }) {
      const query = new URLSearchParams({
        startDateTime: new Date(start).toISOString(),
        endDateTime: new Date(end).toISOString(),
        $select: 'id,attendees',
        $expand: `singleValueExtendedProperties($filter=id eq '${keyProperty}')`,
        $top: '200',
      });
      const path = `/users/${encodeURIComponent(organiser)}/calendarView?${query.toString()}`;
      for await (const item of graph.pages(path)) {
        const { attendees, singleValueExtendedProperties } = answered.parse(item);
        const key = singleValueExtendedProperties?.[0]?.value;
        if (key === undefined) continue;
        yield {
          key,
          answers: new Map(
            attendees.map(({ emailAddress, status }) => [
              emailAddress.address.toLowerCase(),
              answers[status?.response ?? ''] ?? 'none',
            ]),
          ),
        };
      }
    },
  };
}

function toBooked(found: unknown): BookedEvent {
  const { id, start, end, onlineMeeting } = event.parse(found);
  return { id, slot: { start, end }, joinUrl: onlineMeeting?.joinUrl ?? null };
}

function existingEvent(error: GraphError): string | null {
  if (error.statusCode !== 400 && error.statusCode !== 409) return null;
  if (error.code !== 'ErrorDuplicateTransactionId') return null;
  const body: unknown = typeof error.body === 'string' ? JSON.parse(error.body) : error.body;
  const parsed = existing.safeParse(body);
  return parsed.success ? parsed.data['@event.existingEventId'] : null;
}

function toGraphEvent({ key, subject, body, slot, attendees }: Invitation) {
  const utc = (instant: string) => ({ dateTime: instant.replace(/(\.\d+)?Z$/, ''), timeZone: 'UTC' });
  return {
    subject,
    body: { contentType: 'html', content: body },
    start: utc(slot.start),
    end: utc(slot.end),
    attendees: attendees.map(({ name, mail }) => ({
      type: 'required',
      emailAddress: { name, address: mail },
    })),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    allowNewTimeProposals: true,
    responseRequested: true,
    reminderMinutesBeforeStart: 10,
    isReminderOn: true,
    transactionId: key,
    singleValueExtendedProperties: [{ id: keyProperty, value: key }],
  };
}
