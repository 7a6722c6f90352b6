// A real browser for tests: the one that @sparticuz/chromium brings, else an installed one.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type LaunchOptions,
  type Page,
} from 'playwright-core';

const modules = join(import.meta.dirname, '../node_modules');
const installedNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
/** Milliseconds; a little less than mocha's timeout for a test. */
const longest = 55_000;
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** A browser for the tests of a `describe`; call it inside one. */
export function useBrowser(): () => Browser {
  let browser: Browser | null = null;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());
  return () => {
    if (browser === null) throw new Error('the browser runs inside tests and hooks only');
    return browser;
  };
}

/**
 * Runs `use` with a new page that shares nothing with others. Requests that leave this machine are refused.
 * @param most milliseconds after which the page is closed: less than the test's timeout
 */
export async function withPage<T>(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
  most = longest,
): Promise<T> {
  const context = await browser.newContext(options);
  // Closing it ends everything that waits in it with an error. Otherwise it would keep the whole run from ending.
  const limit = setTimeout(() => void context.close(), most);
  try {
    await context.route(leavesThisMachine, (route) => route.abort());
    return await use(await context.newPage());
  } finally {
    clearTimeout(limit);
    await context.close();
  }
}

function leavesThisMachine(url: URL): boolean {
  return !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) && url.protocol.startsWith('http');
}

/** @throws when there is no browser; says what to install */
export async function launch(): Promise<Browser> {
  const faults: string[] = [];
  for (const find of [bundledBrowser, installedBrowser]) {
    try {
      const found = await find();
      if (found !== null) return await chromium.launch({ ...found, args: flags });
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    [
      'No browser to test with: install Chromium or Google Chrome, so that it is on the PATH.',
      ...faults,
    ].join('\n'),
  );
}

async function installedBrowser(): Promise<LaunchOptions | null> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of installedNames) {
      const executablePath = join(folder, name);
      if (existsSync(executablePath)) return { executablePath };
    }
  }
  // Where macOS and Windows install browsers, as playwright knows.
  return process.platform === 'linux' ? null : { channel: 'chrome' };
}

/** The browser of @sparticuz/chromium, with its libraries and fonts. It exists for Linux on x86-64 alone. */
async function bundledBrowser(): Promise<LaunchOptions | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = await unpacked();
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

/**
 * Unpacks it once for this checkout. It is unpacked elsewhere and then renamed, so that processes that start together
 * never see half of it.
 */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(
    await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8'),
  ) as {
    version: string;
  };
  const cache = join(modules, '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, 'unpacking-'));
  // The package unpacks into the temporary folder. It unpacks its libraries only when it believes to be in AWS
  // Lambda.
  await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', `await (await import('@sparticuz/chromium')).default.executablePath();`],
    {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x', LD_LIBRARY_PATH: '' },
    },
  );
  await writeFile(join(aside, 'fonts/fonts.conf'), fontsIn(join(folder, 'fonts')));
  try {
    await rename(aside, folder);
  } catch (error) {
    // Another process was first.
    if (!existsSync(folder)) throw error;
    await rm(aside, { recursive: true });
  }
  return folder;
}

/** The package's own list contains folders of AWS Lambda. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`;
}
