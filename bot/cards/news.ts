import type { Message } from '../../core/messages/message.ts';
import { namesOf } from './reading.ts';
import type { Reading } from './reading.ts';

type AboutPairing = Extract<Message, { kind: 'booked' | 'choose' }>;

/** What changed, in a sentence, by who brought it about; null for a first booking, where nothing did. */
export function newsText({ news, because, partners }: AboutPairing, reading: Reading): string | null {
  const { words } = reading;
  if (news === 'booked') return null;
  if (news === 'suggested') return words.choose.suggested;
  const { you, other, nobody } = words.news[news];
  if (because === 'you') return you?.(namesOf(partners, reading)) ?? nobody;
  return because === null ? nobody : other(because.name);
}
