import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages, wordsFor } from '../../../core/words/languages.ts';
import { questionOf, questionWords } from '../../../core/words/question.ts';

const planned = (number: number) => `p${String(number).padStart(5, '0')}`;
const mended = (repair: number, number: number) =>
  `r${String(repair).padStart(3, '0')}-${String(number).padStart(2, '0')}`;
const idOf = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }).map(planned),
  fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 150 })).map((at) => mended(...at)),
);

/** The first days of meeting weeks in some months, one after the other. */
const months = (first: number, count: number) =>
  Array.from({ length: count }, (_, i) =>
    new Date(Date.UTC(2026, first + i, 1 + ((11 * i) % 28))).toISOString().slice(0, 10),
  );
const firstMonth = fc.integer({ min: 0, max: 1200 });
const asked = (pairing: string, round: string) => JSON.stringify(questionOf({ pairing, round }));

describe('the question of a pairing', () => {
  it('is one of the catalogue, the same in every language', () => {
    assert.deepEqual(questionOf({ pairing: 'p00001', round: '2026-12-14' }), { theme: 'think', index: 28 });
    assert.deepEqual(questionWords({ theme: 'do', index: 1 }, wordsFor('en')), {
      theme: 'Do',
      question: 'What could you show somebody in ten minutes?',
    });
    assert.deepEqual(questionWords({ theme: 'do', index: 1 }, wordsFor('de')), {
      theme: 'Tun',
      question: 'Was könnten Sie jemandem in zehn Minuten zeigen?',
    });
    fc.assert(
      fc.property(idOf, firstMonth, (pairing, month) => {
        const [round = ''] = months(month, 1);
        const { theme, index } = questionOf({ pairing, round });
        for (const { questions } of languages)
          assert.ok(questions[theme][index], `${theme} ${String(index)}`);
      }),
    );
  });

  it('is another one for each of 96 pairings of a round, with the themes taking turns', () => {
    fc.assert(
      fc.property(firstMonth, fc.integer({ min: 1, max: 90_000 }), (month, first) => {
        const [round = ''] = months(month, 1);
        const ids = Array.from({ length: 96 }, (_, i) => planned(first + i));
        assert.equal(new Set(ids.map((pairing) => asked(pairing, round))).size, 96);
        const themes = ids.slice(0, 3).map((pairing) => questionOf({ pairing, round }).theme);
        assert.deepEqual(themes.sort(), ['do', 'share', 'think']);
      }),
    );
  });

  it('is another one for mended pairings than for those of the plan, and than for one another', () => {
    const [round = ''] = months(11, 1);
    const ids = [
      ...Array.from({ length: 48 }, (_, i) => planned(i + 1)),
      ...Array.from({ length: 48 }, (_, i) => mended((i % 16) + 1, Math.floor(i / 16) + 1)),
    ];
    assert.equal(new Set(ids.map((pairing) => asked(pairing, round))).size, 96);
  });

  it('is another one in each of 24 rounds, of another theme than in the round before', () => {
    fc.assert(
      fc.property(idOf, firstMonth, (pairing, month) => {
        const rounds = months(month, 24);
        assert.equal(new Set(rounds.map((round) => asked(pairing, round))).size, 24);
        const themes = rounds.map((round) => questionOf({ pairing, round }).theme);
        for (const [i, theme] of themes.slice(1).entries()) assert.notEqual(theme, themes[i]);
      }),
    );
  });

  it('is none of the month before in a round of 37 pairings', () => {
    const [before = '', round = ''] = months(11, 2);
    const ids = Array.from({ length: 37 }, (_, i) => planned(i + 1));
    const all = [before, round].flatMap((each) => ids.map((pairing) => asked(pairing, each)));
    assert.equal(new Set(all).size, all.length);
  });
});

describe('the questions', () => {
  for (const { language, questions, isTrial } of languages) {
    it(`in "${language}" are 32 of each theme, each of them once and with a question mark`, () => {
      const lists = [questions.think, questions.do, questions.share];
      assert.deepEqual(
        lists.map(({ length }) => length),
        [32, 32, 32],
      );
      const all = lists.flat();
      assert.equal(new Set(all).size, 96);
      if (!isTrial) for (const question of all) assert.match(question, /^\p{Lu}[^?]*\?$/u);
    });
  }
});
