import type { PairingView } from '../../core/words/pairing-view.ts';
import { type AdaptiveCard, button, card, heading, text } from './card.ts';
import { chooseCard } from './choose-card.ts';
import { type Beside, meetingCard } from './meeting-card.ts';
import { namesOf, type Reading } from './reading.ts';

/**
 * A pairing as it is now: the meeting, the times on offer, or why there is no meeting. The one card of a pairing, for a
 * member who asked for it, pressed a button or is told of a change.
 */
export function viewCard(view: PairingView, beside: Beside, reading: Reading): AdaptiveCard {
  switch (view.state) {
    case 'failed':
    case 'cancelled':
      return withoutMeeting(view, view.state, beside.lead, reading);
    case 'suggested':
      return chooseCard(view, beside.lead, reading);
    case 'planned':
    case 'booked':
      return view.offer === null || view.offer.length === 0
        ? meetingCard(view, beside, reading)
        : chooseCard(view, beside.lead, reading);
  }
}

function withoutMeeting(
  view: PairingView,
  state: 'failed' | 'cancelled',
  lead: string | null,
  reading: Reading,
): AdaptiveCard {
  const { words } = reading;
  const title = words.calledOff.title({ names: namesOf(view.partners, reading) });
  const said = [...(lead === null ? [] : [lead]), words.pairing[state]];
  return card(
    words.language,
    [`${title}.`, ...said].join(' '),
    [heading(title), ...said.map(text)],
    [
      button(words.buttons['my-pairing'], 'my-pairing', null),
      button(words.buttons.pause, 'pause-ask', view.scheme),
    ],
  );
}
