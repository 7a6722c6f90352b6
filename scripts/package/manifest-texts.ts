import { join } from 'node:path';
import type { manifest } from '../../core/words/en/manifest.ts';
import { speak } from '../../core/words/icu/speak.ts';
import { languages } from '../../core/words/languages.ts';

/** The texts of the manifest in one language: a test holds them to the parameters of English. */
type Texts = typeof manifest;

/** By language tag, the one that others fall back to first. */
export type ManifestTexts = ReadonlyMap<string, Texts>;

/** The texts of the manifest in each language that people are offered. */
export async function manifestTexts(): Promise<ManifestTexts> {
  const tags = languages.filter(({ isTrial }) => !isTrial).map(({ language }) => language);
  const read = tags.map(async (tag) => {
    const file = join(import.meta.dirname, '../../core/words', tag, 'manifest.ts');
    return [tag, ((await import(file)) as { readonly manifest: Texts }).manifest] as const;
  });
  return new Map(await Promise.all(read));
}

/** What a manifest says, by its place in it: what differs between languages. */
export interface Template {
  readonly $schema: string;
  readonly bots: readonly { readonly commandLists?: readonly { readonly scopes: readonly string[] }[] }[];
  readonly staticTabs: readonly { readonly entityId: string }[];
}

function said(texts: Texts, tag: string, host: string) {
  const words = speak(texts, tag);
  const { short, full } = words.description;
  return { ...words, description: { short, full: full({ host }) } };
}

/** The manifest with its texts in the first language, and which others there are. */
export function withTexts(template: Template, all: ManifestTexts, host: string) {
  const [[tag, texts] = ['en', undefined], ...others] = all;
  if (texts === undefined) throw new Error('expected the texts of the manifest in a language');
  const { name, description, commands, tab } = said(texts, tag, host);
  return {
    ...template,
    localizationInfo: {
      defaultLanguageTag: tag,
      additionalLanguages: others.map(([language]) => ({ languageTag: language, file: `${language}.json` })),
    },
    name,
    description,
    bots: template.bots.map((bot) => ({
      ...bot,
      commandLists: (bot.commandLists ?? []).map((list) => ({
        ...list,
        commands: list.scopes.includes('personal') ? commands.personal : commands.group,
      })),
    })),
    staticTabs: template.staticTabs.map((one) => (one.entityId === 'home' ? { ...one, name: tab } : one)),
  };
}

/** The file of another language: each text by its place in the manifest. */
export function languageFile(
  template: Template,
  texts: Texts,
  tag: string,
  host: string,
): Record<string, string> {
  const { name, description, commands, tab } = said(texts, tag, host);
  const lists = template.bots.flatMap(({ commandLists = [] }) => commandLists);
  return {
    $schema: template.$schema.replace('MicrosoftTeams.schema', 'MicrosoftTeams.Localization.schema'),
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
    ...Object.fromEntries(
      lists.flatMap(({ scopes }, list) =>
        (scopes.includes('personal') ? commands.personal : commands.group).flatMap((command, i) =>
          (['title', 'description'] as const).map(
            (field) => [`bots[0].commandLists[${list}].commands[${i}].${field}`, command[field]] as const,
          ),
        ),
      ),
    ),
    [`staticTabs[${template.staticTabs.findIndex(({ entityId }) => entityId === 'home')}].name`]: tab,
  };
}
