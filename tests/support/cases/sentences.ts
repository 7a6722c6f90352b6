import { momentPattern } from './moments.ts';

/** A sentence that cases may use, and what it does. The words in capitals are given to `does`, in their order. */
export interface Sentence<Subject> {
  /** @example 'NAME proposes MOMENT' */
  readonly says: string;
  readonly does: (subject: Subject, ...words: string[]) => void | Promise<void>;
}

const span = `${momentPattern} to (?:${momentPattern}|\\d\\d:\\d\\d)`;
const name = '[A-Z][a-z]+';

/** What the words in capitals stand for. */
const words: readonly (readonly [word: string, pattern: string])[] = [
  ['NAMES', `${name}(?:, ${name})*(?: and ${name})?`],
  ['NAME', name],
  ['MOMENT', momentPattern],
  ['SPANS', `${span}(?: and ${span})*`],
  ['CLOCK', '\\d\\d:\\d\\d'],
  ['NUMBER', '\\d+'],
  ['DATE', '\\d{4}-\\d\\d-\\d\\d'],
  ['ZONE', '[A-Z]\\w+/\\w+'],
  ['TEXT', '.+'],
];

/** The sentence that a text says, ready to be done to a subject; null when it is none of them. */
export function findSentence<Subject>(
  sentences: readonly Sentence<Subject>[],
  text: string,
): ((subject: Subject) => Promise<void>) | null {
  for (const { says, does } of sentences) {
    const found = patternOf(says).exec(text);
    if (found !== null) return async (subject) => does(subject, ...found.slice(1));
  }
  return null;
}

function patternOf(says: string): RegExp {
  const any = words.map(([word]) => word).join('|');
  const meaning = new Map(words);
  return new RegExp(`^${says.replaceAll(new RegExp(any, 'g'), (word) => `(${meaning.get(word) ?? ''})`)}$`);
}

/** @example 'Ann, Ben and Eve' → ['Ann', 'Ben', 'Eve'] */
export function listed(text: string): string[] {
  return text.split(/, | and /);
}
