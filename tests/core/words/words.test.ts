import assert from 'node:assert/strict';
import { languages } from '../../../core/words/languages.ts';

/** One of everything that a sentence may be given: each is recognised in what comes out. */
const slot = { day: '<day>', from: '<from>', to: '<to>', zone: '<zone>' };
const given: readonly unknown[] = ['<text>', 3, slot];

/** Every string that a language can say, by its place; functions are called with each kind of argument they take. */
function sentences(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return sentences((value as Speak)(...argumentsOf(path)), path);
  if (typeof value !== 'object' || value === null) throw new Error(`${path} says nothing`);
  return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`));
}

type Speak = (...given: readonly unknown[]) => string;

function argumentsOf(path: string): readonly unknown[] {
  const next = { pairing: '<pairing>', week: '<week>' };
  if (path.endsWith('pairing.when')) return [slot];
  if (path.endsWith('pairing.whenFor')) return [{ name: '<text>', slot, sameDay: false }];
  if (/\.(lastMet|minutes|what|schemeMinutes|longer)$/.test(path)) return [3];
  if (path.endsWith('.noPairing')) return [next];
  if (/\.(cancelledBy|insteadOf|newLink)$/.test(path)) return ['<text>', '<name>'];
  if (path.endsWith('.opening')) return ['<text>', 3];
  if (path.includes('.joined.') || path.endsWith('.standing.active')) return ['<text>', next];
  if (path.endsWith('.paused')) return ['<text>', '<until>'];
  return given.slice(0, 1);
}

describe('the words', () => {
  for (const words of languages) {
    const said = sentences(words, words.language);

    it(`in "${words.language}" leave nothing out and nothing unfilled`, () => {
      for (const [path, text] of said) {
        assert.ok(text.trim() !== '', path);
        assert.doesNotMatch(text, /undefined|NaN|\[object|\$\{|\{\w*\}|%[sd]|TODO/, path);
        assert.equal(text, text.trim(), path);
      }
    });

    it(`in "${words.language}" say everything that they are given`, () => {
      for (const [path, text] of said) {
        const wanted = argumentsOf(path).flatMap((value) =>
          typeof value === 'number' ? [value.toFixed()] : filled(value),
        );
        const takes = typeof at(words, path) === 'function';
        for (const value of takes ? wanted : [])
          assert.ok(text.includes(value), `${path} leaves out ${value}`);
      }
    });

    it(`in "${words.language}" can be typed without confusing two commands`, () => {
      const typed = Object.values(words.typed).flat();
      assert.equal(new Set(typed).size, typed.length);
      for (const phrase of typed) assert.equal(phrase, phrase.toLowerCase());
    });
  }

  it('have the same places in every language, and differ', () => {
    const [first, ...others] = languages.map((words) =>
      sentences({ ...words, typed: '-', typedUntil: '-' }, 'words'),
    );
    assert.ok(first && others.length > 0);
    for (const other of others) {
      assert.deepEqual(
        other.map(([path]) => path),
        first.map(([path]) => path),
      );
      const same: string[] = other
        .filter(([, text], index) => text === first[index]?.[1])
        .map(([path]) => path);
      assert.deepEqual(same, ['words.typed', 'words.typedUntil', 'words.buttons.pause']);
    }
  });
});

/** Every string in a value, however deep. */
function filled(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(filled) : [];
}

function at(words: object, path: string): unknown {
  return path
    .split('.')
    .slice(1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], words);
}
