import * as z from 'zod';
import type { ConversationReference } from 'botbuilder';
import type { Activity } from './activity.ts';
import type { Conversation } from '../../core/ports/messenger.ts';

/** What is needed to send somebody a message. No names, and nothing that differs from one activity to the next. */
const referenceSchema = z.object({
  serviceUrl: z.url(),
  channelId: z.literal('msteams'),
  conversation: z.object({ id: z.string(), tenantId: z.string(), conversationType: z.literal('personal') }),
  bot: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), aadObjectId: z.string().optional() }),
});

/** Keeps how to reach the sender of an activity in their personal chat. */
export function writeReference(activity: Activity, tenant: string): Conversation {
  const reference: z.infer<typeof referenceSchema> = {
    serviceUrl: activity.serviceUrl,
    channelId: activity.channelId,
    conversation: { id: activity.conversation.id, tenantId: tenant, conversationType: 'personal' },
    bot: { id: activity.recipient.id },
    user: { id: activity.from.id, aadObjectId: activity.from.aadObjectId },
  };
  return JSON.stringify(reference);
}

/** @throws when the text was not written by `writeReference` */
export function readReference(conversation: Conversation): Partial<ConversationReference> {
  const {
    serviceUrl,
    channelId,
    conversation: chat,
    bot,
    user,
  } = referenceSchema.parse(JSON.parse(conversation));
  return {
    serviceUrl,
    channelId,
    conversation: { ...chat, isGroup: false, name: '' },
    bot: { ...bot, name: '' },
    user: { ...user, name: '' },
  } as Partial<ConversationReference>;
}
