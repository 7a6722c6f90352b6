import type { PairingView } from '../../core/words/pairing-view.ts';
import { questionWords } from '../../core/words/question.ts';
import type { Reading } from './reading.ts';

/** Somewhere to start from: the pairing's question with its theme, in the reader's language. */
export function questionText({ question }: PairingView, { words }: Reading): string {
  return words.pairing.question(questionWords(question, words));
}
