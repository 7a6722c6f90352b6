import type { PairingView } from '../../core/views/my-pairing.ts';
import { type AdaptiveCard, button, card, heading, text } from './card.ts';
import { chooseCard } from './choose-card.ts';
import { meetingCard } from './meeting-card.ts';
import { namesOf, type Reading } from './reading.ts';

/**
 * The current state of a pairing, for a member who asked for it or pressed a button: the meeting and who has
 * answered, the times on offer, or why there is no meeting.
 * @param lead what the bot just did; null when it did nothing
 */
export function viewCard(
  view: PairingView,
  me: string,
  reading: Reading,
  lead: string | null = null,
): AdaptiveCard {
  switch (view.state) {
    case 'failed':
    case 'cancelled':
      return withoutMeeting(view, view.state, reading, lead);
    case 'suggested':
      return chooseCard({ ...view, slots: view.offer ?? [], booked: null, lead }, reading);
    case 'planned':
    case 'booked':
      return view.offer === null || view.offer.length === 0
        ? meetingCard(
            { ...view, invited: view.state === 'booked', lead, answers: answersOf(view, me, reading) },
            reading,
          )
        : chooseCard({ ...view, slots: view.offer, booked: view.slot, lead }, reading);
  }
}

/** Before the invitation is sent, there are no answers. */
function answersOf({ state, partners, answers }: PairingView, me: string, { words }: Reading) {
  if (state !== 'booked') return [];
  return [{ id: me, name: words.pairing.you }, ...partners].map(({ id, name }) => ({
    name,
    answer: answers[id] ?? 'none',
  }));
}

function withoutMeeting(
  view: PairingView,
  state: 'failed' | 'cancelled',
  reading: Reading,
  lead: string | null,
): AdaptiveCard {
  const { words } = reading;
  const title = words.calledOff.title(namesOf(view.partners, reading));
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
