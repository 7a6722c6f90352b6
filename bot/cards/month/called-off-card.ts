import type { Message } from '../../../core/words/message.ts';
import type { Words } from '../../../core/words/words.ts';
import { button, card, heading, text, withPrimary } from '../card.ts';
import type { AdaptiveCard } from '../card.ts';
import { namesOf } from '../reading.ts';
import type { Reading } from '../reading.ts';

/** Says that a meeting is called off, and that the product looks for somebody else; or which coordinator did it, and their word. */
export function calledOffCard(
  message: Extract<Message, { kind: 'called-off' }>,
  reading: Reading,
): AdaptiveCard {
  const { words } = reading;
  const title = words.calledOff.title({ names: namesOf(message.partners, reading) });
  const lines = linesOf(message, words);
  return card(
    words.language,
    [`${title}.`, ...lines].join(' '),
    [heading(title), ...lines.map(text)],
    withPrimary([
      button(words.buttons['my-pairing'], 'my-pairing', null),
      button(words.buttons.pause, 'pause-ask', message.scheme.id),
    ]),
    words.month.notice.change,
  );
}

function linesOf({ by }: Extract<Message, { kind: 'called-off' }>, { calledOff }: Words): string[] {
  if (by === null) return [calledOff.why, calledOff.looking];
  return [
    by.name === null ? calledOff.by.nobody : calledOff.by.other({ name: by.name }),
    ...(by.word === '' ? [] : [calledOff.word({ word: by.word })]),
    calledOff.ended,
  ];
}
