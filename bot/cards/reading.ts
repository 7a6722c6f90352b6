import type { SchemeView } from '../../core/operations/conversation.ts';
import type { Reader } from '../../core/messages/message.ts';
import { dateText, dayText } from '../../core/messages/when.ts';
import { dateTag, wordsFor } from '../../core/messages/words/languages.ts';
import type { NextText, Words } from '../../core/messages/words/words.ts';

/** How somebody reads: their words, the tag for dates, their zone. */
export interface Reading {
  readonly words: Words;
  readonly tag: string;
  readonly zone: string;
}

export function readingOf(reader: Pick<Reader, 'language' | 'zone'>): Reading {
  const words = wordsFor(reader.language);
  return { words, tag: dateTag(words, reader.language), zone: reader.zone };
}

/** The next round in somebody's words: the pairing day in their zone, the meeting week by its Monday. */
export function nextText(scheme: SchemeView, { tag, zone }: Reading): NextText {
  return { pairing: dayText(scheme.next.pairingAt, zone, tag), week: dateText(scheme.next.week, tag) };
}
