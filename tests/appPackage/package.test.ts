import { strFromU8, unzipSync } from 'fflate';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { useFolder } from '../support/folder.ts';
import { exampleEnvironment, examplePackage, faultsWith, faultsWithName } from './example.ts';

const repository = join(import.meta.dirname, '../..');

function run(environment: string) {
  return promisify(execFile)(process.execPath, ['scripts/package.ts', '--env', environment], {
    cwd: repository,
  });
}

describe('the package for Teams', () => {
  const folder = useFolder();

  it('has the manifest, its languages and the icons, all at its root', async () => {
    const { bytes } = await examplePackage();
    assert.deepEqual(Object.keys(unzipSync(bytes)), [
      'color.png',
      'color32x32.png',
      'de.json',
      'manifest.json',
      'outline.png',
    ]);
  });

  it('has the values of the environment in every language', async () => {
    const { host, teamsAppId, appId, organisation } = await exampleEnvironment();
    const files = unzipSync((await examplePackage()).bytes);
    const manifest = strFromU8(files['manifest.json'] ?? new Uint8Array());
    const german = strFromU8(files['de.json'] ?? new Uint8Array());
    for (const value of [host, teamsAppId, appId, organisation]) assert.ok(manifest.includes(value), value);
    assert.ok(german.includes(`https://${host}/support`));
    assert.ok(![manifest, german].some((text) => text.includes('${{')));
  });

  it('is the same bytes twice', async () => {
    assert.deepEqual((await examplePackage()).bytes, (await examplePackage()).bytes);
  });

  it('is refused with a placeholder that nobody fills', async () => {
    assert.deepEqual(await faultsWith(folder.at(), 'manifest.json', '${{TEAMS_APP_ID}}', '${{APP}}'), [
      'manifest.json, line 5: the placeholder ${{APP}} is left; expected its value',
    ]);
  });

  it('is refused with a name that is too long, in any language', async () => {
    for (const [language, fault] of [
      ['en', /^manifest.json: \/name\/short .*30/],
      ['de', /^de.json: \/name.short .*30/],
    ] as const)
      assert.match((await faultsWithName(language, 'x'.repeat(31)))[0] ?? '', fault);
  });

  const wrong: [what: string, file: string, text: string, other: string, fault: RegExp][] = [
    [
      'a misspelled property',
      'manifest.json',
      '"accentColor"',
      '"accentColour"',
      /^manifest.json: .*accentColou?r/,
    ],
    [
      'a schema that is not installed',
      'manifest.json',
      'teams/v1.30',
      'teams/v9.99',
      /^manifest.json: .*v9\.99.* is not in/,
    ],
  ];
  for (const [what, file, text, other, fault] of wrong) {
    it(`is refused with ${what}`, async () => {
      const [first] = await faultsWith(folder.at(), file, text, other);
      assert.match(first ?? '', fault);
    });
  }

  it('is written by the command, which prints every rule with what became of it', async () => {
    const { stdout } = await run('contoso');
    assert.match(stdout, /^ {2}met +The short description is one sentence of at most 80 characters\.$/m);
    assert.match(stdout, /^ {2}not for us +Dialogs/m);
    assert.match(
      stdout,
      /\d+ met, \d+ to look at, \d+ not for us\.\ndist\/unmentoring-contoso\.zip: \d+ bytes/,
    );
    assert.deepEqual(
      new Uint8Array(await readFile(join(repository, 'dist/unmentoring-contoso.zip'))),
      (await examplePackage()).bytes,
    );
  });

  for (const [name, expected] of [
    ['nowhere', /^appPackage\/environments\/nowhere\.yaml is not there; expected a copy of .*contoso\.yaml/],
    ['../contoso', /^expected --env NAME/],
  ] as const) {
    it(`is not written for the environment ${name}, and the command says why`, async () => {
      await assert.rejects(run(name), ({ code, stderr }: { code: number; stderr: string }) => {
        assert.equal(code, 1);
        assert.match(stderr, expected);
        return true;
      });
    });
  }
});
