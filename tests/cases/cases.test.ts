import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseNames, casesFolder, expectedText, readCase } from '../support/cases/case-file.ts';
import { deeds } from '../support/cases/deeds.ts';
import { facts } from '../support/cases/facts.ts';
import { playCase } from '../support/cases/play-case.ts';
import { useProduct } from '../support/test-product.ts';

describe('a recorded round', () => {
  const start = useProduct();
  for (const name of caseNames()) {
    const recorded = readCase(name);
    it(`${name}: ${recorded.story}`, async () => {
      const { now, wrong } = await playCase(start, recorded);
      assert.deepEqual(wrong, []);
      assert.equal(expectedText(now), expectedText(recorded));
    });
  }

  it('may use every sentence that the README lists, and no other', () => {
    const sections = readFileSync(join(casesFolder, 'README.md'), 'utf8').split('## Sentences')[1] ?? '';
    const listed = [...sections.matchAll(/^- (.+)$/gm)].flatMap(([, line = '']) =>
      [...line.matchAll(/`(.+?)`/g)].map(([, sentence]) => sentence),
    );
    assert.deepEqual(listed.sort(), [...facts, ...deeds].map(({ says }) => says).sort());
  });
});
