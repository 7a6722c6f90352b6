import type { desk } from '../../core/words/en/tab/desk.ts';
import { speak } from '../../core/words/icu/speak.ts';
import type { Spoken } from '../../core/words/icu/text.ts';
import type { Words } from './words.ts';

const texts = import.meta.glob<typeof desk>('../../core/words/*/tab/desk.ts', { import: 'desk' });

/** Loads what coordinators read, in a language whose other words were loaded. */
export async function loadDeskWords({ language }: Words): Promise<Spoken<typeof desk>> {
  const path = `../../core/words/${language}/tab/desk.ts`;
  const load = texts[path];
  if (load === undefined) throw new Error(`${path}: expected the words of the desk`);
  return speak(await load(), language);
}
