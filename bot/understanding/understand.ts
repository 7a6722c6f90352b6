import { namesStretch, readArguments, type Arguments } from './arguments.ts';
import { createModel, type Model } from './model.ts';
import { tables } from './tables.ts';
import { tidy } from './tidy.ts';
import { weigh, type Weighed } from './weigh.ts';
import { wordForWord } from './word-for-word.ts';

export interface Context {
  /** The reader's, BCP 47. What they write may be in another one. */
  readonly language: string;
  /** Epoch milliseconds; null when nobody knows, and then no date is read. */
  readonly now: number | null;
  /** The reader's IANA zone. */
  readonly zone: string;
}

export interface Understood extends Weighed {
  readonly arguments: Arguments;
}

/** Longer texts are cut: nobody types a command of more characters. */
const longest = 1000;

let learned: Model | null = null;

/** Learning from the examples takes nearly a second: what is typed word for word does not need it. */
function model(): Model {
  learned ??= createModel(tables);
  return learned;
}

/** Reads what somebody typed. Pure: the same text and context give the same answer. */
export function understand(text: string, context: Context): Understood {
  const exact = wordForWord(text);
  if (exact !== null) return { intent: exact, confidence: 1, guesses: [exact], arguments: {} };
  const said = tidy(text.slice(0, longest));
  const { intent: meant, confidence, guesses } = weigh(model(), said);
  // Rounds are not weeks or months: to stay away for several of them is a pause.
  const intent = meant === 'skip' && namesStretch(said) ? 'pause' : meant;
  return {
    intent,
    confidence,
    guesses: [...new Set([intent, ...guesses])],
    arguments: readArguments(intent, said, context),
  };
}
