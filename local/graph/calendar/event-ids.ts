import { createHash, randomBytes } from 'node:crypto';

/** An id like Outlook's immutable ones: safe in a path, and different for every copy. */
export function newEventId(): string {
  return `AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A${randomBytes(27).toString('base64url')}`;
}

/** A global object id, the same for all copies of an event. */
export function newICalUId(): string {
  return `040000008200E00074C5B7101A82E00800000000${randomBytes(28).toString('hex').toUpperCase()}`;
}

/** The address at which a Teams meeting is joined. It depends on the event alone, so it stays the same. */
export function joinUrl(iCalUId: string, tenant: string, organiserOid: string): string {
  const thread = createHash('sha256').update(iCalUId).digest('base64url');
  const context = encodeURIComponent(JSON.stringify({ Tid: tenant, Oid: organiserOid }));
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`;
}
