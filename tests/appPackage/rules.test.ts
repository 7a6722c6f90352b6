import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Icon } from '../../scripts/package/draw-icon.ts';
import type { AppPackage } from '../../scripts/package/make-package.ts';
import { outcomeOf } from '../../scripts/package/report.ts';
import { storeRules } from '../../scripts/package/rules/rules.ts';
import { examplePackage } from './example.ts';

type Manifest = AppPackage['manifest'];
type Change = (app: AppPackage) => AppPackage;

const manifest =
  (change: (manifest: Manifest) => object): Change =>
  (app) => ({ ...app, manifest: { ...app.manifest, ...change(app.manifest) } });
const name = (short: string, full = 'Another name') => manifest(() => ({ name: { short, full } }));
const short = (text: string) =>
  manifest(({ description }) => ({ description: { ...description, short: text } }));
const full = (change: (text: string) => string) =>
  manifest(({ description }) => ({ description: { ...description, full: change(description.full) } }));
const adds = (text: string) => full((before) => `${before}\n${text}`);
const german =
  (place: string, text?: string): Change =>
  (app) => {
    const texts = Object.entries(app.languages.get('de') ?? {}).filter(([each]) => each !== place);
    const changed = text === undefined ? texts : [...texts, [place, text] as const];
    return { ...app, languages: new Map([['de', Object.fromEntries(changed)]]) };
  };
const bot = (changes: object) =>
  manifest(({ bots }) => ({ bots: bots.map((each) => ({ ...each, ...changes })) }));
const icon =
  (which: keyof AppPackage['icons'], change: (icon: Icon) => Partial<Icon>): Change =>
  (app) => ({
    ...app,
    icons: { ...app.icons, [which]: { ...app.icons[which], ...change(app.icons[which]) } },
  });
/** Paints one pixel; red, green, blue and opacity. */
const paint = (which: keyof AppPackage['icons'], x: number, y: number, colour: readonly number[]) =>
  icon(which, ({ pixels, size }) => {
    const painted = Uint8Array.from(pixels);
    painted.set(colour, 4 * (y * size + x));
    return { pixels: painted };
  });
/** Moves a drawing down by one row of pixels. */
const lower = (which: keyof AppPackage['icons']) =>
  icon(which, ({ pixels, size }) => {
    const moved = new Uint8Array(pixels.length);
    moved.set(pixels.subarray(0, pixels.length - 4 * size), 4 * size);
    return { pixels: moved };
  });

