import type { SchemeView } from '../../core/schemes/scheme-view.ts';
import { dateTag, wordsFor } from '../../core/words/languages.ts';
import type { Reader } from '../../core/words/message.ts';
import type { SlotView } from '../../core/words/pairing-view.ts';
import { dateText, dayText, listText, type OtherTime, slotText } from '../../core/words/when.ts';
import type { Words } from '../../core/words/words.ts';

/** How somebody reads: the words of their language, a BCP 47 tag for dates, an IANA zone; and where the tab is. */
export interface Reading {
  readonly words: Words;
  readonly tag: string;
  readonly zone: string;
  /** The app's id in links of Teams to its tab; null: it is not known. */
  readonly teamsApp: string | null;
}

export function readingOf(reader: Pick<Reader, 'language' | 'zone'>, teamsApp: string | null): Reading {
  const words = wordsFor(reader.language);
  return { words, tag: dateTag(words, reader.language), zone: reader.zone, teamsApp };
}

/** The next round as a reader sees it: the day people are paired, and the day on which the meeting week begins. */
interface NextText {
  readonly pairing: string;
  readonly week: string;
}

/** The next round: its pairing day in the reader's zone, and its meeting week by its Monday. */
export function nextText(scheme: SchemeView, { tag, zone }: Reading): NextText {
  return { pairing: dayText(scheme.next.pairingAt, zone, tag), week: dateText(scheme.next.week, tag) };
}

/** The day and time of a slot on the reader's clock. */
export function whenText(slot: SlotView, { words, tag, zone }: Reading): string {
  return words.pairing.when(slotText(slot, zone, tag));
}

/** A partner's time, with the day where that is another than the reader's. */
export function otherTimeText({ name, slot, sameDay }: OtherTime, { words }: Reading): string {
  const { whenFor, whenForOnDay } = words.pairing;
  return sameDay ? whenFor({ name, ...slot }) : whenForOnDay({ name, ...slot });
}

/**
 * Names as in a sentence. Whose name is not known any more is "a colleague".
 * @example namesOf([{ name: 'Ann' }, { name: 'Ben' }], reading) → 'Ann and Ben'
 */
export function namesOf(people: readonly { readonly name: string }[], { words, tag }: Reading): string {
  return listText(
    people.map(({ name }) => name || words.colleague),
    tag,
  );
}
