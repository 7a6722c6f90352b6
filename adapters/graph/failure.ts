import * as z from 'zod';
import type { MailboxGone } from '../../core/ports/meetings.ts';
import { Unavailable } from '../../core/shared/unavailable.ts';
import { again } from './retry.ts';

const failure = z.object({ error: z.object({ code: z.string() }) });

/** The error code in the body of an answer, such as `ErrorAccessDenied`; null when there is none. */
export function graphCode(body: unknown): string | null {
  const parsed = failure.safeParse(body);
  return parsed.success ? parsed.data.error.code : null;
}

/**
 * @param doing what was being done, for the message: "reading people of the directory"
 * @returns `Unavailable` where the same request may succeed later: the tenant's consent may be on its way, too
 */
export function graphFailure(doing: string, status: number, body: unknown): Error {
  const what = `Microsoft Graph refused ${doing}: ${status} ${graphCode(body) ?? ''}`.trim();
  return again.has(status) || status === 401 || status === 403
    ? new Unavailable('graph', what)
    : new Error(what);
}

/** Codes of 404 that speak of the mailbox. Others, such as `ErrorItemNotFound`, speak of what is in it. */
const mailboxCodes: ReadonlySet<string | null> = new Set([
  'MailboxNotEnabledForRESTAPI',
  'MailboxNotSupportedForRESTAPI',
  'MailboxNotFound',
  'ErrorNonExistentMailbox',
  'ErrorInvalidUser',
  'Request_ResourceNotFound',
  'ResourceNotFound',
]);

/** What a refusal means that would come again; null: the same request may succeed later. */
export function lastingRefusal(status: number): 'refused' | MailboxGone | null {
  if (status === 400) return 'refused';
  return status === 403 || status === 404 ? 'mailbox-gone' : null;
}

/** The same for a request about one event, which may be what is gone. */
export function lastingRefusalOfEvent(
  status: number,
  code: string | null,
): 'refused' | 'event-gone' | MailboxGone | null {
  const isGone = status === 410 || (status === 404 && !mailboxCodes.has(code));
  return isGone ? 'event-gone' : lastingRefusal(status);
}
