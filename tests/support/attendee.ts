import assert from 'node:assert/strict';
import type { Employee } from '../../local/organisation/employee.ts';
import type { GraphEvent, ServedGraph } from './emulated-graph.ts';

/** Busy time in somebody's calendar. */
export interface BusyTime {
  /** Instants: ISO 8601 in UTC, or epoch milliseconds. */
  readonly start: string | number;
  readonly end: string | number;
  readonly showAs?: 'busy' | 'oof' | 'tentative';
}

const utc = (at: string | number) => ({ dateTime: new Date(at).toISOString().slice(0, 19), timeZone: 'UTC' });

/** What people do in their own Outlook calendars, from 14 December 2026 to the end of the year. */
export function attendees({ graph: { app } }: ServedGraph) {
  const post = async (path: string, body: unknown): Promise<void> => {
    const answer = await app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.text()}`);
  };
  const calendar = async (person: Pick<Employee, 'mail'>): Promise<readonly GraphEvent[]> => {
    const query = 'startDateTime=2026-12-14T00:00:00Z&endDateTime=2027-01-01T00:00:00Z&$top=100';
    const answer = await app.request(`/users/${person.mail}/calendarView?${query}`);
    return ((await answer.json()) as { value: GraphEvent[] }).value;
  };
  return {
    calendar,
    /** Answers the only invitation in somebody's calendar. */
    async respond(
      person: Employee,
      how: 'accept' | 'decline' | 'tentativelyAccept',
      propose?: Omit<BusyTime, 'showAs'>,
    ): Promise<void> {
      const invitations = (await calendar(person)).filter(({ subject }) => subject.startsWith('UnMentoring'));
      assert.equal(invitations.length, 1, `invitations of ${person.name}`);
      await post(`/users/${person.mail}/events/${invitations[0]?.id ?? ''}/${how}`, {
        ...(propose && { proposedNewTime: { start: utc(propose.start), end: utc(propose.end) } }),
      });
    },
    /** Adds busy time to somebody's calendar. */
    async fill(person: Employee, { start, end, showAs = 'busy' }: BusyTime): Promise<void> {
      await post(`/users/${person.mail}/events`, {
        subject: 'Private',
        start: utc(start),
        end: utc(end),
        showAs,
      });
    },
    /** Moves an event in a mailbox by hand. */
    async move(mailbox: string, event: string, { start, end }: BusyTime): Promise<void> {
      const answer = await app.request(`/users/${mailbox}/events/${event}`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ start: utc(start), end: utc(end) }),
      });
      assert.ok(answer.ok, `${event}: ${answer.status} ${await answer.text()}`);
    },
    /** Deletes an event from a mailbox by hand. */
    async remove(mailbox: string, event: string): Promise<void> {
      const answer = await app.request(`/users/${mailbox}/events/${event}`, { method: 'DELETE' });
      assert.equal(answer.status, 204);
    },
  };
}
