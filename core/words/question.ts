import type { PairingRecord } from '../records/pairing.ts';
import type { Question } from './pairing-view.ts';
import type { Words } from './words.ts';

/** The themes take turns from pairing to pairing, and for one pairing's id from month to month. */
const themes = ['think', 'do', 'share'] as const;

/** Questions of each theme, in every language. */
const perTheme = 32;
const all = themes.length * perTheme;

/**
 * How far the questions move on from month to month. It shares no divisor with their number, so an id has another one in
 * each of 96 months, and a round of up to 37 pairings has none of the month before.
 */
const monthly = 37;

/**
 * The question of a pairing in its round, the same wherever it is shown. Up to 96 planned pairings of a round have different
 * ones. A plan counts its pairings from 1 (`p00001`) and takes questions from the front; repairs (`r001-01`: the repair, and
 * the pairing in it) take them from the back, so that they meet those of the plan last.
 */
export function questionOf({ pairing, round }: Pick<PairingRecord, 'pairing' | 'round'>): Question {
  const [first = 1, second] = (pairing.match(/\d+/g) ?? []).map(Number);
  const [year = 0, month = 0] = round.split('-').map(Number);
  const place = second === undefined ? first - 1 : all - first - 16 * (second - 1);
  const number = (place + monthly * (12 * year + month)) % all;
  return { theme: themes[number % themes.length] ?? 'think', index: Math.floor(number / themes.length) };
}

/** A question and the name of its theme, in a reader's language. */
export function questionWords(
  { theme, index }: Question,
  { questions }: Words,
): { readonly theme: string; readonly question: string } {
  return { theme: questions.themes[theme], question: questions[theme][index] ?? questions[theme][0] };
}
