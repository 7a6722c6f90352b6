import type { AppContext } from '../context/app-context.ts';
import { listNames } from '../parts/names.ts';

/** The partners' names, joined as the language does. */
export function namesOf(
  partners: readonly { readonly name: string }[],
  { words, locale }: Pick<AppContext, 'words' | 'locale'>,
): string {
  return listNames(
    partners.map(({ name }) => name || words.colleague),
    locale,
  );
}
