import { CardFactory } from 'botbuilder';
import type { Activity } from 'botbuilder';
import type { AdaptiveCard } from '../cards/card.ts';

/** A chat message that shows a card, with its words as plain text for notifications and screen readers. */
export function cardMessage(card: AdaptiveCard): Partial<Activity> {
  return {
    type: 'message',
    summary: card.fallbackText,
    attachments: [CardFactory.adaptiveCard(card)],
  };
}
