import { z } from 'zod';
import type { Caller } from '../../core/enrolment/caller.ts';
import { personId } from '../../core/records/person.ts';

const account = z.looseObject({
  id: z.string().min(1),
  name: z.string().optional(),
  aadObjectId: z.string().optional(),
});

/** The fields of an activity that we use. All others pass to botbuilder unchanged. */
export const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  // Teams alone: botbuilder trusts other issuers for other channels.
  channelId: z.literal('msteams'),
  // Required: botbuilder compares it with the token only when it is there.
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

/** The tenant of an activity; null when it names no tenant, or two different ones. */
export function tenantOf(activity: Activity): string | null {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter(
    (tenant) => tenant !== undefined,
  );
  return new Set(named).size === 1 ? (named[0] ?? null) : null;
}

/**
 * The sender, as Teams identifies them. Null for a sender that is no person of the directory, such as the channel
 * itself.
 */
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

/** The ISO date on which the activity was sent, in the sender's zone where Teams says it, else in UTC. */
export function dateOf(activity: Activity): string | null {
  const written = activity.localTimestamp ?? activity.timestamp;
  const date = written?.slice(0, 10);
  return date !== undefined && z.iso.date().safeParse(date).success ? date : null;
}

export function isPersonal(activity: Activity): boolean {
  return activity.conversation.conversationType === 'personal';
}

/** Teams puts the zone of the client's clock into an entity named clientInfo. */
function clientZone(activity: Activity): string | undefined {
  const info = activity.entities?.find(({ type }) => type === 'clientInfo');
  return typeof info?.timezone === 'string' ? info.timezone : undefined;
}

/** The zone, if it is an IANA name that dates can be formatted in; a client may send anything. */
function zoneOrNothing(zone: string | undefined): string | undefined {
  if (zone === undefined || zone === '') return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return undefined;
  }
}
