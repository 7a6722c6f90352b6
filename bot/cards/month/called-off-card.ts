import type { Message } from '../../../core/words/message.ts';
import { button, card, heading, text, withPrimary } from '../card.ts';
import type { AdaptiveCard } from '../card.ts';
import { namesOf } from '../reading.ts';
import type { Reading } from '../reading.ts';

/** Says that a meeting is called off, and that the product looks for somebody else. */
export function calledOffCard(
  message: Extract<Message, { kind: 'called-off' }>,
  reading: Reading,
): AdaptiveCard {
  const { words } = reading;
  const title = words.calledOff.title({ names: namesOf(message.partners, reading) });
  const { why, looking } = words.calledOff;
  return card(
    words.language,
    `${title}. ${why} ${looking}`,
    [heading(title), text(why), text(looking)],
    withPrimary([
      button(words.buttons['my-pairing'], 'my-pairing', null),
      button(words.buttons.pause, 'pause-ask', message.scheme.id),
    ]),
    words.month.notice.change,
  );
}
