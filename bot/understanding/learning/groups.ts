/** Words of one meaning by its name, parted by spaces; `_` joins the words of a phrase, `*` is any ending. */
export type Groups = Readonly<Record<string, string>>;

/** The longest phrase in a group, in words. */
const longest = 3;

/** Finds which group words belong to: what the examples teach about one word of a group they teach about all, in every language. */
export interface Grouping {
  /** The group of a word or a phrase, as `@group`; its words are joined by `_`. */
  readonly find: (phrase: string) => string | undefined;
  /** Words with `@group` in the place of those that are in one. */
  readonly group: (words: readonly string[]) => readonly string[];
  /** The words of all groups, without those that stand for several. */
  readonly words: readonly string[];
}

/** Reads the groups of some languages. A phrase that is in two groups belongs to the one that is first in the alphabet. */
export function readGroups(languages: readonly Groups[]): Grouping {
  const byPhrase = new Map<string, string>();
  const all = languages.flatMap((groups) => Object.entries(groups)).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [group, phrases] of all)
    for (const phrase of phrases.split(' ')) if (!byPhrase.has(phrase)) byPhrase.set(phrase, `@${group}`);
  const byStem = new Map<string, string>();
  for (const [phrase, group] of byPhrase) if (phrase.endsWith('*')) byStem.set(phrase.slice(0, -1), group);
  const longestStem = Math.max(0, ...[...byStem.keys()].map(({ length }) => length));

  function find(phrase: string): string | undefined {
    const same = byPhrase.get(phrase);
    if (same !== undefined || phrase.includes('_')) return same;
    for (let length = Math.min(phrase.length, longestStem); length > 0; length -= 1) {
      const group = byStem.get(phrase.slice(0, length));
      if (group !== undefined) return group;
    }
    return undefined;
  }

  function group(words: readonly string[]): string[] {
    const tokens: string[] = [];
    for (let at = 0; at < words.length;) {
      let length = Math.min(longest, words.length - at);
      let found: string | undefined;
      for (; length > 0 && found === undefined; length -= 1)
        found = find(words.slice(at, at + length).join('_'));
      tokens.push(found ?? words[at] ?? '');
      at += found === undefined ? 1 : length + 1;
    }
    return tokens;
  }

  const words = [...byPhrase.keys()].flatMap((phrase) => phrase.split('_'));
  return { find, group, words: words.filter((word) => !word.endsWith('*')) };
}
