import type { Message } from '../../../core/words/message.ts';
import { phaseOf } from '../../../core/words/pairing-facts.ts';
import { type AdaptiveCard, card, text } from '../card.ts';
import { type Reading, whenText } from '../reading.ts';

/** Takes the place of an earlier card about a meeting: that there is a later message, and when the meeting is now. */
export function outdatedCard(message: Message, reading: Reading): AdaptiveCard {
  const { language, month } = reading.words;
  const view = 'pairing' in message ? message.pairing : null;
  const isOver = view?.state === 'booked' && phaseOf(view) === 'over';
  const isChange = message.kind === 'pairing' || message.kind === 'called-off';
  const said = month.outdated[isOver ? 'over' : isChange ? 'changed' : 'newer'];
  const when = isOver || !view?.slot ? [] : [whenText(view.slot, reading)];
  return card(
    language,
    [said, ...when].join(' '),
    [text(said), ...when.map((line) => ({ ...text(line), weight: 'Bolder' as const }))],
    [],
    said,
  );
}
