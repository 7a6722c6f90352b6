import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pageLanguage, pageLanguages, pagesIn } from '../../../core/words/pages.ts';
import { participant } from '../../../core/records/participant.ts';
import { personRecord } from '../../../core/records/person.ts';
import { placement } from '../../../core/records/placement.ts';

describe('the words of the public pages', () => {
  for (const { tag } of pageLanguages) {
    it(`in "${tag}" name each permission that an administrator is asked for`, async () => {
      const readme = readFileSync(new URL('../../../infra/README.md', import.meta.url), 'utf8');
      const asked = [...readme.matchAll(/^\| `(\w+\.[\w.]+)`/gm)].map(([, permission = '']) => permission);
      assert.ok(asked.length >= 4);
      const { pages } = await pagesIn(tag as Parameters<typeof pagesIn>[0]);
      const said = pages.privacy.sections.flatMap(({ list = [] }) => list);
      assert.deepEqual(
        said.flatMap((item) => /^(\w+\.[\w.]+): /.exec(item)?.[1] ?? []),
        asked,
      );
    });
  }

  it('are chosen by the first language in which there are any', () => {
    assert.equal(pageLanguage(['fr-CH', 'de-CH', 'en']), 'de');
    assert.equal(pageLanguage(['EN-us']), 'en');
    assert.equal(pageLanguage(['fr', '', 'constructor']), null);
  });

  // The page on privacy says what is kept of a person. Whoever adds a fact here says so there, in every language.
  it('tell of everything that is kept of a person', () => {
    assert.deepEqual(Object.keys(personRecord.shape).sort(), [
      'acts',
      'again',
      'conversation',
      'heardAt',
      'id',
      'invited',
      'language',
      'name',
      'neverWith',
      'postponed',
      'profile',
      'reachable',
      'removedAt',
      'welcome',
      'work',
      'zone',
    ]);
    assert.deepEqual(Object.keys(personRecord.shape.work.unwrap().shape).sort(), [
      'department',
      'hours',
      'language',
      'mail',
      'name',
      'office',
      'role',
      'zone',
    ]);
    assert.deepEqual(Object.keys(participant.shape).sort(), [
      'awkward',
      'backOn',
      'called',
      'commands',
      'counted',
      'inRound',
      'joinedAt',
      'meetings',
      'pausedUntil',
      'person',
      'preferences',
      'rules',
      'scheme',
      'silent',
      'status',
      'unreached',
      'withdrewAt',
    ]);
    assert.deepEqual(Object.keys(placement.shape).sort(), [
      'changedAt',
      'detail',
      'feedback',
      'note',
      'pairing',
      'person',
      'reason',
      'repair',
      'round',
      'scheme',
    ]);
  });
});
