import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { zip } from '../../scripts/zip.ts';

const words = (text: string) => new TextEncoder().encode(text);

describe('zip', () => {
  it('holds each file under its path, sorted', () => {
    const files = unzipSync(
      zip([
        ['tab/index.html', words('<p>')],
        ['host.json', words('{}')],
      ]),
    );
    assert.deepEqual(
      Object.entries(files).map(([path, content]) => [path, strFromU8(content)]),
      [
        ['host.json', '{}'],
        ['tab/index.html', '<p>'],
      ],
    );
  });

  it('gives the same bytes in another order, another zone and a later process', () => {
    const here = zip([
      ['b.txt', words('coffee '.repeat(100))],
      ['a.txt', words('tea')],
    ]);
    const there = execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { zip } = await import('./scripts/zip.ts');
         const words = (text) => new TextEncoder().encode(text);
         process.stdout.write(zip([['a.txt', words('tea')], ['b.txt', words('coffee '.repeat(100))]]));`,
      ],
      { cwd: `${import.meta.dirname}/../..`, env: { ...process.env, TZ: 'Pacific/Kiritimati' } },
    );
    assert.deepEqual(new Uint8Array(there), here);
  });
});
