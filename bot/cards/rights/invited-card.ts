import type { Message } from '../../../core/words/message.ts';
import { type AdaptiveCard, button, card, heading, text, withPrimary } from '../card.ts';
import type { Reading } from '../reading.ts';
import { tabButton } from '../tab-link.ts';

/** Invites somebody to take part. */
export function invitedCard({ by }: Extract<Message, { kind: 'invited' }>, reading: Reading): AdaptiveCard {
  const { language, rights } = reading.words;
  const { invited } = rights;
  const why = by === '' ? invited.whyUnknown : invited.why({ by });
  return card(
    language,
    `${invited.title} ${why}`,
    [heading(invited.title), text(why), text(invited.what), text(invited.choice)],
    withPrimary([
      button(invited.join, 'sign-up-ask', null),
      button(invited.decline, 'decline-invitation', null),
      ...tabButton('now?join', reading),
    ]),
    invited.title,
  );
}

/** Answers somebody who does not want to take part. */
export function declinedCard({ words }: Pick<Reading, 'words'>): AdaptiveCard {
  const { language, rights } = words;
  const { invited } = rights;
  return card(
    language,
    invited.declined,
    [text(invited.declined)],
    [button(invited.join, 'sign-up-ask', null)],
  );
}
