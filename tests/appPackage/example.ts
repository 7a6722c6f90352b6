import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvironment, type Environment } from '../../scripts/package/environment.ts';
import { makePackage } from '../../scripts/package/make-package.ts';
import { manifestTexts, type ManifestTexts } from '../../scripts/package/manifest-texts.ts';

const folder = join(import.meta.dirname, '../../appPackage');

/** The environment that is committed as an example. */
export async function exampleEnvironment(): Promise<Environment> {
  const read = readEnvironment(
    await readFile(join(folder, 'environments/contoso.yaml'), 'utf8'),
    'contoso.yaml',
  );
  assert.ok(read.kind === 'read');
  return read.environment;
}

/** Its package. */
export async function examplePackage() {
  const made = await makePackage(folder, await exampleEnvironment(), await manifestTexts());
  assert.ok(made.kind === 'made', made.kind === 'refused' ? made.faults.join('\n') : '');
  return made;
}

/**
 * The faults of a package in which one text of one file is another.
 * @param copy where it is written: an empty folder
 */
export async function faultsWith(
  copy: string,
  file: string,
  text: string,
  other: string,
): Promise<readonly string[]> {
  await cp(folder, copy, { recursive: true });
  const before = await readFile(join(copy, file), 'utf8');
  assert.ok(before.includes(text), `${file} has no ${text}`);
  await writeFile(join(copy, file), before.replace(text, other));
  const made = await makePackage(copy, await exampleEnvironment(), await manifestTexts());
  return made.kind === 'refused' ? made.faults : [];
}

/** The faults of a package in which the short name is another, in one language. */
export async function faultsWithName(language: string, short: string): Promise<readonly string[]> {
  const texts = [...(await manifestTexts())].map(
    ([tag, said]) => [tag, tag === language ? { ...said, name: { ...said.name, short } } : said] as const,
  );
  const made = await makePackage(folder, await exampleEnvironment(), new Map(texts) as ManifestTexts);
  return made.kind === 'refused' ? made.faults : [];
}
