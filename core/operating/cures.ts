// What an operator is to do, in one sentence each. Operators read English alone, as in the log and on the command line.
import type { Reason } from './reason-of.ts';

const dataRoles = {
  table: 'Storage Table Data Contributor',
  queue: 'Storage Queue Data Contributor',
  container: 'Storage Blob Data Contributor',
} as const;

/** How often a neighbour turns calls away for now. */
const forNow = new Set<number | null>([429, 500, 502, 503, 504]);

export function cureOfStorage(kind: keyof typeof dataRoles, name: string, { status, code }: Reason): string {
  if (status === 404)
    return `Make the ${kind} "${name}" in the storage account: the infrastructure makes all of them.`;
  if (status === 403 && code === 'AuthorizationFailure')
    return 'Let the function app through the firewall of the storage account.';
  if (status === 403 || status === 401)
    return `Give the managed identity the role "${dataRoles[kind]}" on the storage account.`;
  if (forNow.has(status)) return 'Storage turns calls away for now: check again in a few minutes.';
  return 'See whether the storage account of the settings exists, and whether the function app may reach it.';
}

export const cures = {
  rows: 'Find "unreadable record" in the log, and put each row right or delete it; the release that wrote a newer version reads it.',
  rowsNotRead: 'Mend what the check "storage" says of this table.',
  token:
    'See whether the app registration trusts the managed identity as a federated credential, and whether TENANT_ID, APP_ID and MANAGED_IDENTITY_CLIENT_ID are right.',
  otherTenant:
    'Set TENANT_ID and APP_ID to the tenant and the app registration that the managed identity belongs to.',
  tooMuch:
    'Take Calendars.ReadWrite off the app registration, for it opens every calendar of the tenant, and grant "Application Calendars.ReadWrite" in Exchange for the organiser mailboxes alone.',
  clock: 'Set the clock of the machine: tokens count as invalid when it is five minutes off.',
  users: 'Grant User.Read.All to the app registration, with the consent of an administrator.',
  calendars: 'Grant Calendars.ReadBasic.All to the app registration, with the consent of an administrator.',
  ownCalendar: 'See whether you have a mailbox: the calendars of others may be readable all the same.',
  chats:
    'Grant Chat.Read.WhereInstalled to the app registration, with the consent of an administrator, and add the app in Teams yourself.',
  ownChat: 'Add the app in Teams yourself, then check again: this is tried with your own chat with the bot.',
  mailboxesFirst: 'Mend what the check "mailbox" says, then check again.',
  mailboxMissing:
    'Make the mailbox again with its licence, or take it off ORGANISER_MAILBOXES once its rounds are over.',
  mailboxClosed:
    'Grant "Application Calendars.ReadWrite" for this mailbox in Exchange (New-ManagementRoleAssignment), and wait up to two hours.',
  bot: 'See whether the app registration is the one of the Azure Bot, single tenant, and whether BOT_RESOURCE is right.',
  rounds:
    'See in the log why the step fails or whether the timer "clock" does not run, then look at the poison messages.',
  roundsNotRead: 'Mend what the check "storage" says of the tables "schemes" and "rounds".',
  poison:
    'Run "npm run poison -- list", mend what the log says of them, then try them again or put them aside within seven days.',
  poisonNotRead: 'Mend what the check "storage" says of the queues.',
} as const;

/** @param mends what to do about a refusal (403) */
export function cureOfGraph({ status }: Reason, mends: string): string {
  if (status === 403) return mends;
  if (status === 401) return cures.token;
  if (forNow.has(status)) return 'Microsoft Graph turns calls away for now: check again in a few minutes.';
  return 'See whether the function app may reach GRAPH_URL, and whether Microsoft reports an outage.';
}
