import { findPhrase } from './plain-words.ts';
import type { Table } from './tables.ts';

/** The number that a word or digits stand for. */
export function numberOf(word: string, { dates }: Pick<Table, 'dates'>): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  return Object.hasOwn(dates.numbers, word) ? (dates.numbers[word] ?? null) : null;
}

/** How many rounds: "skip the next two" → 2. "One" counts before a word for a round alone, not in "this one". */
export function readRounds(words: readonly string[], table: Table): number | null {
  const { rounds, times } = table.dates;
  for (const [i, word] of words.entries()) {
    const number = numberOf(word, table);
    const isCount = number !== null && number >= 1 && number <= 12;
    if (isCount && (number > 1 || rounds.includes(words[i + 1] ?? ''))) return number;
    if (Object.hasOwn(times, word)) return times[word] ?? null;
  }
  return null;
}

/** The half of the day that somebody likes; the other half where they say "not in the morning". */
export function readHours(words: readonly string[], table: Table): 'morning' | 'afternoon' | 'either' | null {
  const { wishes } = table;
  const morning = findPhrase(words, wishes.morning);
  const afternoon = findPhrase(words, wishes.afternoon);
  if (findPhrase(words, wishes.either) !== null) return 'either';
  const isRefused = (found: typeof morning) =>
    found !== null && findPhrase(words.slice(Math.max(0, found.at - 4), found.at), table.words.not) !== null;
  if (morning !== null && afternoon !== null) {
    if (isRefused(morning)) return 'afternoon';
    if (isRefused(afternoon)) return 'morning';
    return morning.at < afternoon.at ? 'morning' : 'afternoon';
  }
  if (morning !== null) return isRefused(morning) ? 'afternoon' : 'morning';
  if (afternoon !== null) return isRefused(afternoon) ? 'morning' : 'afternoon';
  return null;
}

/** The length of a meeting, where it is one that can be chosen. The first one that is named counts. */
export function readMinutes(words: readonly string[], { wishes }: Table): 30 | 45 | 60 | null {
  const phrase = findPhrase(words, Object.keys(wishes.minutes));
  const at = words.findIndex(
    (word, i) => /^(30|45|60)$/.test(word) && (wishes.minute.includes(words[i + 1] ?? '') || phrase === null),
  );
  const minutes =
    at >= 0 && (phrase === null || at < phrase.at) ? Number(words[at]) : wishes.minutes[phrase?.phrase ?? ''];
  return minutes === 30 || minutes === 45 || minutes === 60 ? minutes : null;
}
