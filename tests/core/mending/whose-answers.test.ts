import assert from 'node:assert/strict';
import { whoseAnswers } from '../../../core/mending/whose-answers.ts';
import type { EventAnswer } from '../../../core/records/pairing.ts';
import { knownPerson } from '../../support/records.ts';

const people = new Map(['Ann', 'Ben', 'Cem'].map((name) => [name.toLowerCase(), knownPerson(name)]));

/** Who is heard, as `ann declined`, and whether it is clear who answered. */
function heard(members: readonly string[], given: Readonly<Record<string, EventAnswer['answer']>>) {
  const answers = Object.entries(given).map(
    ([mail, answer]) => [mail, { answer, at: 1, proposed: null }] as const,
  );
  const found = whoseAnswers(members, new Map(answers), people);
  return [[...found.heard].map(([id, { answer }]) => `${id} ${answer}`), found.isClear];
}

const [ann, ben] = ['ann@contoso.example', 'ben@contoso.example'];
const alias = 'a.smith@contoso.example';
const legacy = '/o=exchangelabs/cn=0f1e-ann';

describe('whoseAnswers', () => {
  for (const [what, members, given, expected] of [
    [
      'the invited addresses',
      ['ann', 'ben'],
      { [ben]: 'declined', [ann]: 'none' },
      ['ann none', 'ben declined'],
    ],
    [
      'an alias',
      ['ann', 'ben'],
      { [alias]: 'declined', [ben]: 'accepted' },
      ['ann declined', 'ben accepted'],
    ],
    [
      'the legacy form',
      ['ann', 'ben'],
      { [ben]: 'none', [legacy]: 'declined' },
      ['ann declined', 'ben none'],
    ],
    [
      'an unknown address of somebody unknown',
      ['ann', 'zoe'],
      { [ann]: 'none', [alias]: 'declined' },
      ['ann none', 'zoe declined'],
    ],
    [
      'a colleague who was asked along',
      ['ann', 'ben'],
      { [ann]: 'none', [ben]: 'none', [alias]: 'declined' },
      ['ann none', 'ben none'],
    ],
    ['two aliases without an answer', ['ann', 'ben'], { [alias]: 'none', [legacy]: 'none' }, []],
    ['nobody', ['ann', 'ben'], {}, []],
  ] as const) {
    it(`knows the members by ${what}`, () => {
      assert.deepEqual(heard(members, given), [expected, true]);
    });
  }

  for (const [what, members, given, expected] of [
    [
      'two members have other addresses',
      ['ann', 'ben', 'cem'],
      { [alias]: 'declined', [legacy]: 'none', [ben]: 'none' },
      ['ben none'],
    ],
    [
      'a member has two other addresses',
      ['ann', 'ben'],
      { [alias]: 'accepted', [legacy]: 'declined', [ben]: 'none' },
      ['ben none'],
    ],
    [
      'all are there, and one more in the legacy form',
      ['ann', 'ben'],
      { [ann]: 'accepted', [ben]: 'none', [legacy]: 'declined' },
      ['ann accepted', 'ben none'],
    ],
  ] as const) {
    it(`says that it is not clear who answered when ${what}`, () => {
      assert.deepEqual(heard(members, given), [expected, false]);
    });
  }
});
