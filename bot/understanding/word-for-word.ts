import { languages } from '../../core/words/languages.ts';
import { fold } from './plain-words.ts';
import type { Intent } from './tables.ts';

const intents = new Map(
  languages.flatMap(({ typed }) =>
    Object.entries(typed).flatMap(([intent, texts]) => texts.map((text) => [fold(text), intent as Intent])),
  ),
);

/** The intent of a command that was typed word for word, in any language; null for everything else. */
export function wordForWord(text: string): Intent | null {
  return intents.get(fold(text).trim()) ?? null;
}
