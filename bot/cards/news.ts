import type { Message } from '../../core/words/message.ts';
import type { Telling, Words } from '../../core/words/en/words.ts';
import { namesOf } from './reading.ts';
import type { Reading } from './reading.ts';

type AboutPairing = Extract<Message, { kind: 'booked' | 'choose' }>;

/** Says in a sentence or two what changed and who caused it. Null for a first booking: nothing changed. */
export function newsText(message: AboutPairing, reading: Reading): string | null {
  const { news, insteadOf, passedOver } = message;
  const { words } = reading;
  if (news === 'booked') return null;
  if (news === 'kept') return `${words.passedOver} ${words.kept}`;
  if (news === 'rematched' && insteadOf !== null) return words.news.rematched.other(insteadOf);
  const change =
    news === 'suggested'
      ? words.choose.suggested
      : changeText(message, tellingOf(message.kind, news, words), reading);
  const said = passedOver ? `${change} ${words.passedOver}` : change;
  return insteadOf === null ? said : words.insteadOf(insteadOf, said);
}

function tellingOf(kind: AboutPairing['kind'], news: keyof Words['news'], words: Words): Telling {
  return kind === 'choose' && news === 'member-left' ? words.choose.memberLeft : words.news[news];
}

function changeText({ because, partners }: AboutPairing, telling: Telling, reading: Reading): string {
  const { you, other, nobody } = telling;
  if (because === 'you') return you?.(namesOf(partners, reading)) ?? nobody;
  return because === null ? nobody : other(because.name);
}
