import type { Message } from '../../core/words/message.ts';
import type { Telling, Words } from '../../core/words/words.ts';
import { namesOf } from './reading.ts';
import type { Reading } from './reading.ts';

type AboutPairing = Extract<Message, { kind: 'pairing' }>;

/**
 * Says in a sentence or two what changed and who caused it. Null for a first booking, where nothing changed, and for a
 * wish, which the card itself shows.
 */
export function newsText(message: AboutPairing, reading: Reading): string | null {
  const { news, insteadOf, passedOver, pairing } = message;
  const { words } = reading;
  if (news === 'booked' || news === 'wished') return null;
  if (news === 'kept') return `${words.passedOver} ${words.kept}`;
  if (news === 'rematched' && insteadOf !== null) return words.news.rematched.other({ name: insteadOf });
  const change =
    news === 'suggested'
      ? words.choose[pairing.wishes === undefined ? 'suggested' : 'suggestedToAll']
      : changeText(message, tellingOf(pairing, news, words), reading);
  const said = passedOver ? `${change} ${words.passedOver}` : change;
  return insteadOf === null ? said : words.insteadOf({ name: insteadOf, said });
}

/**
 * One of three who left a booked meeting and one who left before a time was chosen are told in other words, and so is a time
 * that all had to pick.
 */
function tellingOf(
  { state, wishes }: AboutPairing['pairing'],
  news: keyof Words['news'],
  words: Words,
): Telling {
  if (wishes !== undefined && (news === 'chosen' || news === 'proposed')) return words.choose.agreed;
  return state === 'suggested' && news === 'member-left' ? words.choose.memberLeft : words.news[news];
}

function changeText({ because, pairing }: AboutPairing, telling: Telling, reading: Reading): string {
  const { you, other, nobody } = telling;
  if (because === 'you') return you?.({ partners: namesOf(pairing.partners, reading) }) ?? nobody;
  return because === null ? nobody : other({ name: because.name });
}
