import type { Message } from '../../core/words/message.ts';
import { button, card, heading, text } from './card.ts';
import type { AdaptiveCard } from './card.ts';
import { namesOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** A meeting that will not be, and, while the meeting week lasts, that somebody else is looked for. */
export function calledOffCard(
  message: Extract<Message, { kind: 'called-off' }>,
  reading: Reading,
): AdaptiveCard {
  const { words } = reading;
  const title = words.calledOff.title(namesOf(message.partners, reading));
  const { why, looking } = words.calledOff;
  const said = message.isAfterWeek ? [why] : [why, looking];
  return card(
    words.language,
    [`${title}.`, ...said].join(' '),
    [heading(title), ...said.map(text)],
    [
      button(words.buttons['my-pairing'], 'my-pairing', null),
      button(words.buttons.pause, 'pause-ask', message.scheme.id),
    ],
  );
}
