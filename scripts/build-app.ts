// `npm run build`: makes what is deployed, as the folder dist/app and as dist/app.zip. The zip is the same bytes for the same code.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { appFiles } from './app/files.ts';
import { zip } from './zip.ts';

const dist = join(import.meta.dirname, '../dist');
const files = await appFiles();

await rm(join(dist, 'app'), { recursive: true, force: true });
for (const [path, content] of files) {
  const file = join(dist, 'app', path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
await writeFile(join(dist, 'app.zip'), zip(files));