/** By rule: packages that break it. */
const counterexamples: Readonly<Record<string, readonly Change[]>> = {
  'The name has no name of a Microsoft product in it.': [
    name('Coffee for Teams'),
    german('name.full', 'Kaffee mit Outlook'),
  ],
  'The name has no name of a core feature of Teams in it.': [name('Coffee Chat')],
  'The long name differs from the short one.': [name('Coffee', 'Coffee')],
  'The short description is one sentence of at most 80 characters.': [
    short('Once a month, a conversation with a colleague. Paired and booked for you.'),
    short('x'.repeat(81)),
    german('description.short', 'Ein Gespräch. Gebucht.'),
  ],
  'The short description repeats neither the name nor the word "app".': [
    short('UnMentoring pairs colleagues.'),
    short('An app for coffee.'),
  ],
  'The long description is another text, of at most 500 words.': [
    full(() => 'A regular conversation with a random colleague, paired and booked for you. And more.'),
    adds('word '.repeat(500)),
  ],
  'The long description lists the features with bullet points.': [
    full((text) => text.replaceAll('\n- ', '\n')),
  ],
  'Teams is called "Microsoft Teams" where it is first mentioned.': [
    full((text) => text.replace('Microsoft Teams', 'Teams')),
    full(() => 'Pairs colleagues.'),
  ],
  'Microsoft and Microsoft 365 are called so, without abbreviation.': [
    adds('For Office 365.'),
    adds('By MS.'),
  ],
  'The long description has a link to help, on our own host.': [
    full((text) => text.replace('/support)', '/)')),
    german('description.full', 'Hilfe'),
  ],
  'The long description says what an administrator must grant.': [
    full((text) => text.replace('an administrator', 'somebody')),
  ],
  'No claim without a proof, no superlative.': [
    short('The best coffee.'),
    german('name.full', 'Der beste Kaffee'),
  ],
  'Nothing is said to be certified for or powered by Microsoft.': [adds('Powered by Microsoft 365.')],
  'No link to a store.': [adds('https://appsource.microsoft.com/product/x')],
  'No other platform for chats is named.': [adds('As in Slack.')],
  'No words in capitals alone.': [adds('JOIN NOW')],
  'The manifest and its languages follow a released schema, not a preview.': [
    manifest(() => ({ manifestVersion: 'devPreview' })),
  ],
  'The version has three numbers and is 1.0.0 or later.': [
    manifest(() => ({ version: '0.9.0' })),
    manifest(() => ({ version: '1.0' })),
  ],
  'Every address is https, on a host of validDomains.': [
    manifest(({ developer }) => ({
      developer: { ...developer, privacyUrl: 'https://elsewhere.com/privacy' },
    })),
    manifest(({ developer }) => ({
      developer: { ...developer, termsOfUseUrl: developer.termsOfUseUrl.replace('https', 'http') },
    })),
    manifest(() => ({
      configurableTabs: [{ configurationUrl: 'https://x.com/tab', scopes: ['team', 'groupChat'] }],
    })),
  ],
  'The hosts are our own: no wildcard, no tunnel, no name that a cloud gives.': [
    manifest(() => ({ validDomains: ['*.contoso.com'] })),
    manifest(() => ({ validDomains: ['contoso.azurewebsites.net'] })),
    manifest(() => ({ validDomains: ['x.ngrok.io'] })),
  ],
  'The client id of the sign-in is in the manifest, and its resource is on our host.': [
    bot({ botId: '0a6f9d7e-0b5c-4e39-9a53-3d8f0c2b9e01' }),
    manifest(({ webApplicationInfo }) => ({
      webApplicationInfo: { ...webApplicationInfo, resource: 'api://x' },
    })),
  ],
  'Each language translates every name, description, command and tab.': [
    german('name.full'),
    german('bots[0].commandLists[1].commands[0].title'),
    german('staticTabs[1].name'),
  ],
  'The bot lists its commands in each of its scopes, help among them.': [bot({ commandLists: [] })],
  'A bot that offers files says so.': [bot({ supportsFiles: false })],
  'A bot that only notifies is worth its messages.': [bot({ isNotificationOnly: true })],
  'A personal tab comes with a personal bot.': [
    bot({ scopes: ['team'] }),
    manifest(() => ({ staticTabs: [] })),
  ],
  'A team or a group chat that gets the bot can have a tab, too.': [
    manifest(() => ({ configurableTabs: [] })),
  ],
  'The colour icon has 192 × 192 pixels.': [icon('color', () => ({ size: 96 }))],
  'The symbol of the colour icon is inside the middle 120 × 120, on a square ground of one colour.': [
    paint('color', 35, 96, [255, 255, 255, 255]),
    paint('color', 96, 156, [255, 255, 255, 255]),
    paint('color', 191, 191, [0, 0, 0, 0]),
  ],
  'The outline icon has 32 × 32 pixels.': [icon('outline', () => ({ size: 16 }))],
  'The outline icon is white on a transparent ground.': [
    paint('outline', 16, 16, [255, 255, 254, 255]),
    icon('outline', ({ pixels }) => ({ pixels: pixels.map(() => 255) })),
  ],
  'The outline icon has no padding.': [lower('outline')],
  'The icon for Outlook and Microsoft 365 has 32 × 32 pixels, on a transparent ground.': [
    icon('color32x32', () => ({ size: 48 })),
    paint('color32x32', 0, 0, [255, 255, 255, 255]),
    manifest(({ icons }) => ({ icons: { color: icons.color, outline: icons.outline } })),
  ],
};

describe('the rules of the Teams store', () => {
  const rules = storeRules.flatMap(([, each]) => each);
  let app: AppPackage;
  before(async () => {
    ({ app } = await examplePackage());
  });

  it('are all met by the package of the example, as far as a program can tell', () => {
    const broken = rules.filter((rule) => outcomeOf(rule, app).kind === 'not met');
    assert.deepEqual(
      broken.map((rule) => [rule.says, outcomeOf(rule, app).why]),
      [],
    );
  });

  it('name tests that are there', () => {
    for (const rule of rules)
      if ('tested' in rule)
        assert.ok(existsSync(join(import.meta.dirname, '../..', rule.tested)), rule.tested);
  });

  it('have a counterexample each, where a program looks', () => {
    const looked = rules.filter((rule) => 'broken' in rule).map(({ says }) => says);
    assert.deepEqual(looked.toSorted(), Object.keys(counterexamples).toSorted());
  });

  for (const [says, changes] of Object.entries(counterexamples)) {
    it(`say what breaks "${says}"`, () => {
      const rule = rules.find((each) => each.says === says);
      assert.ok(rule);
      for (const change of changes) {
        const { kind, why } = outcomeOf(rule, change(app));
        assert.equal(kind, 'not met');
        assert.ok(why);
      }
    });
  }
});
