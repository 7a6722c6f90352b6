import type { Owner } from '../mailboxes/mailbox.ts';
import type { Caller, Needs } from './call.ts';
import { GraphError } from './errors.ts';

/** Application permissions that are sufficient for a route, the narrowest first. */
const sufficient: Record<Exclude<Needs['kind'], 'token'>, readonly string[]> = {
  directory: ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'],
  schedule: ['Calendars.ReadBasic', 'Calendars.ReadBasic.All', 'Calendars.Read', 'Calendars.ReadWrite'],
  // The first is a role of Exchange's RBAC for Applications: no token names it.
  events: ['Application Calendars.ReadWrite', 'Calendars.ReadWrite'],
  chat: ['Chat.Read.WhereInstalled', 'Chat.Read.All'],
  install: ['TeamsAppInstallation.ReadWriteSelfForUser.All', 'TeamsAppInstallation.ReadWriteForUser.All'],
};

/** Whose data an address means: a mailbox's owner's, those of a person or chat by object id, or everybody's. */
export type Subject = { readonly owner: Owner } | { readonly oid: string } | 'everybody';

/**
 * Checks whether a caller may use a route. An app needs the permission, and reaches events in service mailboxes
 * alone. A person reaches their own data. A caller without a token is the person at this machine, who may do
 * everything.
 * @throws GraphError 403
 */
export function checkAccess(caller: Caller, needs: Needs, subject: Subject): void {
  if (caller.kind === 'local' || needs.kind === 'token') return;
  if (caller.kind === 'user') {
    const oid = subject === 'everybody' ? null : 'oid' in subject ? subject.oid : subject.owner.oid;
    if (oid?.toLowerCase() === caller.oid.toLowerCase()) return;
    throw denied(needs);
  }
  if (!sufficient[needs.kind].some((permission) => caller.permissions.includes(permission)))
    throw denied(needs);
  if (
    needs.kind === 'events' &&
    typeof subject === 'object' &&
    'owner' in subject &&
    !subject.owner.organiser
  ) {
    throw denied(needs);
  }
}

function denied(needs: Needs): GraphError {
  switch (needs.kind) {
    case 'directory':
      return new GraphError(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges to complete the operation.',
      );
    case 'chat':
    case 'install':
      return new GraphError(403, 'Forbidden', 'Missing role permissions on the request.');
    case 'schedule':
    case 'events':
    case 'token':
      return new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  }
}

export function unauthenticated(): GraphError {
  return new GraphError(
    401,
    'InvalidAuthenticationToken',
    'Access token validation failure. Invalid or expired token.',
    {
      headers: { 'www-authenticate': 'Bearer realm="", error="invalid_token"' },
    },
  );
}
