import type { Message } from '../../core/messages/message.ts';
import { dateText } from '../../core/messages/when.ts';
import { button, card, heading, text } from './card.ts';
import type { AdaptiveCard } from './card.ts';
import { namesOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** A meeting that will not be, and whether somebody else may still be found. */
export function calledOffCard(
  message: Extract<Message, { kind: 'called-off' }>,
  reading: Reading,
): AdaptiveCard {
  const { words, tag } = reading;
  const title = words.calledOff.title(namesOf(message.partners, reading));
  const next = message.looking
    ? words.calledOff.looking
    : words.unplaced.next(dateText(message.nextWeek, tag));
  return card(
    words.language,
    `${title}. ${words.calledOff.why} ${next}`,
    [heading(title), text(words.calledOff.why), text(next)],
    [
      button(words.buttons['my-pairing'], 'my-pairing', null),
      button(words.buttons.pause, 'pause-ask', message.scheme.id),
    ],
  );
}
