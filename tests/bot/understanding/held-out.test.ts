import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { understand } from '../../../bot/understanding/understand.ts';
import { acts, sure } from '../../../bot/understanding/weigh.ts';

interface Sentence {
  readonly text: string;
  readonly intent: string;
  readonly arguments: object;
}

const now = Date.parse('2026-12-02T10:00:00Z');

for (const [language, least, withArguments] of [
  ['en', 148, 22],
  ['de', 148, 22],
] as const) {
  describe(`the first held-out set (${language})`, () => {
    const file = join(import.meta.dirname, `held-out/1.${language}.jsonl`);
    const understood = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Sentence)
      .map((wanted) => ({ wanted, said: understand(wanted.text, { language, now, zone: 'Europe/London' }) }));

    it(`is understood in ${least} of 150 sentences`, () => {
      const missed = understood.filter(({ wanted, said }) => said.intent !== wanted.intent);
      assert.ok(150 - missed.length >= least, missed.map(({ wanted }) => wanted.text).join('\n'));
    });

    it('leads to no wrong act', () => {
      const wrong = understood.filter(
        ({ wanted, said }) =>
          said.intent !== wanted.intent && acts.has(said.intent) && said.confidence >= sure,
      );
      assert.deepEqual(wrong, []);
    });

    it(`has its arguments read in ${withArguments} sentences`, () => {
      const right = understood.filter(
        ({ wanted, said }) =>
          Object.keys(wanted.arguments).length > 0 && isSame(wanted.arguments, said.arguments),
      );
      assert.ok(right.length >= withArguments, `${right.length}`);
    });
  });
}

function isSame(wanted: object, said: object): boolean {
  const sorted = (one: object) => JSON.stringify(Object.entries(one).sort());
  return sorted(wanted) === sorted(said);
}
