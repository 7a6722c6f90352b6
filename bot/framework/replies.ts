import type { TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../cards/card.ts';
import type { Activity } from './activity.ts';
import { cardMessage } from './card-message.ts';

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
    async typing() {
      await context.sendActivity({ type: 'typing' });
    },
    async invoke(value) {
      await context.sendActivity({ type: 'invokeResponse', value });
    },
  };
}

/** Answers a message or a pressed button in words alone. Other activities get no answer. */
export async function answerInWords(replies: Replies, { type }: Activity, words: string): Promise<void> {
  if (type === 'message') await replies.text(words);
  if (type === 'invoke') {
    const value = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words };
    await replies.invoke({ status: 200, body: value });
  }
}
