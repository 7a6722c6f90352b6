import { CardFactory } from 'botbuilder';
import type { Activity } from 'botbuilder';
import type { AdaptiveCard } from '../cards/card.ts';

/** A chat message with a card. Notifications and screen readers get the card's plain text. */
export function cardMessage(card: AdaptiveCard): Partial<Activity> {
  return {
    type: 'message',
    summary: card.fallbackText,
    attachments: [CardFactory.adaptiveCard(card)],
  };
}
