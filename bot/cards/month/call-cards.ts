import type { CallResult, StillInResult } from '../../../core/enrolment/answer-call.ts';
import type { Message } from '../../../core/words/message.ts';
import { dateText, dayText } from '../../../core/words/when.ts';
import { nextSteps } from '../answer-cards.ts';
import { type AdaptiveCard, banner, button, card, text, withPrimary } from '../card.ts';
import { nextText, type Reading } from '../reading.ts';

type Of<Kind> = Extract<Message, { readonly kind: Kind }>;

/** A round is near. */
export function callCard({ scheme, round, pairingAt, asks }: Of<'call'>, reading: Reading): AdaptiveCard {
  const { words, tag, zone } = reading;
  const { call, buttons } = words.month;
  const when = { scheme: scheme.name, pairing: dayText(pairingAt, zone, tag), week: dateText(round, tag) };
  const said = asks ? call.how(when) : call.remind(when);
  const skip = asks ? buttons['not-this-time'] : words.buttons['skip-this'];
  return card(
    words.language,
    asks ? `${call.ask} ${said}` : said,
    [...(asks ? [banner(call.ask)] : []), text(said)],
    withPrimary([
      button(buttons['count-me-in'], 'call-answer', scheme.id, { round, answer: 'yes' }),
      button(skip, 'call-answer', scheme.id, { round, answer: 'skip' }),
      button(words.buttons.pause, 'pause-ask', scheme.id),
    ]),
  );
}

/** The reader's break ends. */
export function backCard({ scheme, until, next }: Of<'back'>, reading: Reading): AdaptiveCard {
  const { words, tag, zone } = reading;
  const { title, said } = words.month.back;
  const what = said({
    scheme: scheme.name,
    until: dateText(until, tag),
    pairing: dayText(next.pairingAt, zone, tag),
    week: dateText(next.round, tag),
  });
  return card(
    words.language,
    `${title}. ${what}`,
    [banner(title), text(what)],
    withPrimary([
      button(words.month.buttons['count-me-in'], 'call-answer', scheme.id, {
        round: next.round,
        answer: 'yes',
      }),
      button(words.buttons.pause, 'pause-ask', scheme.id),
      button(words.buttons.leave, 'leave-ask', scheme.id),
    ]),
  );
}

/** The reader was silent for several rounds: a question, or that they were stepped out. */
export function stillCard({ scheme, asks }: Of<'still'>, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const { still, buttons } = words.month;
  const title = asks ? still.title({ scheme: scheme.name }) : still.outTitle({ scheme: scheme.name });
  const said = asks ? still.ask : still.out({ scheme: scheme.name });
  return card(
    words.language,
    `${title} ${said}`,
    [banner(title), text(said)],
    withPrimary(
      asks
        ? [
            button(buttons['still-in'], 'still-in', scheme.id),
            button(words.buttons.pause, 'pause-ask', scheme.id),
            button(words.buttons.leave, 'leave-ask', scheme.id),
          ]
        : [button(words.buttons['come-back'], 'join', scheme.id), button(words.buttons.help, 'help', null)],
    ),
  );
}

/** Answers somebody who said whether they take part in the next round. */
export function calledCard(
  { kind, standing }: Exclude<CallResult, { kind: 'refused' }>,
  reading: Reading,
): AdaptiveCard {
  const { call } = reading.words.month;
  const said = kind === 'in' ? call.yes(nextText(standing.scheme, reading)) : call.skipped;
  return card(reading.words.language, said, [text(said)], nextSteps(standing, reading));
}

/** Answers somebody who stays. */
export function stillInCard(
  { standing }: Exclude<StillInResult, { kind: 'refused' }>,
  reading: Reading,
): AdaptiveCard {
  const said = reading.words.month.still.in({ scheme: standing.scheme.name });
  return card(reading.words.language, said, [text(said)], nextSteps(standing, reading));
}
