import type { AskedToErase } from '../../../core/api/data.ts';
import type { ConfirmedErasure } from '../../../core/rights/ask-to-erase.ts';
import { dayText, listText } from '../../../core/words/when.ts';
import { cancelled, question } from '../ask-cards.ts';
import { plainCard } from '../answer-cards.ts';
import { type AdaptiveCard, button } from '../card.ts';
import type { Reading } from '../reading.ts';

/**
 * The first step of erasing: what would happen, and a button for the second.
 * @param isAgain whether the button of an earlier card came too late
 */
export function askToEraseCard(asked: AskedToErase, isAgain: boolean, reading: Reading): AdaptiveCard {
  const { words, tag, zone } = reading;
  if (asked.kind === 'nothing-kept') return plainCard(words.erase.nothing, reading);
  if (asked.kind === 'confirmed') return erasedCard(asked, reading);
  const { schemes, meetings, staysUntil, token } = asked;
  return question(
    words.ask.erase,
    [
      ...(isAgain ? [words.erase.tooLate] : []),
      ...(schemes.length === 0 ? [] : [words.erase.leaves({ schemes: listText(schemes, tag) })]),
      ...(meetings.length === 0 ? [] : cancelled(meetings, reading)),
      words.erase.goes,
      words.erase.rest,
      staysUntil === null ? words.erase.soon : words.erase.later({ day: dayText(staysUntil, zone, tag) }),
    ],
    [button(words.buttons['yes-erase'], 'erase', null, { token })],
    reading,
  );
}

/** The answer to somebody who confirmed that all is erased. */
export function erasedCard(
  { staysUntil }: Extract<ConfirmedErasure, { kind: 'confirmed' }>,
  reading: Reading,
): AdaptiveCard {
  const { words, tag, zone } = reading;
  const said =
    staysUntil === null
      ? words.erase.confirmed
      : words.erase.confirmedLater({ day: dayText(staysUntil, zone, tag) });
  return plainCard(said, reading);
}
