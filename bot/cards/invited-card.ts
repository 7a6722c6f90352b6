import { rightsWordsFor } from '../../core/words/rights.ts';
import type { Message } from '../../core/words/message.ts';
import { type AdaptiveCard, button, card, heading, text } from './card.ts';
import type { Reading } from './reading.ts';

/** Invites somebody to take part. */
export function invitedCard({ by }: Extract<Message, { kind: 'invited' }>, { words }: Reading): AdaptiveCard {
  const { language, invited } = rightsWordsFor(words.language);
  return card(
    language,
    `${invited.title} ${invited.why(by)}`,
    [heading(invited.title), text(invited.why(by)), text(invited.what), text(invited.choice)],
    [button(invited.join, 'join', null), button(invited.decline, 'decline-invitation', null)],
  );
}

/** Answers somebody who does not want to take part. */
export function declinedCard({ words }: Pick<Reading, 'words'>): AdaptiveCard {
  const { language, invited } = rightsWordsFor(words.language);
  return card(language, invited.declined, [text(invited.declined)], [button(invited.join, 'join', null)]);
}
