import type { PersonId } from '../../core/records/person.ts';
import { isIntroduction, type Message } from '../../core/words/message.ts';
import { shortText } from '../../core/words/when.ts';
import type { AdaptiveCard } from './card.ts';
import { calledOffCard } from './month/called-off-card.ts';
import { chooseCard } from './choose-card.ts';
import { beforeCard, remindCard } from './month/before-card.ts';
import { backCard, callCard, stillCard } from './month/call-cards.ts';
import { coordinatorNewsCard } from './month/coordinator-card.ts';
import { againCard, metCard } from './month/met-card.ts';
import { invitedCard } from './rights/invited-card.ts';
import { newsText } from './news.ts';
import type { Reading } from './reading.ts';
import { unplacedCard } from './unplaced-card.ts';
import { viewCard } from './view-card.ts';

/** The card of a message that the product sends on its own initiative. */
export function messageCard(message: Message, key: string, reading: Reading): AdaptiveCard {
  return withKey(cardOf(message, reading), key);
}

/**
 * A card with the key of its message: the `id` of the first body element. There is no other place in a card that Teams keeps
 * and Graph gives back. No other card of the bot has an id there.
 */
export function withKey(plain: AdaptiveCard, key: string): AdaptiveCard {
  return {
    ...plain,
    body: plain.body.map((element, index) => (index === 0 ? { ...element, id: key } : element)),
  };
}

function cardOf(message: Message, reading: Reading): AdaptiveCard {
  switch (message.kind) {
    case 'pairing':
      return pairingCard(message, reading);
    case 'called-off':
      return calledOffCard(message, reading);
    case 'invited':
      return invitedCard(message, reading);
    case 'unplaced':
      return unplacedCard(message, reading);
    case 'before':
      return beforeCard(message.pairing, reading);
    case 'remind':
      return remindCard(message.pairing, reading);
    case 'met':
      return metCard(message.pairing, null, reading);
    case 'again':
      return againCard(message.pairing, reading);
    case 'choose':
      return reminderToChoose(message, reading);
    case 'call':
      return callCard(message, reading);
    case 'back':
      return backCard(message, reading);
    case 'still':
      return stillCard(message, reading);
    case 'coordinator':
      return coordinatorNewsCard(message, reading);
  }
}

/** Who is new to the reader is shown whole; of a change only what it is and the new time. */
function pairingCard(message: Extract<Message, { kind: 'pairing' }>, reading: Reading): AdaptiveCard {
  const { pairing, news, photos = new Map<PersonId, string>() } = message;
  const lead = newsText(message, reading);
  return viewCard(pairing, { lead, answers: false, ...(isIntroduction(news) && { photos }) }, reading);
}

/** Nobody has chosen a time yet. */
function reminderToChoose(
  { pairing, passed, bookedAt }: Extract<Message, { kind: 'choose' }>,
  reading: Reading,
): AdaptiveCard {
  const { choose } = reading.words.month;
  const then =
    bookedAt === null ? choose.none : choose.booked({ when: shortText(bookedAt, reading.zone, reading.tag) });
  return chooseCard(pairing, { lead: `${choose.passed({ passed })} ${then}` }, reading);
}
