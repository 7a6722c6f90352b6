import type { Message, Reader } from '../words/message.ts';

/**
 * How to reach somebody's chat with the bot: a Bot Framework conversation reference as JSON text. It is stored with the
 * person. Only the messenger writes and reads it.
 */
export type Conversation = string;

export type Delivery =
  | { readonly kind: 'sent'; readonly activityId: string }
  /** The person blocked or removed the app. Sending again would not help. */
  | { readonly kind: 'unreachable' };

/**
 * Sends messages to people on the product's own initiative. Bot Framework's connector does not recognise repeats. So each
 * message contains its `key` (`ChatHistory` finds it), and the caller records the key before and after sending.
 * @throws (its function) when the connector refused the message, or the outcome is unknown because the connection closed
 */
export interface Messenger {
  send(to: Conversation, reader: Reader, message: Message, key: string): Promise<Delivery>;
  /**
   * Has an earlier message say that `message`, which is below it in the chat, holds now. May be repeated.
   * @param key the earlier message's
   * @throws when the connector refused, or the outcome is unknown
   */
  update(to: Conversation, activityId: string, reader: Reader, message: Message, key: string): Promise<void>;
}

/**
 * Searches somebody's chat with the bot for the bot's message with a key. It is used after an interrupted send, so that
 * nobody gets the message twice. Messages of the person are not read.
 */
export interface ChatHistory {
  find(person: string, key: string): Promise<{ readonly activityId: string } | null>;
}
