import assert from 'node:assert/strict';
import { readExclusions } from '../../../local/files/exclusions.ts';
import { readHistory } from '../../../local/files/history.ts';
import { InputError } from '../../../local/input/input-error.ts';
import { useFolder } from '../../support/folder.ts';

describe('readHistory', () => {
  const { write } = useFolder();

  it('reads rounds, people and whether they met', async () => {
    const path = write('history.csv', 'b,round,a,met\nBo@x.org,3,ann@x.org,\ncy@x.org,4,ann@x.org,FALSE\n');
    assert.deepEqual(await readHistory(path), [
      { line: 2, round: 3, a: 'ann@x.org', b: 'bo@x.org', met: true },
      { line: 3, round: 4, a: 'ann@x.org', b: 'cy@x.org', met: false },
    ]);
  });

  it('accepts a file without the column met, and one without rows', async () => {
    const path = write('history.csv', 'round,a,b\n');
    assert.deepEqual(await readHistory(path), []);
  });

  const refused: [what: string, csv: string, line: number, column: string, says: RegExp][] = [
    ['no column round', 'a,b\n', 1, 'round', /not in the header; expected a header row with round, a, b/],
    ['no column b', 'round,a\n', 1, 'b', /not in the header/],
    [
      'a negative round',
      'round,a,b\n-1,a@x.org,b@x.org\n',
      2,
      'round',
      /"-1" is not a round; expected a whole number/,
    ],
    ['half a round', 'round,a,b\n1.5,a@x.org,b@x.org\n', 2, 'round', /"1\.5" is not a round/],
    ['no round', 'round,a,b\n,a@x.org,b@x.org\n', 2, 'round', /"" is not a round/],
    ['a bad mail', 'round,a,b\n1,a@x.org,bo\n', 2, 'b', /"bo" is not a mail address/],
    ['a pair of one', 'round,a,b\n1,a@x.org,A@x.org\n', 2, 'b', /"A@x\.org" is paired with itself/],
    ['met as a number', 'round,a,b,met\n1,a@x.org,b@x.org,1\n', 2, 'met', /"1" is neither true nor false/],
  ];
  for (const [what, csv, line, column, says] of refused) {
    it(`refuses ${what}`, async () => {
      const path = write('history.csv', csv);
      const error = await readHistory(path).catch((caught: unknown) => caught);
      assert.ok(error instanceof InputError, String(error));
      assert.deepEqual([error.file, error.line, error.column], [path, line, column]);
      assert.match(error.message, says);
    });
  }
});

describe('readExclusions', () => {
  const { write } = useFolder();

  it('reads pairs and their line numbers', async () => {
    const path = write('exclude.csv', 'a,b\n\nann@x.org,Bo@x.org\n');
    assert.deepEqual(await readExclusions(path), [{ line: 3, a: 'ann@x.org', b: 'bo@x.org' }]);
  });

  it('refuses a person paired with themselves', async () => {
    const path = write('exclude.csv', 'a,b\na@x.org,a@x.org\n');
    await assert.rejects(readExclusions(path), {
      name: 'InputError',
      line: 2,
      column: 'b',
      value: 'a@x.org',
    });
  });
});
