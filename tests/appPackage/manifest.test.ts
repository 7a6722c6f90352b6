import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { readTyped } from '../../bot/commands/read-typed.ts';
import { wordsFor } from '../../core/words/languages.ts';
import { useBrowser, withPage } from '../browser.ts';

const folder = join(import.meta.dirname, '../../appPackage');
const filled: Record<string, string> = {
  TEAMS_APP_ID: '6d2f8a58-4f5c-4b0e-9d39-0f9a1f7d3c11',
  BOT_ID: '8c1e0f3a-25a8-4a65-8a5c-5c9f9f0b7e22',
  APP_HOST: 'unmentoring.example.org',
};

/** A file of the package with its placeholders filled in, as in a deployment. */
function packaged(file: string): string {
  return readFileSync(join(folder, file), 'utf8').replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = filled[name];
    assert.ok(value, `${file}: the placeholder ${name} is not described in appPackage/README.md`);
    return value;
  });
}

const manifestText = packaged('manifest.json');
const manifest = JSON.parse(manifestText) as TeamsManifest;
const strings = z.record(z.string(), z.string());

describe('appPackage', () => {
  const browser = useBrowser();

  it('has a manifest that is valid by the schema of its own version', async () => {
    assert.equal(manifest.manifestVersion, '1.25');
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest), []);
  });

  it('is refused by that schema with a misspelled property', async () => {
    const broken = manifestText.replace('"accentColor"', '"accentColour"');
    assert.notDeepEqual(
      await AppManifestUtils.validateAgainstSchema(JSON.parse(broken) as TeamsManifest),
      [],
    );
  });

  it('describes every placeholder', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const name of Object.keys(filled)) assert.ok(readme.includes(`\`\${{${name}}}\``), name);
  });

  it('offers, in personal scope alone, commands that the bot understands in each language', () => {
    const [bot] = z
      .object({
        bots: z.tuple([
          z.object({
            scopes: z.array(z.string()),
            commandLists: z.tuple([z.object({ commands: z.array(z.object({ title: z.string() })) })]),
          }),
        ]),
      })
      .parse(manifest).bots;
    const german = strings.parse(JSON.parse(packaged('de.json')));
    const { commands } = bot.commandLists[0];
    const understood = (title: string, language: string): string =>
      readTyped(title, wordsFor(language), '2026-12-07').kind;
    const expected = ['join', 'my-pairing', 'other-times', 'settings', 'pause', 'leave', 'help'];
    assert.deepEqual(bot.scopes, ['personal']);
    assert.deepEqual(
      commands.map(({ title }) => understood(title, 'en')),
      expected,
    );
    assert.deepEqual(
      commands.map((_, i) => understood(german[`bots[0].commandLists[0].commands[${i}].title`] ?? '', 'de')),
      expected,
    );
  });

  it('trusts the domain of the app alone', () => {
    const { validDomains } = z.object({ validDomains: z.array(z.string()) }).parse(manifest);
    assert.deepEqual(validDomains, [filled.APP_HOST]);
    assert.ok(!readFileSync(join(folder, 'manifest.json'), 'utf8').includes('azurewebsites.net'));
  });

  it('translates every name, description and command, within the lengths that Teams allows', () => {
    const german = strings.parse(JSON.parse(packaged('de.json')));
    const schemaFile = createRequire(import.meta.url)
      .resolve('@microsoft/app-manifest/package.json')
      .replace('package.json', 'build/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json');
    const { properties, patternProperties } = z
      .object({
        properties: z.record(z.string(), z.object({ maxLength: z.number().optional() }).loose()),
        patternProperties: z.record(z.string(), z.object({ maxLength: z.number().optional() }).loose()),
      })
      .parse(JSON.parse(readFileSync(schemaFile, 'utf8')));
    for (const [key, text] of Object.entries(german)) {
      const rule =
        properties[key] ??
        Object.entries(patternProperties).find(([pattern]) => new RegExp(pattern).test(key))?.[1];
      assert.ok(rule, `de.json: Teams does not know "${key}"`);
      assert.ok(
        text.length <= (rule.maxLength ?? Infinity),
        `de.json: "${key}" is longer than ${rule.maxLength}`,
      );
    }
    const expected = [
      'name.short',
      'name.full',
      'description.short',
      'description.full',
      ...[0, 1, 2, 3, 4, 5, 6].flatMap((i) => [
        `bots[0].commandLists[0].commands[${i}].title`,
        `bots[0].commandLists[0].commands[${i}].description`,
      ]),
      'staticTabs[1].name',
    ];
    assert.deepEqual(
      Object.keys(german).filter((key) => key !== '$schema'),
      expected,
    );
  });

  for (const [file, size] of [
    ['color.png', 192],
    ['outline.png', 32],
  ] as const) {
    it(`has ${file}, a PNG of ${size} × ${size}`, () => {
      assert.ok(existsSync(join(folder, file)));
      const png = readFileSync(join(folder, file));
      assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [size, size]);
    });
  }

  it('has an outline icon that is white on transparent', async () => {
    const png = readFileSync(join(folder, 'outline.png')).toString('base64');
    const pixels = await withPage(browser(), {}, (page) =>
      page.evaluate<number[]>(`(async () => {
        const image = new Image();
        image.src = 'data:image/png;base64,${png}';
        await image.decode();
        const canvas = new OffscreenCanvas(32, 32).getContext('2d');
        canvas.drawImage(image, 0, 0);
        return [...canvas.getImageData(0, 0, 32, 32).data];
      })()`),
    );
    const drawn = Array.from({ length: 32 * 32 }, (_, i) => pixels.slice(4 * i, 4 * i + 4)).filter(
      ([, , , alpha = 0]) => alpha > 0,
    );
    assert.ok(drawn.length > 100 && drawn.length < 500, `${drawn.length} pixels are drawn`);
    // A canvas changes half-transparent pixels slightly.
    assert.ok(drawn.every(([r = 0, g = 0, b = 0]) => Math.min(r, g, b) >= 240));
  });
});
