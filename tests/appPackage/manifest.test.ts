import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandFor } from '../../bot/commands/command-for.ts';
import { understand } from '../../bot/understanding/understand.ts';
import { exampleEnvironment, examplePackage } from './example.ts';

const folder = join(import.meta.dirname, '../../appPackage');

describe('the manifest', () => {
  it('has placeholders that the page about the package describes, and no others', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    const described = new Set(readme.match(/\$\{\{\w+\}\}/g));
    const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
    const used = new Set(manifest.match(/\$\{\{\w+\}\}/g));
    assert.deepEqual([...described].sort(), [...used].sort());
  });

  it('offers commands that the bot understands, in each language and scope', async () => {
    const { app } = await examplePackage();
    const expected = {
      personal: ['join', 'my-pairing', 'other-times', 'settings', 'pause-ask', 'leave-ask', 'help'],
      'team, groupChat': ['help'],
    };
    const german = app.languages.get('de') ?? {};
    const lists = app.manifest.bots[0]?.commandLists ?? [];
    const understood = (said: (list: number, i: number, title: string) => string, language: string) =>
      Object.fromEntries(
        lists.map(({ scopes, commands }, list) => [
          scopes.join(', '),
          commands.map(
            ({ title }, i) =>
              commandFor(understand(said(list, i, title), { language, now: null, zone: 'Europe/London' }))
                .kind,
          ),
        ]),
      );
    assert.deepEqual(
      understood((_, __, title) => title, 'en'),
      expected,
    );
    assert.deepEqual(
      understood((list, i) => german[`bots[0].commandLists[${list}].commands[${i}].title`] ?? '', 'de'),
      expected,
    );
  });

  it('is for one’s own chat first, and for teams and group chats', async () => {
    const { manifest } = (await examplePackage()).app;
    assert.deepEqual(manifest.bots[0]?.scopes, ['personal', 'team', 'groupChat']);
    assert.deepEqual(manifest.configurableTabs[0]?.scopes, ['team', 'groupChat']);
    assert.equal(manifest.defaultInstallScope, 'personal');
  });

  it('trusts the domain of the app alone', async () => {
    const { manifest } = (await examplePackage()).app;
    assert.deepEqual(manifest.validDomains, [(await exampleEnvironment()).host]);
  });
});
