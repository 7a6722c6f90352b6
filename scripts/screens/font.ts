import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext } from 'playwright-core';

const require = createRequire(import.meta.url);
/** Letters of English and German, and those of the language that does not exist. */
const subsets = ['latin', 'latin-ext'];

/**
 * Gives every page one font in place of Segoe UI, which Fluent UI asks for and few machines have: pictures taken on two
 * machines are then the same.
 */
export async function bringFont(context: BrowserContext): Promise<void> {
  const ranges = JSON.parse(
    readFileSync(require.resolve('@fontsource-variable/open-sans/unicode.json'), 'utf8'),
  ) as Record<string, string>;
  const faces = subsets.map((subset) => {
    const file = `@fontsource-variable/open-sans/files/open-sans-${subset}-wght-normal.woff2`;
    const source = `url(data:font/woff2;base64,${readFileSync(require.resolve(file)).toString('base64')})`;
    return { source, range: ranges[subset] };
  });
  await context.addInitScript(
    `for (const { source, range } of ${JSON.stringify(faces)}) {
      const face = new FontFace('Segoe UI', source, { weight: '300 800', unicodeRange: range });
      document.fonts.add(face);
      void face.load();
    }`,
  );
}
