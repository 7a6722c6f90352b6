import * as z from 'zod';
import type { Caller } from '../../core/enrolment/caller.ts';
import { personId } from '../../core/records/person.ts';
import { ianaZone } from '../../core/time/zones.ts';

/** An optional field: Bot Framework takes null for missing. */
function optional<T extends z.ZodType>(schema: T) {
  return schema
    .nullish()
    .transform((given) => given ?? undefined)
    .optional();
}

/** Text that storage, headers and addresses can hold: of limited length, no lone surrogates, no control characters. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((given) => given.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(given));

/** An id of Teams. One of dots alone would lead to another address of the Bot Connector. */
const id = text(500)
  .min(1)
  .refine((given) => !/^\.+$/.test(given));

/** The id of a conversation: botbuilder sends it as a header, and Teams writes it in ASCII. */
const conversationId = id.refine((given) => /^[\x20-\x7e]+$/.test(given));

/** What .NET writes for no GUID at all. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** An object id of the directory; undefined for people without one: Teams leaves it out, or it is empty or zero. */
const objectId = optional(z.string().trim())
  .transform((given) => (given === '' || given === nobody ? undefined : given?.toLowerCase()))
  .pipe(z.guid().optional())
  .optional();

/** A sender or receiver. An answer repeats it, so nothing else of it is kept. */
const account = z.object({
  id,
  // 256 characters are the most that the directory takes.
  name: optional(text(256)),
  aadObjectId: objectId,
});

/** A tenant's id; undefined for an empty one. */
const tenant = optional(z.string().trim().toLowerCase())
  .transform((given) => (given === '' ? undefined : given))
  .optional();

/** The fields of an activity that we use. All others pass to botbuilder unchanged. */
export const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: optional(id),
  // Teams alone: botbuilder trusts other issuers for other channels.
  channelId: z.literal('msteams'),
  // Required: botbuilder compares it with the token only when it is there.
  serviceUrl: z.url({ protocol: /^https?$/ }).max(2_000),
  timestamp: optional(z.string()),
  localTimestamp: optional(z.string()),
  localTimezone: optional(z.string()),
  // Tags are shorter by far; some clients send an empty one.
  locale: optional(text(85).trim())
    .transform((given) => (given === '' ? undefined : given))
    .optional(),
  from: account,
  recipient: account,
  // An answer repeats it, so nothing else of it is kept.
  conversation: z.object({
    id: conversationId,
    conversationType: optional(text(50)),
    tenantId: tenant,
  }),
  channelData: optional(z.looseObject({ tenant: optional(z.looseObject({ id: tenant })) })),
  action: optional(z.string()),
  membersAdded: optional(z.array(z.looseObject({ id: optional(z.string()) }))),
  name: optional(z.string()),
  // The message whose button was pressed.
  replyToId: optional(id),
  text: optional(z.string()),
  value: z.unknown().optional(),
  entities: optional(
    z
      .array(z.looseObject({ type: optional(z.string()) }).nullable())
      .transform((given) => given.filter((entity) => entity !== null)),
  ),
});
export type Activity = z.infer<typeof activitySchema>;

/** The tenant of an activity, in lower case; null when it names no tenant, or two different ones. */
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
  const zone = ianaZone(activity.localTimezone ?? '') ?? ianaZone(clientZone(activity) ?? '');
  return {
    id: personId(tenant, object),
    name: activity.from.name ?? '',
    ...(activity.id !== undefined && { activity: activity.id }),
    ...(activity.locale !== undefined && { language: activity.locale }),
    ...(zone !== null && { zone }),
  };
}

/** When the activity was sent, in epoch milliseconds; null where Teams does not say it. */
export function sentAt({ timestamp, localTimestamp }: Activity): number | null {
  const instant = Date.parse(timestamp ?? localTimestamp ?? '');
  return Number.isNaN(instant) ? null : instant;
}

export function isPersonal(activity: Activity): boolean {
  return activity.conversation.conversationType === 'personal';
}

/** Teams puts the zone of the client's clock into an entity named clientInfo. */
function clientZone(activity: Activity): string | undefined {
  const info = activity.entities?.find(({ type }) => type === 'clientInfo');
  return typeof info?.timezone === 'string' ? info.timezone : undefined;
}

/** What a message says, without mentions of the bot by the names that Teams gives with it. */
export function textOf({ text = '', entities = [] }: Activity): string {
  const mentions = entities.flatMap((entity) =>
    entity.type === 'mention' && typeof entity.text === 'string' && entity.text.trim() !== ''
      ? [entity.text]
      : [],
  );
  return mentions.reduce((rest, mention) => rest.replaceAll(mention, ' '), text.slice(0, longestRead));
}

/** The most characters of a message that are looked at: no command is longer. */
const longestRead = 500;
