// Makes what is uploaded to Teams: `npm run package -- --env NAME` fills appPackage for appPackage/environments/NAME.yaml, writes
// dist/unmentoring-NAME.zip, and prints each rule of the Teams store with what became of it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment, type Environment } from './package/environment.ts';
import { makePackage } from './package/make-package.ts';
import { manifestTexts } from './package/manifest-texts.ts';
import { report } from './package/report.ts';

const repository = join(import.meta.dirname, '..');
const folder = 'appPackage/environments';
const example = 'contoso';

function refuse(faults: readonly string[]): never {
  for (const fault of faults) console.error(fault);
  process.exit(1);
}

async function environmentOf(name: string, other?: Environment): Promise<Environment> {
  const file = `${folder}/${name}.yaml`;
  const text = await readFile(join(repository, file), 'utf8').catch(() =>
    refuse([`${file} is not there; expected a copy of ${folder}/${example}.yaml with your own values`]),
  );
  const read = readEnvironment(text, file, other);
  return read.kind === 'read' ? read.environment : refuse(read.faults);
}

const { values } = parseArgs({ options: { env: { type: 'string' } } });
const name = values.env;
if (name === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(name))
  refuse([
    `expected --env NAME, the name of a file ${folder}/NAME.yaml in small letters, digits and hyphens`,
  ]);

const environment = await environmentOf(name, name === example ? undefined : await environmentOf(example));
const made = await makePackage(join(repository, 'appPackage'), environment, await manifestTexts());
if (made.kind === 'refused') refuse(made.faults);
const zipFile = `dist/unmentoring-${name}.zip`;
await mkdir(join(repository, 'dist'), { recursive: true });
await writeFile(join(repository, zipFile), made.bytes);
console.log(report(made.app));
console.log(`${zipFile}: ${made.bytes.length} bytes, version ${made.app.manifest.version}`);
