import { dePages } from './de/pages.ts';
import { enPages } from './en/pages.ts';
import type { PageWords } from './en/page-words.ts';

/** The public pages in every language; the first is what others fall back to. */
export const pageLanguages: readonly [PageWords, ...PageWords[]] = [enPages, dePages];

/** The public pages in the first of some languages (BCP 47) in which there are any; null when there are none. */
export function pageWordsFor(tags: readonly string[]): PageWords | null {
  for (const tag of tags) {
    const language = tag.toLowerCase().split('-')[0];
    const words = pageLanguages.find((one) => one.language === language);
    if (words !== undefined) return words;
  }
  return null;
}
