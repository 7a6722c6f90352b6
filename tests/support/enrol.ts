import type { Conversation } from '../../core/ports/messenger.ts';
import type { Storage } from '../../core/ports/storage.ts';
import type { PastMeeting } from '../../core/records/participant.ts';
import { personId } from '../../core/records/person.ts';
import { concurrently } from '../../core/shared/concurrently.ts';
import { participant, personRecord } from './records.ts';

/** People of a tenant. Their records are written directly, as after a sign-up in the chat. */
export interface Enrolled {
  readonly employees: readonly { readonly oid: string; readonly mail: string; readonly name: string }[];
  readonly tenant: string;
  readonly appId: string;
  /** The URL of the Bot Connector. */
  readonly serviceUrl: string;
}

const joinedAt = Date.parse('2026-11-02T08:00:00Z');

/** Writes the records of people who added the app. */
export async function installEverywhere(
  { people }: Pick<Storage, 'people'>,
  { employees, tenant, appId, serviceUrl }: Enrolled,
): Promise<void> {
  await concurrently(employees, async ({ oid, name }) => {
    const conversation = conversationOf({ oid }, { tenant, appId, serviceUrl });
    await people.insert(personRecord(personId(tenant, oid), { name, conversation }));
  });
}

/** How the bot reaches somebody's chat. */
export function conversationOf(
  { oid }: { readonly oid: string },
  { tenant, appId, serviceUrl }: Omit<Enrolled, 'employees'>,
): Conversation {
  return JSON.stringify({
    serviceUrl,
    channelId: 'msteams',
    conversation: { id: `a:${oid}`, tenantId: tenant, conversationType: 'personal' },
    bot: { id: `28:${appId}` },
    user: { id: `29:${oid}`, aadObjectId: oid },
  });
}

/** Writes the records of people who joined a scheme, and met others in rounds 1 to `earlier`, nobody twice. */
export async function enrolAll(
  { participants }: Pick<Storage, 'participants'>,
  scheme: string,
  { employees, tenant }: Pick<Enrolled, 'employees' | 'tenant'>,
  earlier: number,
): Promise<void> {
  const ids = employees.map(({ oid }) => personId(tenant, oid));
  const meetings = (i: number): PastMeeting[] =>
    Array.from({ length: earlier }, (_, n) => n).flatMap((n) => {
      const other = ids[i ^ (1 << n)];
      return other === undefined
        ? []
        : [{ number: n + 1, round: null, with: [other], met: true, spent: true }];
    });
  await participants.insertMissing(
    employees.map(({ oid }, i) =>
      participant(personId(tenant, oid), { scheme, joinedAt, meetings: meetings(i) }),
    ),
  );
}
