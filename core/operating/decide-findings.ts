import { cureOfGraph, cures } from './cures.ts';
import { type Reason, reasonText } from './reason-of.ts';
import type { Finding, Level } from '../api/self-check.ts';

type Check = Finding['check'];

export function isWell(check: Check, of: string | null, detail: string): Finding {
  return { check, of, level: 'ok', detail, cure: null };
}

export function isIll(
  check: Check,
  of: string | null,
  detail: string,
  cure: string,
  level: Level = 'failed',
): Finding {
  return { check, of, level, detail, cure };
}

/** The application permissions that the token must hold. That for organisers' calendars is Exchange's to grant. */
const permissionsInToken = ['User.Read.All', 'Calendars.ReadBasic.All', 'Chat.Read.WhereInstalled'] as const;
type PermissionInToken = (typeof permissionsInToken)[number];

const curesOfPermissions: Readonly<Record<PermissionInToken, string>> = {
  'User.Read.All': cures.users,
  'Calendars.ReadBasic.All': cures.calendars,
  'Chat.Read.WhereInstalled': cures.chats,
};

interface Ids {
  readonly tenant: string | null;
  readonly app: string | null;
}

/** What the product's token says: whose it is, and each permission. */
export function findingsOfToken(wanted: Ids, token: Ids & { readonly roles: readonly string[] }): Finding[] {
  const isOurs = token.tenant === wanted.tenant && token.app === wanted.app;
  const whose = isOurs
    ? isWell('token', null, 'of this tenant and app')
    : isIll('token', null, 'of another tenant or app than the settings name', cures.otherTenant);
  const permissions = permissionsInToken.map((role) =>
    token.roles.includes(role)
      ? isWell('token', role, 'in the token')
      : isIll('token', role, 'not in the token, which lasts an hour', curesOfPermissions[role]),
  );
  const everyCalendar = 'Calendars.ReadWrite';
  const exchange = token.roles.includes(everyCalendar)
    ? isIll('token', everyCalendar, 'in the token: for every mailbox', cures.tooMuch, 'warning')
    : isWell('token', everyCalendar, 'not in the token: Exchange grants it, mailbox by mailbox');
  return [whose, ...permissions, exchange];
}

/** Milliseconds: from there on a difference is worth a warning, and a failure. Tokens are refused after five minutes. */
const [noticed, tooFar] = [60_000, 300_000];

/**
 * @param theirs what Microsoft Graph's clock said; null when it said nothing
 * @param ours the product's clock at that moment, both in epoch milliseconds
 */
export function findingOfClock(theirs: number | null, ours: number): Finding {
  if (theirs === null)
    return isIll('clock', null, 'Microsoft Graph did not say the time', cures.clock, 'warning');
  const off = ours - theirs;
  const detail = `${Math.round(Math.abs(off) / 1000)} s ${off < 0 ? 'behind' : 'ahead of'} Microsoft Graph`;
  if (Math.abs(off) < noticed) return isWell('clock', null, detail);
  return isIll('clock', null, detail, cures.clock, Math.abs(off) < tooFar ? 'warning' : 'failed');
}

/** Whether Graph lets the product do something. */
export function findingOfPermission(permission: PermissionInToken, answer: Reason): Finding {
  const { status, code } = answer;
  const detail = reasonText(answer);
  const mends = curesOfPermissions[permission];
  if (status === 404 && permission === 'Chat.Read.WhereInstalled')
    return isIll('permission', permission, detail, cures.ownChat, 'warning');
  if (status !== 200) return isIll('permission', permission, detail, cureOfGraph(answer, mends));
  if (code === null) return isWell('permission', permission, 'tried');
  return refusals.has(code)
    ? isIll('permission', permission, detail, mends)
    : isIll('permission', permission, detail, cures.ownCalendar, 'warning');
}

/** Codes of one person's free/busy that speak of the permission, not of the person. */
const refusals = new Set(['ErrorAccessDenied', 'ErrorNoFreeBusyAccess']);

/**
 * Whether an organiser's mailbox can be used.
 * @param of its number
 * @param written null: it could not be read, so writing was not tried
 */
export function findingOfMailbox(of: string, read: Reason, written: Reason | null): Finding {
  const refused = (answer: Reason, what: string) =>
    isIll(
      'mailbox',
      of,
      `${what}: ${reasonText(answer)}`,
      answer.status === 404 ? cures.mailboxMissing : cureOfGraph(answer, cures.mailboxClosed),
    );
  if (read.status !== 200 || written === null) return refused(read, 'cannot be read');
  // An event that does not exist is not found, or its id has a wrong form: the app may write.
  if (written.status === 404 || written.status === 400)
    return isWell('mailbox', of, 'can be read and written');
  return refused(written, 'cannot be written');
}
