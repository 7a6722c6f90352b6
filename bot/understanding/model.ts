import { train } from './learning/classifier.ts';
import { expand } from './learning/expand.ts';
import { featuresOf } from './learning/features.ts';
import { readGroups } from './learning/groups.ts';
import { spellingOf } from './learning/spelling.ts';
import { fold, plainWords } from './plain-words.ts';
import { type Intent, intents, type Table } from './tables.ts';

export interface Guess {
  readonly intent: Intent;
  /** 0 to 1. */
  readonly chance: number;
  /** What else it may be, the likeliest first. */
  readonly likely: readonly Intent[];
  /** The part of the words that the examples use, 0 to 1. */
  readonly known: number;
}

/** A lower chance than this is a mere guess, where no example has any of the words. They are about something else then. */
const guessed = 0.7;
/** The chance of that. */
const sureOfNothing = 0.8;
/** The least chance of something that the bot asks about. */
const worthAsking = 0.08;

/** What the model needs of a language. */
type Lesson = Pick<Table, 'language' | 'words' | 'groups' | 'examples'>;

/** The chance of words that are an example. No other words are that sure. */
export const certain = 0.99;

/** Says what some words most likely mean. */
export type Model = (words: readonly string[]) => Guess;

/** Learns from the examples of all languages at once, so that a sentence may be in any of them, or in two. */
export function createModel(tables: readonly Lesson[]): Model {
  const negations = new Set(tables.flatMap(({ words }) => words.not));
  const grouping = readGroups(tables.map(({ groups }) => groups));
  const dates = dateNames(tables.map(({ language }) => language));
  // Which day and whose name it is says nothing about what is meant.
  const plain = (words: readonly string[]) =>
    words.map((word) => dates.get(word) ?? (grouping.find(word) === '@name' ? '@name' : word));
  const sentences = tables.flatMap(({ words, examples }) => {
    const withoutPoliteness = politenessIn([{ words }]);
    return intents.flatMap((intent) =>
      examples[intent].flatMap((pattern, number) =>
        expand(pattern).map((text) => {
          const given = plainWords(fold(text));
          return { intent, pattern: `${intent} ${number}`, given, words: plain(withoutPoliteness(given)) };
        }),
      ),
    );
  });
  // What is left of "thanks, bye" without politeness must not hide what "thanks" means.
  const learned = new Map([
    ...sentences.map(({ intent, words }) => [words.join(' '), intent] as const),
    ...sentences.map(({ intent, given }) => [given.join(' '), intent] as const),
  ]);
  const uses = new Map(grouping.words.map((word) => [word, 1]));
  for (const { words } of sentences) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const isKnown = (word: string) => uses.has(word) || grouping.find(word) !== undefined;
  const nearest = spellingOf(uses);
  const spelling = (word: string) => (isKnown(word) ? word : nearest(word));
  const common = commonWords(sentences);
  const vocabulary = {
    isNegation: (word: string) => negations.has(word),
    isRare: (word: string) => !common.has(word) && grouping.find(word) === undefined,
    group: grouping.group,
  };
  const classifier = train(
    intents,
    sentences.map(({ intent, words }) => ({ label: intent, features: featuresOf(words, vocabulary) })),
  );
  const withoutPoliteness = politenessIn(tables);
  return (given) => {
    const filtered = plain(withoutPoliteness(given));
    const words = filtered.map(spelling);
    const same =
      learned.get(given.join(' ')) ?? learned.get(filtered.join(' ')) ?? learned.get(words.join(' '));
    if (same !== undefined) return { intent: same, chance: certain, likely: [], known: 1 };
    if (words.every(isPicture)) return { intent: 'small-talk', chance: 0.9, likely: [], known: 1 };
    const known = words.filter(isKnown).length / Math.max(1, words.length);
    const chances = classifier.chances(featuresOf(words, vocabulary));
    const most = Math.max(...chances);
    const chance = Math.min(most, certain - 0.01);
    if (known === 0 && chance < guessed)
      return { intent: 'unknown', chance: sureOfNothing, likely: [], known };
    const likely = intents
      .map((intent, i) => ({ intent, chance: chances[i] ?? 0 }))
      .filter((one) => one.chance >= worthAsking)
      .sort((a, b) => b.chance - a.chance)
      .map(({ intent }) => intent);
    return { intent: intents[chances.indexOf(most)] ?? 'unknown', chance, likely, known };
  };
}

const isPicture = (word: string) => /^(\p{Extended_Pictographic}|[:;]-?[)(]|<3)$/u.test(word);

/** The words that are in two patterns or more. */
function commonWords(
  sentences: readonly { readonly pattern: string; readonly words: readonly string[] }[],
): ReadonlySet<string> {
  const first = new Map<string, string>();
  const common = new Set<string>();
  for (const { pattern, words } of sentences) {
    for (const word of words) {
      if ((first.get(word) ?? pattern) !== pattern) common.add(word);
      else first.set(word, pattern);
    }
  }
  return common;
}

/** Names of months and weekdays: which one it is says nothing about what is meant. Short ones have other meanings ("may"). */
function dateNames(languages: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const language of languages) {
    for (let i = 0; i < 12; i += 1) {
      const days = { month: Date.UTC(2026, i, 1), weekday: Date.UTC(2026, 0, 1 + i) };
      for (const part of ['month', 'weekday'] as const) {
        const name = fold(new Date(days[part]).toLocaleString(language, { [part]: 'long', timeZone: 'UTC' }));
        if (name.length > 3) names.set(name, `#${part}`);
      }
    }
  }
  return names;
}

/** The fewest words that are left when politeness at the end is taken away: "great, thanks" means thanks. */
const fewest = 3;

/** Takes politeness out of words, unless there is nothing else. */
function politenessIn(tables: readonly Pick<Table, 'words'>[]) {
  const filler = new Set(tables.flatMap(({ words }) => words.filler));
  const closing = new Set(tables.flatMap(({ words }) => words.closing));
  return (given: readonly string[]): readonly string[] => {
    let words = given.filter((word) => !filler.has(word));
    for (;;) {
      const last = [4, 3, 2, 1].find(
        (count) => words.length - count >= fewest && closing.has(words.slice(-count).join(' ')),
      );
      if (last === undefined) return words.length === 0 ? given : words;
      words = words.slice(0, -last);
    }
  };
}
