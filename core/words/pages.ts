import type { Facts } from './icu/facts.ts';
import { speak } from './icu/speak.ts';
import * as list from './list.ts';
import type { PageWords } from './page-words.ts';

/** The languages in which the public pages are offered. */
export const pageLanguages: readonly Facts[] = Object.values(list)
  .map(({ language }) => language)
  .filter(({ trial }) => trial === undefined);

/** The first of some languages (BCP 47) in which there are pages; null when there is none. */
export function pageLanguage(tags: readonly string[]): keyof typeof list | null {
  const spoken = Object.keys(list) as (keyof typeof list)[];
  const wanted = tags.map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.map((tag) => spoken.find((one) => one === tag)).find((one) => one !== undefined) ?? null;
}

/** Loads the public pages in a language. */
export async function pagesIn(tag: keyof typeof list): Promise<PageWords> {
  const { language, loadPages } = list[tag];
  const { pages } = await loadPages();
  return { ...speak(pages, tag), tag, direction: language.direction };
}
