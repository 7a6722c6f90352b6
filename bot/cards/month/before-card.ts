import type { ComingResult } from '../../../core/following-up/say-coming.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { dayAfter, slotText, weekdayText } from '../../../core/words/when.ts';
import { type Action, type AdaptiveCard, banner, button, card, text, withPrimary } from '../card.ts';
import { chooseCard } from '../choose-card.ts';
import { whenElements } from '../meeting-card.ts';
import { questionText } from '../question.ts';
import { namesOf, type Reading } from '../reading.ts';
import { cannotButton, comingButton, writeButton } from './buttons.ts';

/** The meeting is near: will you come? With times on offer, somebody seems to be away. */
export function beforeCard(view: PairingView, reading: Reading): AdaptiveCard {
  const { month, buttons, language } = reading.words;
  const notice = month.notice.before;
  const title = titleOf(view, reading);
  if (view.offer !== null && view.offer.length > 0) {
    const last = comingButton(view, month.coming.stillSuits);
    return chooseCard(view, { title, lead: month.before.away, last, notice }, reading);
  }
  const body = [banner(title), ...whenElements(view, reading), text(questionText(view, reading))];
  const move = view.isAfterWeek ? [] : [button(buttons['other-times'], 'other-times', null)];
  const actions: Action[] = [
    ...comingButton(view, month.buttons.coming),
    ...move,
    ...cannotButton(view, reading),
    ...writeButton(view, reading),
  ];
  return card(language, `${title}.`, body, withPrimary(actions), notice);
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
