import type { PairingView } from '../../../core/words/pairing-view.ts';
import { type AdaptiveCard, button, card, text, withPrimary } from '../card.ts';
import { whenElements } from '../meeting-card.ts';
import { type Reading, whenText } from '../reading.ts';
import { meetingButtons } from './buttons.ts';

/** A meeting that the reader knows of has changed: what changed, in a sentence, and when it is now. */
export function changeCard(view: PairingView, said: string, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const when = view.slot === null ? words.pairing.unbooked : whenText(view.slot, reading);
  const buttons = meetingButtons(view, reading);
  return card(
    words.language,
    `${said} ${when}.`,
    [text(said), ...whenElements(view, reading)],
    withPrimary(buttons.length > 0 ? buttons : [button(words.buttons.help, 'help', null)]),
    words.month.notice.change,
  );
}
