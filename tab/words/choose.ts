import type { Facts } from '../../core/words/icu/facts.ts';

/**
 * The language for somebody whose Teams is set to `wanted`, and the locale that dates are written in: theirs when it is of the same
 * language as the words, so that no sentence mixes two.
 * @param spoken must have English, which others fall back to
 * @example chooseLanguage('de-AT', spoken) → { tag: 'de', locale: 'de-AT' } · chooseLanguage('fr-FR', spoken) → { tag: 'en', locale: 'en-GB' }
 */
export function chooseLanguage(wanted: string, spoken: readonly Facts[]): { tag: string; locale: string } {
  const language = wanted.split('-')[0]?.toLowerCase();
  const found = spoken.find(({ tag }) => tag === language);
  if (found !== undefined) return { tag: found.tag, locale: canWriteDates(wanted) ? wanted : found.region };
  const english = spoken.find(({ tag }) => tag === 'en')?.region ?? 'en';
  // Whether they have 12 or 24 hours is no matter of language.
  const hours = /-u-hc-h(12|23)$/.exec(wanted)?.[0] ?? '';
  return { tag: 'en', locale: `${english}${hours}` };
}

/** Browsers hand on what the machine says, and not all of that is BCP 47: `en-US@posix`. */
function canWriteDates(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
