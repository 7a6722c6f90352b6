import { certain, type Guess, type Model } from './model.ts';
import { findPhrase, fold, plainWords } from './plain-words.ts';
import { type Intent, tables } from './tables.ts';

/** The confidence from which on the bot acts. */
export const sure = 0.8;
/** The most confidence of something that is not to be acted upon. */
const unsure = 0.79;
/** The chance from which on an answer that changes nothing is given: a wrong one costs no more than a question. */
const goodEnough = 0.7;
/** Intents that change something. They need strong evidence. */
export const acts: ReadonlySet<Intent> = new Set<Intent>([
  ...(['join', 'leave', 'pause', 'skip', 'resume'] as const),
  ...(['erase', 'never-with', 'cannot-make-it', 'invite', 'met', 'not-met'] as const),
]);
/** Acts that somebody does for themselves alone. */
const ownActs: ReadonlySet<Intent> = new Set<Intent>(['join', 'leave', 'pause', 'skip', 'resume', 'erase']);
/** Kind words beside something else that is meant. */
const social: ReadonlySet<Intent> = new Set<Intent>(['small-talk', 'thanks', 'bye']);

const doubts = tables.flatMap(({ words }) => words.doubts);
const questions = tables.flatMap(({ words }) => words.questions);
const others = tables.flatMap(({ words }) => words.others);
const negations = new Set(tables.flatMap(({ words }) => words.not));
/** Acts that somebody asks for without a "not", or with one that makes all the difference. */
const plainActs: ReadonlySet<Intent> = new Set<Intent>(['join', 'leave', 'resume', 'erase', 'invite']);
const joints = new Set(tables.flatMap(({ words }) => words.joints));

export interface Weighed {
  readonly intent: Intent;
  /** 0 to 1. From `sure` on the bot does it or asks for confirmation; below it asks what was meant. */
  readonly confidence: number;
  /** What may be meant, the likeliest first. */
  readonly guesses: readonly Intent[];
}

/**
 * What a text means as a whole or in one of its clauses, and how sure that is. Texts that ask for two different things, wonder, or speak
 * of somebody else are never sure.
 */
export function weigh(model: Model, said: string): Weighed {
  const words = plainWords(fold(said));
  if (words.length === 0)
    return { intent: said === '' ? 'unknown' : 'small-talk', confidence: 0.9, guesses: [] };
  const whole = judge(model, words);
  const clauses = clausesOf(said).map((clause) => judge(model, clause));
  const meant = clauses.filter(
    (clause) => !social.has(clause.intent) && clause.intent !== 'unknown' && clause.chance >= 0.6,
  );
  const best = [whole, ...meant].reduce((one, other) => (isBetter(other, one) ? other : one));
  const isSame = (guess: Guess) => guess.intent === best.intent;
  // Two clauses that ask for different things, a whole that means something else, or a clause of somebody who wonders.
  const isTorn =
    [whole, ...meant].some((guess) => !isSame(guess) && acts.has(guess.intent) && guess.chance >= sure) ||
    (!isSame(whole) && !social.has(whole.intent) && whole.chance >= 0.6) ||
    (best !== whole && wonders(words));
  const confidence = acts.has(best.intent)
    ? isTorn
      ? Math.min(unsure, best.chance)
      : best.chance
    : harmless(best.chance);
  const guesses = [...new Set([best.intent, ...meant.map(({ intent }) => intent), ...whole.likely])];
  // Never rounded up to what the bot acts upon.
  return { intent: best.intent, confidence: Math.floor(confidence * 100) / 100, guesses };
}

/** The confidence of an answer that changes nothing. */
function harmless(chance: number): number {
  return chance >= goodEnough ? Math.max(sure, chance) : chance;
}

/** Whether a clause says better what is meant than the whole: kind words and noise give way, unless they are an example. */
function isBetter(clause: Guess, whole: Guess): boolean {
  if (whole.chance === certain) return false;
  if (social.has(whole.intent) || whole.intent === 'unknown') return clause.chance >= 0.7;
  return clause.chance > whole.chance && (clause.intent === whole.intent || whole.chance < 0.6);
}

/** Whether somebody asks or doubts, so that nothing is to be done yet. */
function wonders(words: readonly string[]): boolean {
  return findPhrase(words, doubts) !== null || findPhrase(words.slice(0, 2), questions)?.at === 0;
}

/** What the model says, with less confidence where acting upon it could be wrong. */
function judge(model: Model, words: readonly string[]): Guess {
  const guess = model(words);
  if (!acts.has(guess.intent) || guess.chance < sure) return guess;
  const isWeak =
    guess.chance < 0.9 ||
    wonders(words) ||
    (plainActs.has(guess.intent) && isDeaf(model, words, guess)) ||
    (ownActs.has(guess.intent) && (guess.known < 0.75 || findPhrase(words, others) !== null)) ||
    // "Tell her that I am ill" is meant, "she is ill" is not.
    (guess.intent === 'cannot-make-it' && findPhrase(words, others)?.at === 0);
  return isWeak && guess.chance < certain ? { ...guess, chance: Math.min(guess.chance, unsure) } : guess;
}

/** Whether the same would be understood without the "not": then it may have been passed over. */
function isDeaf(model: Model, words: readonly string[], { intent }: Guess): boolean {
  const others = words.filter((word) => !negations.has(word));
  return others.length < words.length && model(others).intent === intent;
}

/** The words of each part of a text, cut at punctuation and at words such as "but"; none when it is one alone. */
function clausesOf(said: string): string[][] {
  const clauses = said
    .split(/[.!?;:,\n()](?=[.!?;:,\n()\s]|$)|\s-\s/)
    .flatMap((part) => splitAt(plainWords(fold(part)), joints))
    .filter((words) => words.length > 0);
  return clauses.length > 1 ? clauses : [];
}

function splitAt(words: readonly string[], cuts: ReadonlySet<string>): string[][] {
  const parts: string[][] = [[]];
  for (const word of words) {
    if (cuts.has(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}
