import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

function run(args: readonly string[], input: string) {
  const script = join(root, 'scripts/understand.ts');
  return spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });
}

describe('npm run understand', () => {
  it('prints one line of JSON for each line, empty ones too', () => {
    const { stdout, status } = run(['--now', '2026-12-07T09:00:00Z'], 'pause until 15 January\n\nmornings\n');
    assert.equal(status, 0);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      lines.map(({ text, intent, arguments: said }) => [text, intent, said]),
      [
        ['pause until 15 January', 'pause', { until: '2027-01-15' }],
        ['', 'unknown', {}],
        ['mornings', 'settings', { hours: 'morning' }],
      ],
    );
    for (const line of lines)
      assert.deepEqual(Object.keys(line), ['text', 'intent', 'confidence', 'arguments']);
  });

  it('reads German dates for a German reader', () => {
    const { stdout } = run(['--language', 'de', '--now', '2026-12-07T09:00:00Z'], 'Pause bis zum 15.');
    assert.match(stdout, /"until":"2026-12-15"/);
  });

  it('says what is wrong with a moment that is none', () => {
    const { stderr, status } = run(['--now', 'soon'], '');
    assert.equal(status, 2);
    assert.match(stderr, /--now/);
  });
});
