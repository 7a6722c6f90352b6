import { createHash, randomBytes } from 'node:crypto';

/** An id as Outlook's immutable ones look: safe in a path, its own for every copy. */
export function newEventId(): string {
  return `AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A${randomBytes(27).toString('base64url')}`;
}

/** A global object id, the same in every mailbox. */
export function newICalUId(): string {
  return `040000008200E00074C5B7101A82E00800000000${randomBytes(28).toString('hex').toUpperCase()}`;
}

/** The address where a Teams meeting is joined: made from the event, so it stays the same. */
export function joinUrl(iCalUId: string, tenant: string, organiserOid: string): string {
  const thread = createHash('sha256').update(iCalUId).digest('base64url');
  const context = encodeURIComponent(JSON.stringify({ Tid: tenant, Oid: organiserOid }));
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`;
}
