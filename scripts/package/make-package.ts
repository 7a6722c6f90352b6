import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { zip } from '../zip.ts';
import { drawIcon, type Icon } from './draw-icon.ts';
import type { Environment } from './environment.ts';
import { languageFile, type ManifestTexts, type Template, withTexts } from './manifest-texts.ts';
import { validate } from './validate.ts';

const text = z.string();
const scopes = z.array(text);
const command = z.object({ title: text, description: text });

/** What the rules look at. Microsoft's schema has checked the rest. */
const manifestSchema = z.looseObject({
  manifestVersion: text,
  version: text,
  id: text,
  localizationInfo: z.object({
    defaultLanguageTag: text,
    additionalLanguages: z.array(z.object({ languageTag: text, file: text })).default([]),
  }),
  developer: z.object({ name: text, websiteUrl: text, privacyUrl: text, termsOfUseUrl: text }),
  name: z.object({ short: text, full: text.default('') }),
  description: z.object({ short: text, full: text }),
  icons: z.object({ color: text, outline: text, color32x32: text.optional() }),
  bots: z.array(
    z.looseObject({
      botId: text,
      scopes,
      supportsFiles: z.boolean().default(false),
      isNotificationOnly: z.boolean().default(false),
      commandLists: z.array(z.object({ scopes, commands: z.array(command) })).default([]),
    }),
  ),
  configurableTabs: z.array(z.looseObject({ configurationUrl: text, scopes })).default([]),
  staticTabs: z.array(z.looseObject({ entityId: text, name: text.optional(), contentUrl: text.optional() })),
  validDomains: z.array(text),
  webApplicationInfo: z.object({ id: text, resource: text }),
  defaultInstallScope: text.optional(),
});

/** What an administrator uploads to Teams. */
export interface AppPackage {
  readonly manifest: Readonly<z.infer<typeof manifestSchema>>;
  /** By language tag: the texts that replace those of the manifest, by their place in it. */
  readonly languages: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly icons: Readonly<Record<'color' | 'outline' | 'color32x32', Icon>>;
}

type Made =
  | { readonly kind: 'made'; readonly app: AppPackage; readonly bytes: Uint8Array }
  /** Each fault names its file and its place. */
  | { readonly kind: 'refused'; readonly faults: readonly string[] };

/**
 * Fills the manifest and its languages for an environment, draws the icons, and zips all of it. The same input gives the same bytes.
 * Refuses what has a placeholder left, and what Microsoft's schemas do not allow.
 * @param folder appPackage
 * @param texts what the manifest says, by language
 */
export async function makePackage(
  folder: string,
  environment: Environment,
  texts: ManifestTexts,
): Promise<Made> {
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  const main = { file: 'manifest.json', text: fill(await read('manifest.json'), environment) };
  const left = placeholdersIn(main);
  if (left.length > 0) return { kind: 'refused', faults: left };

  const template = JSON.parse(main.text) as Template;
  const manifest = withTexts(template, texts, environment.host);
  const faults = named('manifest.json', await validate(manifest));
  const parsed = manifestSchema.safeParse(manifest);
  if (faults.length > 0) return { kind: 'refused', faults };
  if (!parsed.success)
    return { kind: 'refused', faults: named('manifest.json', [z.prettifyError(parsed.error)]) };

  const files = [{ file: main.file, text: print(manifest) }];
  const languages = new Map<string, Record<string, string>>();
  for (const { languageTag, file } of parsed.data.localizationInfo.additionalLanguages) {
    const said = texts.get(languageTag);
    if (said === undefined) throw new Error(`${file}: expected the texts of the manifest in ${languageTag}`);
    const content = languageFile(template, said, languageTag, environment.host);
    files.push({ file, text: print(content) });
    faults.push(...named(file, await validate(content)));
    languages.set(languageTag, content);
  }
  if (faults.length > 0) return { kind: 'refused', faults };

  const icons = {
    color: await drawIcon(await read('icons/color.svg'), 192),
    outline: await drawIcon(await read('icons/outline.svg'), 32),
    color32x32: await drawIcon(await read('icons/color32x32.svg'), 32),
  };
  const bytes = zip([
    ...files.map(({ file, text }) => [file, new TextEncoder().encode(text)] as const),
    ...Object.entries(icons).map(([name, { png }]) => [`${name}.png`, png] as const),
  ]);
  return { kind: 'made', app: { manifest: parsed.data, languages, icons }, bytes };
}

function print(json: unknown): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}

function fill(template: string, { teamsAppId, appId, host, organisation }: Environment): string {
  const values: Readonly<Record<string, string>> = {
    TEAMS_APP_ID: teamsAppId,
    BOT_ID: appId,
    APP_HOST: host,
    ORGANISATION: organisation,
  };
  return template.replaceAll(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = values[name];
    return value === undefined ? placeholder : JSON.stringify(value).slice(1, -1);
  });
}

/** What was to be filled in and was not. */
function placeholdersIn({ file, text }: { readonly file: string; readonly text: string }): string[] {
  return text
    .split('\n')
    .flatMap((line, i) =>
      [...line.matchAll(/\$?\{\{.*?\}\}/g)].map(
        ([placeholder]) =>
          `${file}, line ${i + 1}: the placeholder ${placeholder} is left; expected its value`,
      ),
    );
}

function named(file: string, faults: readonly string[]): string[] {
  return faults.map((fault) => `${file}: ${fault}`);
}
