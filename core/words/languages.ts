import * as list from './list.ts';
import { type Words, wordsOf } from './words.ts';

const { en, ...others } = list;

/** Every language the product speaks; the first is what others fall back to. */
export const languages: readonly [Words, ...Words[]] = [wordsOf(en), ...Object.values(others).map(wordsOf)];

/** The words for a BCP 47 tag: its language when the product speaks it, else English. */
export function wordsFor(tag: string): Words {
  const language = tag.toLowerCase().split(/[-_]/)[0];
  return languages.find((words) => words.language === language) ?? languages[0];
}

/**
 * The tag to write dates and times with: the reader's own where it is a variant of the words' language ("en-US"
 * for English), else the words' region, so that a sentence never mixes two languages.
 */
export function dateTag(words: Words, tag: string): string {
  const wanted = tag.replaceAll('_', '-');
  if (!wanted.toLowerCase().startsWith(`${words.language}-`)) return words.region;
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? words.region;
  } catch {
    return words.region;
  }
}
