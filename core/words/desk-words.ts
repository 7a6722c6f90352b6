import type { desk } from './en/tab/desk.ts';
import { speak } from './icu/speak.ts';
import type { Spoken } from './icu/text.ts';
import { wordsFor } from './languages.ts';
import * as list from './list.ts';

/** Loads what coordinators alone read, for a reader's language (BCP 47). */
export async function deskWordsFor(tag: string): Promise<Spoken<typeof desk>> {
  const { language } = wordsFor(tag);
  const { loadDesk } = Object.values(list).find((one) => one.language.tag === language) ?? list.en;
  return speak((await loadDesk()).desk, language);
}
