import type { Words } from '../words/words.ts';

/** @example listNames(['Ada', 'Grace'], 'en') → 'Ada and Grace' */
export function listNames(names: readonly string[], locale: string): string {
  // Nothing to join, as in most meetings: what joins takes milliseconds to make.
  if (names.length === 1) return names[0] ?? '';
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** The names of people, joined as the language does. Those who were erased have none. */
export function namesOf(
  people: readonly { readonly name: string }[],
  { words, locale }: { readonly words: Pick<Words, 'colleague'>; readonly locale: string },
): string {
  return listNames(
    people.map(({ name }) => name || words.colleague),
    locale,
  );
}

/** The first letters of the first and of the last word. @example initialsOf('Miguel Ángel Fernández') → 'MF' */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => /^./u.exec(word ?? '')?.[0] ?? '')
    .join('')
    .toUpperCase();
}
