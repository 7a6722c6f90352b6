import type { TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../cards/card.ts';
import type { Activity } from './activity.ts';
import { cardMessage } from './card-message.ts';
import { ConnectorFailure } from './connector-client.ts';
import { isUnreachable } from './messenger.ts';
import { type FileOffer, fileMessage, isFileConsent, offerMessage } from './files.ts';

/** The HTTP status and JSON body that answer an invoke activity. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** How one activity is answered. */
export interface Replies {
  /** Posts a card into the chat. */
  card(card: AdaptiveCard): Promise<void>;
  /** Posts plain text into the chat. */
  text(text: string): Promise<void>;
  /** Asks whether a file may be put into the person's OneDrive. False: this chat takes no such question. */
  offerFile(file: FileOffer): Promise<boolean>;
  /** Posts a file that is in the person's OneDrive. */
  file(file: Parameters<typeof fileMessage>[0]): Promise<void>;
  /** Takes an earlier message of the bot out of the chat, if it is there. */
  remove(activityId: string): Promise<void>;
  /** Shows in the chat for a few seconds that the bot is at work. */
  typing(): Promise<void>;
  /** Answers the request that brought an invoke activity. */
  invoke(answer: InvokeAnswer): Promise<void>;
}

export function repliesIn(context: TurnContext): Replies {
  return {
    async card(card) {
      await context.sendActivity(cardMessage(card));
    },
    async text(text) {
      await context.sendActivity(text);
    },
    async offerFile(file) {
      try {
        await context.sendActivity(offerMessage(file));
        return true;
      } catch (error) {
        if (isUnreachable(error) || !(error instanceof ConnectorFailure) || error.status === null)
          throw error;
        return false;
      }
    },
    async file(file) {
      await context.sendActivity(fileMessage(file));
    },
    async remove(activityId) {
      try {
        await context.deleteActivity(activityId);
      } catch (error) {
        if (!(error instanceof ConnectorFailure)) throw error;
      }
    },
    async typing() {
      await context.sendActivity({ type: 'typing' });
    },
    async invoke(value) {
      await context.sendActivity({ type: 'invokeResponse', value });
    },
  };
}

/**
 * Answers a message or a pressed button in words alone. Other activities get no answer. What answers a pressed button of a
 * file's offer is not shown, so the words come as a message.
 */
export async function answerInWords(replies: Replies, activity: Activity, words: string): Promise<void> {
  if (activity.type === 'message' || isFileConsent(activity)) await replies.text(words);
  if (isFileConsent(activity)) await replies.invoke({ status: 200 });
  else if (activity.type === 'invoke') {
    const value = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words };
    await replies.invoke({ status: 200, body: value });
  }
}
