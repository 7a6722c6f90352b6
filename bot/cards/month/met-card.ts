import type { FeedbackResult } from '../../../core/following-up/give-feedback.ts';
import type { MetResult } from '../../../core/following-up/say-met.ts';
import type { MetAnswer } from '../../../core/records/pairing.ts';
import { longestTakeaway } from '../../../core/records/limits/most-written.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { type AdaptiveCard, banner, button, card, type Element, text, withPrimary } from '../card.ts';
import { chooseCard } from '../choose-card.ts';
import { namesOf, type Reading, whenText } from '../reading.ts';
import { tabButton } from '../tab-link.ts';
import { metButton, writeButton } from './buttons.ts';

/**
 * Did you meet?
 * @param lead why it is asked now; null without a reason to tell
 */
export function metCard(view: PairingView, lead: string | null, reading: Reading): AdaptiveCard {
  const { month, language } = reading.words;
  const title = month.met.title({ names: namesOf(view.partners, reading) });
  const was = view.slot === null ? [] : [text(month.met.was({ when: whenText(view.slot, reading) }))];
  return card(
    language,
    lead === null ? title : `${lead} ${title}`,
    [banner(title), ...(lead === null ? [] : [text(lead)]), ...was],
    withPrimary([
      ...metButton(view, 'yes', month.buttons.yes),
      ...metButton(view, 'not-yet', month.buttons['not-yet']),
      ...metButton(view, 'no', month.buttons.no),
      ...tabButton('now?met', reading),
    ]),
    month.notice.met,
  );
}

/** A meeting that is over, and of which the reader said whether they met. */
export function pastCard(
  view: PairingView,
  said: MetAnswer,
  lead: string | null,
  reading: Reading,
): AdaptiveCard {
  const { month, buttons, language } = reading.words;
  const what = month.met.said[said]({ names: namesOf(view.partners, reading) });
  const lines = [...(lead === null ? [] : [lead]), what];
  const steps = {
    yes: metButton(view, 'yes', month.buttons['how-was-it']),
    'not-yet': [
      button(buttons['other-times'], 'other-times', null),
      ...metButton(view, 'yes', month.buttons['did-meet']),
    ],
    no: metButton(view, 'yes', month.buttons['did-meet']),
  }[said];
  return card(
    language,
    lines.join(' '),
    lines.map(text),
    [...steps, ...writeButton(view, reading), button(buttons.history, 'history', null)],
    month.notice.met,
  );
}

/** Answers somebody who said whether they met. */
export function saidMetCard(result: Exclude<MetResult, { kind: 'refused' }>, reading: Reading): AdaptiveCard {
  const { month, buttons, language } = reading.words;
  const { pairing } = result;
  switch (result.kind) {
    case 'yes':
      return feedbackCard(pairing, result.feedback, reading);
    case 'no':
      return card(
        language,
        month.met.no,
        [text(month.met.no)],
        [
          ...writeButton(pairing, reading),
          ...metButton(pairing, 'yes', month.buttons['did-meet']),
          button(buttons.history, 'history', null),
        ],
      );
    case 'not-yet': {
      const last = metButton(pairing, 'no', month.buttons['not-this-time']);
      if (pairing.offer !== null && pairing.offer.length > 0) {
        return chooseCard(pairing, { lead: month.met.lead, last, keeps: false }, reading);
      }
      const said = month.met.none;
      return card(language, said, [text(said)], [...writeButton(pairing, reading), ...last]);
    }
  }
}

/** They still would like to meet: times after the meeting week. */
export function againCard(view: PairingView, reading: Reading): AdaptiveCard {
  const { month } = reading.words;
  const title = month.again.title({ names: namesOf(view.partners, reading) });
  const last = metButton(view, 'no', month.buttons['not-this-time']);
  const notice = month.notice.again;
  return chooseCard(view, { title, lead: month.again.lead, last, keeps: false, notice }, reading);
}

/** How was it? Four faces, and one thing to take away. */
function feedbackCard(
  view: PairingView,
  given: Extract<MetResult, { kind: 'yes' }>['feedback'],
  reading: Reading,
): AdaptiveCard {
  const { month, buttons, language } = reading.words;
  const { met } = month;
  const fields: Element[] = [
    {
      type: 'Input.ChoiceSet',
      id: 'face',
      label: met.face,
      style: 'expanded',
      ...(given?.face !== undefined && { value: `${given.face}` }),
      choices: (['4', '3', '2', '1'] as const).map((value) => ({ title: met.faces[value], value })),
    },
    {
      type: 'Input.Text',
      id: 'takeaway',
      label: met.takeaway,
      maxLength: longestTakeaway,
      isMultiline: true,
      ...(given?.takeaway !== undefined && { value: given.takeaway }),
    },
    {
      type: 'Input.Toggle',
      id: 'shared',
      label: met.share,
      title: met.shareWith({ names: namesOf(view.partners, reading) }),
      value: given?.shared === true ? 'true' : 'false',
      wrap: true,
    },
  ];
  const { scheme, round } = view;
  return card(
    language,
    met.how,
    [text(met.how), ...fields],
    withPrimary([button(buttons.save, 'feedback', scheme, { round }), ...writeButton(view, reading)]),
  );
}

/** Answers somebody who said how it was. */
export function keptFeedbackCard(
  { feedback }: Extract<FeedbackResult, { kind: 'kept' }>,
  { words: { month, buttons, language } }: Reading,
): AdaptiveCard {
  const isShared = feedback.shared && feedback.takeaway !== undefined;
  const said = isShared ? month.met.keptShared : month.met.kept;
  return card(
    language,
    said,
    [text(said)],
    [button(buttons.history, 'history', null), button(buttons.help, 'help', null)],
  );
}
