import { phaseOf } from '../../core/words/pairing-facts.ts';
import type { PairingView } from '../../core/words/pairing-view.ts';
import { type AdaptiveCard, button, card, heading, text, withPrimary } from './card.ts';
import { chooseCard } from './choose-card.ts';
import { type Beside, meetingCard } from './meeting-card.ts';
import { changeCard } from './month/change-card.ts';
import { metCard, pastCard } from './month/met-card.ts';
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
      return chooseCard(view, { lead: beside.lead, who: beside.photos ?? null }, reading);
    case 'planned':
    case 'booked':
      if (view.offer !== null && view.offer.length > 0)
        return chooseCard(view, { lead: beside.lead }, reading);
      if (view.state === 'planned' || phaseOf(view) !== 'over') {
        const isKnown = beside.lead !== null && beside.photos === undefined;
        return isKnown ? changeCard(view, beside.lead, reading) : meetingCard(view, beside, reading);
      }
      return view.mySaid === null
        ? metCard(view, beside.lead, reading)
        : pastCard(view, view.mySaid, beside.lead, reading);
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
  const { by, ended } = words.calledOff;
  const why = view.isCalledOff ? [by.nobody, ended] : [words.pairing[state]];
  const said = [...(lead === null ? [] : [lead]), ...why];
  return card(
    words.language,
    [`${title}.`, ...said].join(' '),
    [heading(title), ...said.map(text)],
    withPrimary([
      button(words.buttons['my-pairing'], 'my-pairing', null),
      button(words.buttons.pause, 'pause-ask', view.scheme),
    ]),
    words.month.notice.change,
  );
}
