import assert from 'node:assert/strict';
import { understand } from '../../../bot/understanding/understand.ts';
import { wordForWord } from '../../../bot/understanding/word-for-word.ts';
import { languages } from '../../../core/words/languages.ts';

describe('a command that is typed word for word', () => {
  for (const { language, typed } of languages) {
    it(`is understood for certain in "${language}", in any case and by readers of any language`, () => {
      for (const [intent, texts] of Object.entries(typed)) {
        for (const text of texts) {
          const said = understand(` ${text.toUpperCase()} `, { language: 'fr', now: null, zone: 'UTC' });
          assert.deepEqual([said.intent, said.confidence, said.arguments], [intent, 1, {}], text);
        }
      }
    });
  }

  it('is nothing beside other words', () => {
    for (const text of ['do not join', 'pause until Monday', 'leave?', ''])
      assert.equal(wordForWord(text), null);
  });
});
