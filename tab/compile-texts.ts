import { IntlMessageFormat } from 'intl-messageformat';
import type { Plugin } from 'vite';
import type { Catalogue } from '../core/words/icu/text.ts';

/**
 * Parses the texts of a catalogue when the tab is built, so that no browser does it before it can draw, nor has to load the parser.
 */
export const compileTexts: Plugin = {
  name: 'compile-texts',
  apply: 'build',
  config: () => ({
    resolve: {
      alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' },
    },
  }),
  load: {
    filter: { id: /\/core\/words\/\w+\/(tab|questions|tab\/desk)\.ts$/ },
    async handler(id) {
      const catalogues = (await import(new URL(`file:///${id.replace(/^\//, '')}`).href)) as Record<
        string,
        Catalogue
      >;
      return Object.entries(catalogues)
        .map(([name, texts]) => `export const ${name} = ${JSON.stringify(texts, compiled)};`)
        .join('\n');
    },
  },
};

/** Puts what `speak` takes for a parsed text in the place of a text with parameters. */
function compiled(_: string, text: unknown): unknown {
  if (typeof text !== 'string' || !text.includes('{')) return text;
  return { parsed: new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst() };
}
