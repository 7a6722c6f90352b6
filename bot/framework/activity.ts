import { z } from 'zod';
import type { Caller } from '../../core/enrolment/caller.ts';
import { personId } from '../../core/records/person.ts';

const account = z.looseObject({
  id: z.string().min(1),
  name: z.string().optional(),
  aadObjectId: z.string().optional(),
});

/** What we use of an activity; the rest passes through to botbuilder untouched. */
export const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  // Only Teams: botbuilder trusts other issuers for other channels.
  channelId: z.literal('msteams'),
  // Without one botbuilder would not compare it with the token.
  serviceUrl: z.url({ protocol: /^https?$/ }),
  timestamp: z.string().optional(),
  localTimestamp: z.string().optional(),
  localTimezone: z.string().optional(),
  locale: z.string().optional(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).nullish(),
  action: z.string().optional(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).optional(),
  name: z.string().optional(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  entities: z.array(z.looseObject({ type: z.string().optional() })).optional(),
});
export type Activity = z.infer<typeof activitySchema>;

/** The tenant an activity comes from, or null when it names none or two. */
export function tenantOf(activity: Activity): string | null {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter(
    (tenant) => tenant !== undefined,
  );
  return new Set(named).size === 1 ? (named[0] ?? null) : null;
}

/** Who writes, as Teams vouches for them; null where it names no person of the directory (the channel itself). */
export function callerOf(activity: Activity, tenant: string): Caller | null {
  const object = activity.from.aadObjectId;
  if (object === undefined) return null;
  const zone = zoneOrNothing(activity.localTimezone) ?? zoneOrNothing(clientZone(activity));
  return {
    id: personId(tenant, object),
    name: activity.from.name ?? '',
    ...(activity.locale !== undefined && { language: activity.locale }),
    ...(zone !== undefined && { zone }),
  };
}

/** The ISO date on which the activity was sent, in its sender's own zone where Teams says it. */
export function dateOf(activity: Activity): string | null {
  const written = activity.localTimestamp ?? activity.timestamp;
  const date = written?.slice(0, 10);
  return date !== undefined && z.iso.date().safeParse(date).success ? date : null;
}

export function isPersonal(activity: Activity): boolean {
  return activity.conversation.conversationType === 'personal';
}

/** Teams writes the zone of the client's clock into an entity named clientInfo. */
function clientZone(activity: Activity): string | undefined {
  const info = activity.entities?.find(({ type }) => type === 'clientInfo');
  return typeof info?.timezone === 'string' ? info.timezone : undefined;
}

/** `zone` when it is an IANA name that dates can be shown in, else nothing: a client may send anything. */
function zoneOrNothing(zone: string | undefined): string | undefined {
  if (zone === undefined || zone === '') return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return undefined;
  }
}
