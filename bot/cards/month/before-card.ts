import type { ComingResult } from '../../../core/following-up/say-coming.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { dayAfter, slotText, weekdayText } from '../../../core/words/when.ts';
import { type Action, type AdaptiveCard, banner, button, card, text, withPrimary } from '../card.ts';
import { chooseCard } from '../choose-card.ts';
import { whenElements } from '../meeting-card.ts';
import { questionText } from '../question.ts';
import { namesOf, type Reading } from '../reading.ts';
import { cannotButton, comingButton, writeButton } from './buttons.ts';

/**
 * The meeting is near: will you come? With times on offer, somebody seems to be away.
 * @param asked what the card says of who asks; null: the product asks
 */
export function beforeCard(view: PairingView, reading: Reading, asked: string | null = null): AdaptiveCard {
  const { month, buttons, language } = reading.words;
  const notice = month.notice[asked === null ? 'before' : 'remind'];
  const title = titleOf(view, reading);
  if (view.offer !== null && view.offer.length > 0) {
    const last = comingButton(view, month.coming.stillSuits);
    return chooseCard(view, { title, lead: month.before.away, last, notice }, reading);
  }
  const lead = asked === null ? [] : [text(asked)];
  const body = [banner(title), ...lead, ...whenElements(view, reading), text(questionText(view, reading))];
  const move = view.isAfterWeek ? [] : [button(buttons['other-times'], 'other-times', null)];
  const actions: Action[] = [
    ...comingButton(view, month.buttons.coming),
    ...move,
    ...cannotButton(view, reading),
    ...writeButton(view, reading),
  ];
  const spoken = asked === null ? `${title}.` : `${title}. ${asked}`;
  return card(language, spoken, body, withPrimary(actions), notice);
}

/** A coordinator would like to know: will you come, or which time do you choose? */
export function remindCard(view: PairingView, reading: Reading): AdaptiveCard {
  const { coming, choose } = reading.words.month.remind;
  return view.state === 'suggested'
    ? chooseCard(view, { lead: choose }, reading)
    : beforeCard(view, reading, coming);
}

/** "Tomorrow at 10:00 you are meeting Ann". */
function titleOf({ slot, partners, seenAt }: PairingView, reading: Reading): string {
  const { words, tag, zone } = reading;
  const names = namesOf(partners, reading);
  if (slot === null) return words.pairing.title({ names });
  const { from } = slotText(slot, zone, tag);
  const day = dayAfter(slot.start, seenAt, zone);
  if (day !== 'later') return words.month.before[day]({ from, names });
  return words.month.before.later({ weekday: weekdayText(slot.start, zone, tag), from, names });
}

/** The answer to "I'll be there". */
export function comingCard(
  { pairing }: Extract<ComingResult, { kind: 'coming' }>,
  reading: Reading,
): AdaptiveCard {
  const { month, buttons, language } = reading.words;
  const said = month.coming.noted;
  return card(
    language,
    said,
    [text(said), ...whenElements(pairing, reading), text(questionText(pairing, reading))],
    [
      ...writeButton(pairing, reading),
      button(buttons['other-times'], 'other-times', null),
      ...cannotButton(pairing, reading),
    ],
  );
}

/** The answer to "can't make it": other times, or not this time. */
export function cannotCard(view: PairingView, reading: Reading): AdaptiveCard {
  const { month, language } = reading.words;
  if (view.offer !== null && view.offer.length > 0) {
    return chooseCard(view, { lead: month.cannot.lead, keeps: false }, reading);
  }
  const said = month.cannot.none;
  return card(
    language,
    said,
    [text(said)],
    withPrimary([
      ...writeButton(view, reading),
      button(month.buttons['not-this-time'], 'skip-ask', view.scheme),
    ]),
  );
}
