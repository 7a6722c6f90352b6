import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { enPages } from '../../../core/words/en/pages.ts';
import { pageLanguages, pageWordsFor } from '../../../core/words/pages.ts';
import { participant } from '../../../core/records/participant.ts';
import { personRecord } from '../../../core/records/person.ts';

/** Every place at which something is said. */
function places(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => places(inner, `${path}.${key}`));
}

/** Every string that is said. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('the words of the public pages', () => {
  for (const words of pageLanguages) {
    it(`in "${words.language}" have the same parts as in English, and none is empty`, () => {
      assert.deepEqual(places(words), places(enPages));
      for (const text of strings(words)) assert.match(text, /^\S(.*\S)?$/);
      assert.ok(words.runBy('Contoso').includes('Contoso'));
    });

    it(`in "${words.language}" name each permission that an administrator is asked for`, () => {
      const readme = readFileSync(new URL('../../../infra/README.md', import.meta.url), 'utf8');
      const asked = [...readme.matchAll(/^\| `(\w+\.[\w.]+)`/gm)].map(([, permission = '']) => permission);
      assert.ok(asked.length >= 4);
      const said = words.pages.privacy.sections.flatMap(({ list = [] }) => list);
      assert.deepEqual(
        said.flatMap((item) => /^(\w+\.[\w.]+): /.exec(item)?.[1] ?? []),
        asked,
      );
    });
  }

  it('differ between languages', () => {
    const [first, ...others] = pageLanguages.map((words) => new Set(strings(words.pages)));
    for (const other of others) {
      const same = [...other].filter((text) => first?.has(text));
      assert.deepEqual(same, []);
    }
  });

  it('are chosen by the first language in which there are any', () => {
    assert.equal(pageWordsFor(['fr-CH', 'de-CH', 'en'])?.language, 'de');
    assert.equal(pageWordsFor(['EN-us'])?.language, 'en');
    assert.equal(pageWordsFor(['fr', '']), null);
  });

  // The page on privacy says what is kept of a person. Whoever adds a fact here says so there, in every language.
  it('tell of everything that is kept of a person', () => {
    assert.deepEqual(Object.keys(personRecord.shape).sort(), [
      'conversation',
      'id',
      'language',
      'name',
      'postponed',
      'reachable',
      'welcome',
      'work',
      'zone',
    ]);
    assert.deepEqual(Object.keys(personRecord.shape.work.unwrap().shape).sort(), [
      'department',
      'language',
      'mail',
      'name',
      'office',
      'zone',
    ]);
    assert.deepEqual(Object.keys(participant.shape).sort(), [
      'awkward',
      'commands',
      'joinedAt',
      'meetings',
      'pausedUntil',
      'person',
      'preferences',
      'scheme',
      'status',
      'withdrewAt',
    ]);
  });
});
