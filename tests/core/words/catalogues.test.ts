import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { speak } from '../../../core/words/icu/speak.ts';
import { languages, wordsFor } from '../../../core/words/languages.ts';
import { textsIn } from './texts.ts';

const folder = join(import.meta.dirname, '../../../core/words');

/** Files of a language that hold no texts. */
const withoutTexts = ['language.ts', 'spoken.ts', 'typed.ts'];

function filesOf(tag: string): string[] {
  const files = readdirSync(join(folder, tag)).sort();
  // Parts of tab.ts and bot.ts, and what coordinators read.
  return [...files.filter((file) => file !== 'tab' && file !== 'buttons.ts'), 'tab/desk.ts'];
}

/** Every text of a language, by file and place. */
async function catalogueOf(tag: string): Promise<ReadonlyMap<string, string>> {
  const files = filesOf(tag).filter((file) => !withoutTexts.includes(file));
  const read = files.map(async (file) => {
    const name = basename(file, '.ts').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const texts = ((await import(join(folder, tag, file))) as Record<string, unknown>)[name];
    assert.ok(texts !== undefined, `core/words/${tag}/${file} exports "${name}"`);
    return textsIn(texts, name);
  });
  return new Map((await Promise.all(read)).flat());
}

interface Part {
  readonly type: number;
  readonly value: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

function partsOf(text: string, tag: string): readonly Part[] {
  return new IntlMessageFormat(text, tag, undefined, { ignoreTag: true }).getAst() as readonly Part[];
}

/** `name`, `n, number` or `n, plural`, with the cases of a select, which are the same in every language. */
function parametersOf(parts: readonly Part[]): string[] {
  const kinds = ['', 'text', 'number', 'date', 'time', 'select', 'number'];
  const found = parts.flatMap(({ type, value, options = {} }) => [
    ...(kinds[type] === undefined || type === 0
      ? []
      : [`${value}: ${kinds[type]}${type === 5 ? ` of ${Object.keys(options).sort().join(', ')}` : ''}`]),
    ...Object.values(options).flatMap((option) => parametersOf(option.value)),
  ]);
  return [...new Set(found)].sort();
}

function pluralsIn(parts: readonly Part[]): string[][] {
  return parts.flatMap(({ type, options = {} }) => [
    ...(type === 6 ? [Object.keys(options)] : []),
    ...Object.values(options).flatMap((option) => pluralsIn(option.value)),
  ]);
}

/** How a parameter that is no text may be written. */
const kinds = ['number}', 'plural, ', 'select, '];

const tags = languages.map(({ language }) => language);

describe('the catalogues', () => {
  const catalogues = new Map<string, ReadonlyMap<string, string>>();
  const inTag = (tag: string) => catalogues.get(tag) ?? new Map<string, string>();
  before(async () => {
    for (const tag of tags) catalogues.set(tag, await catalogueOf(tag));
    assert.ok(inTag('en').size > 100);
  });

  it('are those of the folders, one in the list for each', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const named = folders.map(({ name }) => name).filter((name) => name !== 'icu');
    assert.deepEqual([...tags].sort(), named.sort());
  });

  for (const { language: tag, region, isTrial } of languages) {
    it(`in "${tag}" have the texts and the parameters of English`, () => {
      const [texts, english] = [inTag(tag), inTag('en')];
      assert.deepEqual(filesOf(tag), filesOf('en'));
      assert.deepEqual([...texts.keys()], [...english.keys()]);
      for (const [place, text] of texts)
        assert.deepEqual(
          parametersOf(partsOf(text, tag)),
          parametersOf(partsOf(english.get(place) ?? '', 'en')),
          place,
        );
    });

    it(`in "${tag}" are whole, trimmed and written as the types read them`, () => {
      for (const [place, text] of inTag(tag)) {
        assert.match(text, /^\S(.*\S)?$/s, place);
        assert.doesNotMatch(text, /undefined|NaN|\[object|TODO|''|'[{}]/, place);
        // One space after a comma, none inside braces: the types of parameters go by it.
        for (const parameter of parametersOf(partsOf(text, tag))) {
          const [name = '', kind = ''] = parameter.split(': ');
          const written = kind === 'text' ? [`{${name}}`] : kinds.map((one) => `{${name}, ${one}`);
          assert.ok(
            written.some((one) => text.includes(one)),
            `${place}: ${parameter}`,
          );
        }
      }
    });

    it(`in "${tag}" have every plural that the language has`, () => {
      const categories = new Intl.PluralRules(region).resolvedOptions().pluralCategories;
      for (const [place, text] of inTag(tag))
        for (const cases of pluralsIn(partsOf(text, tag))) {
          const missing = categories.filter((category) => !cases.includes(category) && category !== 'one');
          assert.deepEqual(missing, [], place);
          assert.ok(cases.includes('one') || cases.includes('=1') || !categories.includes('one'), place);
        }
    });

    it(`in "${tag}" say everything that they are given`, () => {
      for (const [place, text] of inTag(tag)) {
        const parts = partsOf(text, tag);
        const names = parts.filter(({ type }) => type === 1 || type === 2).map(({ value }) => value);
        const all = parametersOf(parts).map((one) => one.split(': ') as [string, string]);
        const values = Object.fromEntries(
          all.map(([name, kind]) => [name, kind === 'number' ? 37 : `<${name}>`]),
        );
        const said = new IntlMessageFormat(text, tag, undefined, { ignoreTag: true }).format(values);
        for (const name of names) assert.ok(String(said).includes(String(values[name])), `${place}: ${name}`);
      }
    });

    if (!isTrial)
      it(`in "${tag}" keep what buttons and fields have room for`, () => {
        for (const [place, text] of inTag(tag)) {
          const limit = limits.find(([at]) => at.test(place))?.[1] ?? Infinity;
          assert.ok(text.length <= limit, `${place} has ${text.length} characters of ${limit}: ${text}`);
        }
      });

    it(`in "${tag}" can be typed without confusing two commands`, () => {
      const typed = Object.values(wordsFor(tag).typed).flat();
      assert.equal(new Set(typed).size, typed.length);
      for (const phrase of typed) assert.equal(phrase, phrase.toLowerCase());
    });

    if (tag !== 'en')
      it(`in "${tag}" differ from English`, () => {
        const same = [...inTag(tag)].filter(([place, text]) => text === inTag('en').get(place));
        const other = same.map(([place]) => place).filter((place) => !alike.includes(place));
        assert.deepEqual(other, []);
      });
  }
});

/** Places with little room, and the most characters that they hold. */
const limits: readonly (readonly [RegExp, number])[] = [
  [/(^|\.)buttons\./, 32],
  [/\.hoursChoices\./, 24],
  [/^bot\.preferences\.(schemeMinutes|longer)$/, 64],
  [/^manifest\.name\.short$/, 30],
  [/^manifest\.name\.full$/, 100],
  [/^manifest\.description\.short$/, 80],
  [/^manifest\.description\.full$/, 4000],
  [/^manifest\.commands\..*title$/, 32],
  [/^manifest\.commands\..*description$/, 128],
  [/^manifest\.tab$/, 128],
  [/^tab\.tabs\./, 24],
  [/^questions\./, 110],
];

/** Texts that are the same word in several languages. */
const alike = [
  'bot.buttons.pause',
  'tab.chat.buttons.pause',
  'tab.tabs.label',
  'manifest.name.short',
  'manifest.tab',
  'manifest.commands.personal.4.title',
  'desk.round.name',
  'tab.history.network.group',
  'tab.now.themed',
];

describe('a catalogue that speaks', () => {
  const texts = {
    plain: 'Yes.',
    named: 'Hello {name}.',
    counted: '{n, plural, =0 {Nobody of {place}.} one {One of {place}.} other {# of {place}.}}',
    chosen: 'It is {when, select, early {{time} already} other {only {time}}}, {n, number} times.',
    list: ['One.', 'Two of {name}.'],
    there: true,
  } as const;
  const words = speak(texts, 'en-GB');

  it('says plain texts, and fills in the others', () => {
    assert.equal(words.plain, 'Yes.');
    assert.equal(words.named({ name: "<O'Neil> {x}" }), "Hello <O'Neil> {x}.");
    assert.deepEqual(
      [0, 1, 1200].map((n) => words.counted({ n, place: 'Leeds' })),
      ['Nobody of Leeds.', 'One of Leeds.', '1,200 of Leeds.'],
    );
    assert.equal(words.chosen({ when: 'early', time: 'ten', n: 3 }), 'It is ten already, 3 times.');
    assert.deepEqual(
      [words.list[0], words.list[1]({ name: 'Ann' }), words.there],
      ['One.', 'Two of Ann.', true],
    );
  });

  it('is typed by its texts', () => {
    const wrong = [
      // @ts-expect-error A parameter is missing.
      () => words.counted({ n: 1 }),
      // @ts-expect-error A number is wanted.
      () => words.chosen({ when: 'early', time: 'ten', n: '3' }),
      // @ts-expect-error There is no such parameter.
      () => words.named({ name: 'Ann', place: 'Leeds' }),
      // @ts-expect-error There is no such text.
      (): unknown => words.nothing,
    ];
    assert.equal(wrong.length, 4);
  });
});
