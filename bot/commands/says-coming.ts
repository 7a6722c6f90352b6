import { fold, plainWords } from '../understanding/plain-words.ts';
import { tables } from '../understanding/tables.ts';
import { tidy } from '../understanding/tidy.ts';

const sentences = new Set(tables.flatMap(({ words }) => words.coming));
/** Words beside such a sentence that change nothing. */
const kind = new Set(tables.flatMap(({ words }) => [...words.filler, ...words.closing]));

/** Whether somebody says, and says nothing else, that they will be at their meeting: "Yes, I'll be there". */
export function saysComing(text: string): boolean {
  const words = plainWords(fold(tidy(text)));
  return sentences.has(words.join(' ')) || sentences.has(words.filter((word) => !kind.has(word)).join(' '));
}
