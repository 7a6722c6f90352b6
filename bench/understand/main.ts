// `node bench/understand/main.ts`: how well each tenth of the examples is understood by what is learned from the other nine. Prints the
// share that is understood by language, every act that nobody asked for, and which intents are taken for which.
import { expand } from '../../bot/understanding/learning/expand.ts';
import { createModel } from '../../bot/understanding/model.ts';
import { type Intent, intents, type Table, tables } from '../../bot/understanding/tables.ts';
import { acts, sure, weigh } from '../../bot/understanding/weigh.ts';

const parts = 10;

/** The part of a sentence: chosen by its letters, so that it stays when others are added. */
function partOf(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return (sum >>> 3) % parts;
}

function only(table: Table, keep: (text: string) => boolean): Table {
  const examples = { ...table.examples };
  for (const intent of intents) examples[intent] = table.examples[intent].filter(keep);
  return { ...table, examples };
}

const taken = new Map<string, number>();
const wrong: string[] = [];
const right = new Map<string, { all: number; right: number; asked: number }>();
for (let part = 0; part < parts; part += 1) {
  const model = createModel(tables.map((table) => only(table, (text) => partOf(text) !== part)));
  for (const table of tables) {
    for (const wanted of intents) {
      for (const text of table.examples[wanted].filter((each) => partOf(each) === part)) {
        for (const sentence of expand(text).slice(0, 3)) {
          const { intent, confidence } = weigh(model, sentence);
          count(table.language, wanted, intent, confidence);
          if (intent !== wanted && acts.has(intent) && confidence >= sure)
            wrong.push(`${sentence}: ${intent} instead of ${wanted}`);
        }
      }
    }
  }
}

function count(language: string, wanted: Intent, intent: Intent, confidence: number): void {
  const sums = right.get(language) ?? { all: 0, right: 0, asked: 0 };
  sums.all += 1;
  if (intent === wanted) sums.right += 1;
  if (confidence < sure) sums.asked += 1;
  right.set(language, sums);
  if (intent !== wanted)
    taken.set(`${wanted} for ${intent}`, (taken.get(`${wanted} for ${intent}`) ?? 0) + 1);
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
for (const [language, { all, right: understood, asked }] of right)
  console.log(
    `${language}: ${all} sentences, understood ${percent(understood / all)}, not sure ${percent(asked / all)}`,
  );
console.log(`\nacts that nobody asked for: ${wrong.length}\n${wrong.join('\n')}`);
const most = [...taken].sort(([, a], [, b]) => b - a).slice(0, 40);
console.log(`\ntaken for another intent:\n${most.map(([which, times]) => `${times} ${which}`).join('\n')}`);
