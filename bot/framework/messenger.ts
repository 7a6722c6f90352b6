import type { CloudAdapterBase } from 'botbuilder';
import type { Conversation, Delivery, Messenger } from '../../core/ports/messenger.ts';
import type { AdaptiveCard } from '../cards/card.ts';
import { cardMessage } from './card-message.ts';
import { messageCard, withKey } from '../cards/message-card.ts';
import { outdatedCard } from '../cards/month/outdated-card.ts';
import { readingOf } from '../cards/reading.ts';
import { ConnectorFailure } from './connector-client.ts';
import { readReference } from './conversation-reference.ts';

/** Sends a card into a person's chat with the bot, on the product's own initiative. Throws as `Messenger`. */
export type SendCard = (to: Conversation, card: AdaptiveCard) => Promise<Delivery>;

/** Puts a card in the place of an earlier one in a person's chat. Throws as `Messenger`. */
type UpdateCard = (to: Conversation, activityId: string, card: AdaptiveCard) => Promise<void>;

/**
 * The port `Messenger` by Bot Framework.
 * @param turn waits until the next message may be sent
 * @param teamsApp the app's id in links of Teams to its tab; null: it is not known
 */
export function messengerBy(
  send: SendCard,
  update: UpdateCard,
  turn: () => Promise<void>,
  teamsApp: string | null,
): Messenger {
  return {
    async send(to, reader, message, key) {
      await turn();
      return send(to, messageCard(message, key, readingOf(reader, teamsApp)));
    },
    async update(to, activityId, reader, message, key) {
      await turn();
      await update(to, activityId, withKey(outdatedCard(message, readingOf(reader, teamsApp)), key));
    },
  };
}

export function createUpdater(adapter: CloudAdapterBase, appId: string): UpdateCard {
  return (to, id, card) =>
    adapter.continueConversationAsync(appId, readReference(to), async (context) => {
      await context.updateActivity({ ...cardMessage(card), id });
    });
}

export function createSender(adapter: CloudAdapterBase, appId: string): SendCard {
  return async (to, card) => {
    let activityId: string | undefined;
    try {
      await adapter.continueConversationAsync(appId, readReference(to), async (context) => {
        // Without this, botbuilder marks the message as a reply to an activity that does not exist.
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
  };
}

/** Teams' codes for an app that was blocked or removed, which come with 403. */
const gone = new Set(['MessageWritesBlocked', 'ConversationBlockedByUser', 'BotNotInConversationRoster']);

/** Whether the connector said that the person cannot be reached: 404, or 403 with one of these codes. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof ConnectorFailure)) return false;
  return error.status === 404 || (error.status === 403 && error.code !== null && gone.has(error.code));
}
