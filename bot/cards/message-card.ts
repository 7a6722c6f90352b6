import type { Message } from '../../core/words/message.ts';
import { plainCard } from './answer-cards.ts';
import type { AdaptiveCard } from './card.ts';
import { calledOffCard } from './called-off-card.ts';
import { invitedCard } from './invited-card.ts';
import { newsText } from './news.ts';
import type { Reading } from './reading.ts';
import { unplacedCard } from './unplaced-card.ts';
import { viewCard } from './view-card.ts';

/** The card of a message that the product sends on its own initiative. */
export function messageCard(message: Message, key: string, reading: Reading): AdaptiveCard {
  return withKey(cardOf(message, reading), key);
}

/**
 * A card with the key of its message: the `id` of the first body element. There is no other place in a card that Teams keeps
 * and Graph gives back. No other card of the bot has an id there.
 */
export function withKey(plain: AdaptiveCard, key: string): AdaptiveCard {
  return {
    ...plain,
    body: plain.body.map((element, index) => (index === 0 ? { ...element, id: key } : element)),
  };
}

function cardOf(message: Message, reading: Reading): AdaptiveCard {
  switch (message.kind) {
    case 'pairing':
      return viewCard(message.pairing, { lead: newsText(message, reading), answers: false }, reading);
    case 'called-off':
      return calledOffCard(message, reading);
    case 'invited':
      return invitedCard(message, reading);
    case 'unplaced':
      return unplacedCard(message, reading);
    case 'before':
    case 'met':
    case 'again':
    case 'choose':
      return viewCard(message.pairing, { lead: null, answers: false }, reading);
    case 'call':
    case 'back':
    case 'still':
    case 'coordinator':
      return plainCard(message.scheme.name, reading);
  }
}
