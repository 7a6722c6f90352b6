import type { AskedToErase } from '../../../core/api/data.ts';
import { day } from '../../format/times.ts';
import { listNames, namesOf } from '../../parts/names.ts';
import type { Words } from '../../words/words.ts';

interface Reading {
  readonly words: Words;
  readonly locale: string;
  /** IANA, the reader's. */
  readonly zone: string;
}

/** What erasing would do, as sentences, in the words of the chat. */
export function whatWouldHappen(
  { schemes, meetings, staysUntil }: Extract<AskedToErase, { kind: 'asked' }>,
  reading: Reading,
): string[] {
  const { words, locale, zone } = reading;
  const { ahead, erase } = words.mySettings;
  const leaves = schemes.length === 0 ? [] : [erase.leaves({ schemes: listNames(schemes, locale) })];
  const cancelled = meetings.map(({ partners, start }) => {
    const names = namesOf(
      partners.map((name) => ({ name })),
      reading,
    );
    const isPair = partners.length === 1;
    if (start === null) return isPair ? ahead.pairWithoutTime({ names }) : ahead.trioWithoutTime({ names });
    const on = day(start, zone, locale);
    return isPair ? ahead.pair({ names, day: on }) : ahead.trio({ names, day: on });
  });
  const end = staysUntil === null ? erase.soon : erase.later({ day: day(staysUntil, zone, locale) });
  return [...leaves, ...cancelled, erase.goes, erase.rest, end];
}

/** What is said once it is settled. */
export function settledText(staysUntil: string | null, { words, locale, zone }: Reading): string {
  const { erase } = words.mySettings;
  return staysUntil === null ? erase.confirmed : erase.confirmedLater({ day: day(staysUntil, zone, locale) });
}
