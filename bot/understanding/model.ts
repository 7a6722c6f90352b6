import { train } from './classifier.ts';
import { expand } from './expand.ts';
import { featuresOf, rememberedPieces } from './features.ts';
import { findPhrase, fold, plainWords } from './plain-words.ts';
import { spellingOf } from './spelling.ts';
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

/** The least chance of something that the bot asks about. */
const worthAsking = 0.08;

/** Says what some words most likely mean. */
export type Model = (words: readonly string[]) => Guess;

/** Learns from the examples of all languages at once, so that a sentence may be in any of them, or in two. */
export function createModel(tables: readonly Pick<Table, 'language' | 'words' | 'examples'>[]): Model {
  const negations = new Set(tables.flatMap(({ words }) => words.not));
  const dates = dateNames(tables.map(({ language }) => language));
  const plain = (words: readonly string[]) => words.map((word) => dates.get(word) ?? word);
  const sentences = tables.flatMap(({ words, examples }) =>
    intents.flatMap((intent) =>
      examples[intent].flatMap(expand).map((text) => {
        const given = plainWords(fold(text));
        return { intent, given, words: plain(withoutFiller(given, [{ words }])) };
      }),
    ),
  );
  // What is left of "thanks, bye" without politeness must not hide what "thanks" means.
  const learned = new Map([
    ...sentences.map(({ intent, words }) => [words.join(' '), intent] as const),
    ...sentences.map(({ intent, given }) => [given.join(' '), intent] as const),
  ]);
  const uses = new Map<string, number>();
  for (const { words } of sentences) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const spelling = spellingOf(uses);
  const pieces = rememberedPieces();
  const classifier = train(
    intents,
    sentences.map(({ intent, words }) => ({
      label: intent,
      features: featuresOf(words, negations, pieces),
    })),
  );
  return (given) => {
    const filtered = plain(withoutFiller(given, tables));
    const words = filtered.map(spelling);
    const same =
      learned.get(given.join(' ')) ?? learned.get(filtered.join(' ')) ?? learned.get(words.join(' '));
    if (same !== undefined) return { intent: same, chance: 0.99, likely: [], known: 1 };
    const chances = classifier.chances(featuresOf(words, negations));
    const chance = Math.max(...chances);
    const known = words.filter((word) => uses.has(word)).length / Math.max(1, words.length);
    const likely = intents
      .map((intent, i) => ({ intent, chance: chances[i] ?? 0 }))
      .filter((one) => one.chance >= worthAsking)
      .sort((a, b) => b.chance - a.chance)
      .map(({ intent }) => intent);
    return { intent: intents[chances.indexOf(chance)] ?? 'unknown', chance, likely, known };
  };
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

/** Words without politeness, unless there is nothing else. */
function withoutFiller(given: readonly string[], tables: readonly Pick<Table, 'words'>[]): readonly string[] {
  const filler = new Set(tables.flatMap(({ words }) => words.filler));
  const closing = tables.flatMap(({ words }) => words.closing);
  let words = given.filter((word) => !filler.has(word));
  for (;;) {
    const last = [4, 3, 2, 1].find(
      (count) => findPhrase(words.slice(-count), closing)?.end === count && count <= words.length,
    );
    if (last === undefined || last >= words.length) break;
    words = words.slice(0, -last);
  }
  return words.length === 0 ? given : words;
}
