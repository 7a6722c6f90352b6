import { de } from './de.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';

const languages: readonly Words[] = [en, de];

/**
 * The words for somebody whose Teams is set to `locale`, and the locale that dates are written in: theirs when it is of the same language
 * as the words, so that no sentence mixes two.
 * @example chooseWords('de-AT') → { words: de, locale: 'de-AT' } · chooseWords('fr-FR') → { words: en, locale: 'en-GB' }
 */
export function chooseWords(locale: string): { words: Words; locale: string } {
  const language = locale.split('-')[0]?.toLowerCase();
  const words = languages.find((candidate) => candidate.language === language);
  if (words === undefined) return { words: en, locale: 'en-GB' };
  return { words, locale: canWriteDates(locale) ? locale : words.language };
}

/** Browsers hand on what the machine says, and not all of that is BCP 47: `en-US@posix`. */
function canWriteDates(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
