/**
 * Folds what does not tell sentences apart: case, accents, apostrophes, letters written three times or more, and the ways to write
 * German umlauts.
 * @example fold("Lösch' mich, ich can't!") → 'loesch mich, ich cant!'
 * @example fold('Hilfeee') → 'hilfe'
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`´]/g, '')
    .replace(/(\p{L})\1{2,}/gu, '$1');
}

/** The words of folded text; numbers count as one word, emoji as a word each. */
export function plainWords(folded: string): string[] {
  const words = folded.match(/\p{L}+|\p{N}+|[?]+|\p{Extended_Pictographic}|[:;]-?[)(]|<3/gu) ?? [];
  return words.map((word) => (/^\p{N}/u.test(word) ? '0' : word));
}

/**
 * The first of the phrases in the words, longest first, and where it begins; null when none is there.
 * @param words of folded text
 */
export function findPhrase(
  words: readonly string[],
  phrases: readonly string[],
): { readonly phrase: string; readonly at: number; readonly end: number } | null {
  for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
    const parts = phrase.split(' ');
    for (let at = 0; at + parts.length <= words.length; at += 1) {
      if (parts.every((part, i) => words[at + i] === part)) return { phrase, at, end: at + parts.length };
    }
  }
  return null;
}
