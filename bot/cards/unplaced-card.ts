import type { Message } from '../../core/words/message.ts';
import { dateText } from '../../core/words/when.ts';
import { button, card, heading, text, withPrimary } from './card.ts';
import type { AdaptiveCard } from './card.ts';
import type { Reading } from './reading.ts';

/** Says why there is no meeting in this round, and when the next round is. */
export function unplacedCard(
  message: Extract<Message, { kind: 'unplaced' }>,
  { words, tag }: Reading,
): AdaptiveCard {
  const title = words.unplaced.title({ scheme: message.scheme.name });
  const reason = words.unplaced.reasons[message.reason];
  return card(
    words.language,
    `${title}. ${reason}`,
    [heading(title), text(reason), text(words.unplaced.next({ week: dateText(message.nextWeek, tag) }))],
    withPrimary([
      button(words.buttons.help, 'help', null),
      button(words.buttons.pause, 'pause-ask', message.scheme.id),
    ]),
  );
}
