import type { CloudAdapter } from 'botbuilder';
import type { Delivery, Messenger } from '../../core/ports/messenger.ts';
import { cardMessage } from './card-message.ts';
import { messageCard } from '../cards/message-card.ts';
import { readingOf } from '../cards/reading.ts';
import { ConnectorFailure } from './connector-client.ts';
import { readReference } from './conversation-reference.ts';

/** The port `Messenger` by Bot Framework: one message into the person's chat with the bot. */
export function createMessenger(adapter: CloudAdapter, appId: string): Messenger {
  return {
    async send(to, reader, message, key): Promise<Delivery> {
      const card = messageCard(message, key, readingOf(reader));
      let activityId: string | undefined;
      try {
        await adapter.continueConversationAsync(appId, readReference(to), async (context) => {
          // botbuilder would call it a reply to an activity that never was.
          context.onSendActivities(async (_, activities, next) => {
            for (const activity of activities) delete activity.replyToId;
            return next();
          });
          const sent = await context.sendActivity(cardMessage(card));
          activityId = sent?.id;
        });
      } catch (error) {
        if (isUnreachable(error)) return { kind: 'unreachable' };
        throw error;
      }
      if (activityId === undefined) throw new Error('The Bot Connector took a message without naming it.');
      return { kind: 'sent', activityId };
    },
  };
}

/** 403 with one of Teams' codes for a blocked or removed app, or 404: the conversation is gone. */
const gone = new Set(['MessageWritesBlocked', 'ConversationBlockedByUser', 'BotNotInConversationRoster']);

/** Whether the connector said that the person cannot be reached, as opposed to a failure. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof ConnectorFailure)) return false;
  return error.status === 404 || (error.status === 403 && error.code !== null && gone.has(error.code));
}
