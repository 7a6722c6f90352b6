// Takes pictures of the tab's screens. `npm run screens` writes all of them into dist/screens, or into the folder that
// `-- --to` names; `-- --only history` takes the screens whose name contains that. `-- --compare` takes the few that are
// kept in tests/looks, says which have changed, and puts those into dist/looks; `-- --accept` replaces the kept ones, and the
// README's picture of the tab.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../tests/browser.ts';
import { screens } from '../tests/tab/screens/all.ts';
import { fakeTab } from '../tests/tab/tab-server.ts';
import { compareWithAccepted } from './screens/compare.ts';
import { looks, nameOf, takeScreen } from './screens/take.ts';

const repository = join(import.meta.dirname, '..');
const accepted = join(repository, 'tests/looks');
const differences = join(repository, 'dist/looks');

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: join(repository, 'dist/screens') },
    only: { type: 'string', default: '' },
    compare: { type: 'boolean', default: false },
    accept: { type: 'boolean', default: false },
  },
});
const isAboutAccepted = values.compare || values.accept;
const chosen = screens.filter(({ name }) => name.includes(values.only));

/** The picture in the README. */
const inReadme = 'now-meeting.default.768';
/** Pictures that are kept, and bytes of them all. */
const [most, mostBytes] = [40, 5_000_000];

/** Does with a picture what was asked for. Returns what is wrong with it. */
function take(name: string, png: Buffer): string | null {
  if (values.compare) return compareWithAccepted(name, png, { accepted, differences });
  const folder = values.accept ? accepted : values.to;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), png);
  if (values.accept && name === inReadme) writeFileSync(join(repository, 'docs/tab.png'), png);
  return null;
}

rmSync(differences, { recursive: true, force: true });
const browser = await launch();
const fake = fakeTab(() => browser);
await fake.open();
const taken: string[] = [];
const wrong: string[] = [];
try {
  for (const screen of chosen) {
    const wanted = isAboutAccepted
      ? looks.filter((look) => screen.kept.includes(`${look.theme} ${look.width}`))
      : looks;
    await takeScreen(fake, screen, wanted, (look, png) => {
      const name = nameOf(screen, look);
      taken.push(`${name}.png`);
      const fault = take(name, png);
      if (fault !== null) wrong.push(fault);
    });
  }
} finally {
  await fake.close();
  await browser.close();
}
if (isAboutAccepted && values.only === '' && existsSync(accepted)) {
  for (const file of readdirSync(accepted).filter((file) => !taken.includes(file))) {
    if (values.accept) rmSync(join(accepted, file));
    else wrong.push(`${file}: belongs to no screen any more`);
  }
}
if (isAboutAccepted && values.only === '') {
  const bytes = taken.reduce(
    (sum, file) => sum + (statSync(join(accepted, file), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  if (taken.length > most || bytes > mostBytes)
    wrong.push(
      `${taken.length} pictures of ${bytes} bytes are kept; at most ${most} of ${mostBytes} bytes may be`,
    );
}
console.log(`${taken.length} pictures`);
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  console.error(`See ${differences}. If they are as they should be: npm run screens -- --accept`);
  process.exitCode = 1;
}
