import type { Message } from '../../core/words/message.ts';
import type { Telling, Words } from '../../core/words/words.ts';
import { namesOf } from './reading.ts';
import type { Reading } from './reading.ts';

type AboutPairing = Extract<Message, { kind: 'pairing' }>;

/** Says in a sentence or two what changed and who caused it. Null for a first booking: nothing changed. */
export function newsText(message: AboutPairing, reading: Reading): string | null {
  const { news, insteadOf, passedOver, pairing } = message;
  const { words } = reading;
  if (news === 'booked') return null;
  if (news === 'kept') return `${words.passedOver} ${words.kept}`;
  if (news === 'rematched' && insteadOf !== null) return words.news.rematched.other({ name: insteadOf });
  const change =
    news === 'suggested'
      ? words.choose.suggested
      : changeText(message, tellingOf(pairing.state, news, words), reading);
  const said = passedOver ? `${change} ${words.passedOver}` : change;
  return insteadOf === null ? said : words.insteadOf({ name: insteadOf, said });
}

/** One of three who left a booked meeting and one who left before a time was chosen are told in other words. */
function tellingOf(
  state: AboutPairing['pairing']['state'],
  news: keyof Words['news'],
  words: Words,
): Telling {
  return state === 'suggested' && news === 'member-left' ? words.choose.memberLeft : words.news[news];
}

function changeText({ because, pairing }: AboutPairing, telling: Telling, reading: Reading): string {
  const { you, other, nobody } = telling;
  if (because === 'you') return you?.({ partners: namesOf(pairing.partners, reading) }) ?? nobody;
  return because === null ? nobody : other({ name: because.name });
}
