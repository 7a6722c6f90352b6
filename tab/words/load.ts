import type { questions } from '../../core/words/en/questions.ts';
import type { tab } from '../../core/words/en/tab.ts';
import type { Facts } from '../../core/words/icu/facts.ts';
import { speak } from '../../core/words/icu/speak.ts';
import { chooseLanguage } from './choose.ts';
import type { Words } from './words.ts';

// Vite makes of each a table by path. The texts of a language are a file of their own, fetched when they are asked for.
const facts = import.meta.glob<Facts>('../../core/words/*/language.ts', { eager: true, import: 'language' });
const texts = import.meta.glob<typeof tab>('../../core/words/*/tab.ts', { import: 'tab' });
const asked = import.meta.glob<typeof questions>('../../core/words/*/questions.ts', { import: 'questions' });

/** The languages to choose from: not those for trying out. */
export const offeredLanguages = Object.values(facts).filter(({ trial }) => trial !== true);

export interface Reading {
  readonly words: Words;
  /** BCP 47: how dates and numbers are written. */
  readonly locale: string;
}

/** Loads the words for somebody whose Teams is set to `wanted`, and those of no other language. */
export async function loadWords(wanted: string): Promise<Reading> {
  const { tag, locale } = chooseLanguage(wanted, Object.values(facts));
  const folder = `../../core/words/${tag}`;
  const [load, language] = [texts[`${folder}/tab.ts`], facts[`${folder}/language.ts`]];
  if (load === undefined || language === undefined)
    throw new Error(`${folder}: expected tab.ts and language.ts`);
  return { words: { ...speak(await load(), tag), language: tag, direction: language.direction }, locale };
}

/** Loads the questions to start from in a language whose words were loaded. Only those who have a pairing need them. */
export async function loadQuestions({ language }: Words): Promise<typeof questions> {
  const path = `../../core/words/${language}/questions.ts`;
  const load = asked[path];
  if (load === undefined) throw new Error(`${path}: expected the questions`);
  return load();
}
