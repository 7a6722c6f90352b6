import { readPerson } from './person.ts';
import { fold } from './plain-words.ts';
import type { Intent, Table } from './tables.ts';
import { tables } from './tables.ts';
import { readUntil } from './until.ts';
import { numberOf, readHours, readMinutes, readRounds } from './wishes.ts';

export interface Arguments {
  /** Of a pause: ISO date of the first day back. */
  readonly until?: string;
  /** How many rounds to skip. */
  readonly rounds?: number;
  /** A name as written, without titles. */
  readonly person?: string;
  readonly hours?: 'morning' | 'afternoon' | 'either';
  readonly minutes?: 30 | 45 | 60;
}

/** Reads what belongs to an intent: in the language that the words are of, then in the others. */
export function readArguments(
  intent: Intent,
  said: string,
  { language, now, zone }: { readonly language: string; readonly now: number | null; readonly zone: string },
): Arguments {
  const words = wordsWithNumbers(said);
  const own = language.toLowerCase().split(/[-_]/)[0];
  const likeness = new Map(
    tables.map((table) => [table, likenessOf(words, table) + (table.language === own ? 0.5 : 0)]),
  );
  const readers = [...tables].sort((a, b) => (likeness.get(b) ?? 0) - (likeness.get(a) ?? 0));
  const first = <Found>(read: (table: Table) => Found | null): Found | null => {
    for (const table of readers) {
      const found = read(table);
      if (found !== null) return found;
    }
    return null;
  };
  switch (intent) {
    case 'pause': {
      const until = now === null ? null : first((table) => readUntil(said, table, now, zone));
      const rounds = first((table) => readRounds(words, table));
      return { ...(until !== null && { until }), ...(until === null && rounds !== null && { rounds }) };
    }
    case 'skip': {
      const rounds = first((table) => readRounds(words, table));
      return rounds === null ? {} : { rounds };
    }
    case 'never-with':
    case 'invite': {
      const person = readPerson(said);
      return person === null ? {} : { person };
    }
    case 'settings': {
      const hours = first((table) => readHours(words, table));
      const minutes = first((table) => readMinutes(words, table));
      return { ...(hours !== null && { hours }), ...(minutes !== null && { minutes }) };
    }
    default:
      return {};
  }
}

/** Whether a text names several weeks or months, and no round: "the next three months without me". */
export function namesStretch(said: string): boolean {
  const words = wordsWithNumbers(said);
  return tables.some((table) => {
    const { units, rounds } = table.dates;
    const spans = [...units.week, ...units.month];
    const isRound = (word: string) =>
      rounds.includes(word) && !spans.includes(word) && !table.words.filler.includes(word);
    const isStretch = (word: string, i: number) =>
      spans.includes(word) && (numberOf(words[i - 1] ?? '', table) ?? 1) > 1;
    return words.some(isStretch) && !words.some(isRound);
  });
}

function wordsWithNumbers(said: string): string[] {
  return fold(said).match(/\p{L}+|\p{N}+/gu) ?? [];
}

const vocabularies = new Map(
  tables.map((table) => [table, new Set(Object.values(table.examples).flat().flatMap(wordsWithNumbers))]),
);

/** How many of the words are used in a language's examples. */
function likenessOf(words: readonly string[], table: Table): number {
  return words.filter((word) => vocabularies.get(table)?.has(word)).length;
}
