import type { Message, Reader } from '../words/message.ts';

/**
 * How to reach somebody's chat with the bot: written and read by the messenger alone, kept with the person as it is
 * (a Bot Framework conversation reference, as JSON text).
 */
export type Conversation = string;

export type Delivery =
  | { readonly kind: 'sent'; readonly activityId: string }
  /** The person blocked or removed the app: a state, not an error to repeat. */
  | { readonly kind: 'unreachable' };

/**
 * Sends messages to people on the product's own initiative. The connector of Bot Framework has no idempotency key:
 * `key` is stamped on the message (see `ChatHistory`), and the caller records it before and after.
 * @throws when the connector did not take the message for certain or the outcome is unknown (a cut connection).
 */
export interface Messenger {
  send(to: Conversation, reader: Reader, message: Message, key: string): Promise<Delivery>;
}

/**
 * Looks into somebody's chat with the bot for a message that carries `key`: asked only when a send was interrupted, so
 * that nobody is told twice. Reads the bot's own messages alone.
 */
export interface ChatHistory {
  find(person: string, key: string): Promise<{ readonly activityId: string } | null>;
}
