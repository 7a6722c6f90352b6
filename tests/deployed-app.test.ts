// The function app as it is deployed: what `npm run build` has put into dist/app.zip.
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { unzipSync } from 'fflate';
import { openApiDocument } from '../core/api/endpoints/openapi.ts';
import { bundle } from '../scripts/app/bundle.ts';
import { appFiles } from '../scripts/app/files.ts';
import { zip } from '../scripts/zip.ts';
import { useFolder } from './support/folder.ts';

const root = join(import.meta.dirname, '..');

/** The settings of a function app, as the infrastructure makes them. */
const settings = {
  TENANT_ID: '11111111-1111-4111-8111-111111111111',
  APP_ID: '22222222-2222-4222-8222-222222222222',
  MANAGED_IDENTITY_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  ORGANISER_MAILBOXES: 'unmentoring@council.example',
  STORAGE_ACCOUNT: 'unmentoring',
  SUPPORT_CONTACT: 'help@council.example',
};

describe('the deployed app', () => {
  const folder = useFolder();
  let zipped: Uint8Array;
  let files: Readonly<Record<string, Uint8Array>>;
  let metafile: Metafile;
  before(async () => {
    zipped = readFileSync(join(root, 'dist/app.zip'));
    files = unzipSync(zipped);
    ({ metafile } = await bundle('functions/main.ts'));
  });

  /**
   * Unzips the app into a folder of its own, and loads it in a fresh process as the worker of Azure Functions does.
   * @param then code that runs after that; it may use `invoke` and `registeredFunctions`
   * @returns what it prints
   */
  function load(environment: Record<string, string>, then: string): string {
    for (const [path, content] of Object.entries(files)) folder.write(`app/${path}`, Buffer.from(content));
    const core = join(root, 'local/host/functions-core.ts');
    const script = `
      import { registerHooks } from 'node:module';
      const core = ${JSON.stringify(`file://${core}`)};
      registerHooks({ resolve: (specifier, context, next) =>
        specifier === '@azure/functions-core' ? { url: core, shortCircuit: true } : next(specifier, context) });
      const { main } = (await import('./package.json', { with: { type: 'json' } })).default;
      await import('./' + main);
      const { invoke, registeredFunctions } = await import(core);
      ${then}
      process.exit();
    `;
    return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder.at('app'),
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** The answer of an HTTP function: its status, its headers and its body as text. */
  function answer(
    name: string,
    request: object,
  ): { status: string; headers: Record<string, string>; body: string } {
    const printed = load(
      settings,
      `const { http } = await invoke(${JSON.stringify(name)}, '1', { http: ${JSON.stringify({ url: 'https://unmentoring.example/', ...request })} });
      const body = http.body.string ?? Buffer.from(http.body.bytes).toString();
      console.log(JSON.stringify({ status: http.statusCode, headers: http.headers, body }));`,
    );
    // The app's log comes before it.
    return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as ReturnType<typeof answer>;
  }

  it('is the same bytes when it is built again', async () => {
    assert.ok(
      Buffer.from(zip(await appFiles())).equals(zipped),
      'dist/app.zip is of other code: run `npm run build` first',
    );
  });

  it('holds its settings, code and the tab, and no source', () => {
    const strange = Object.keys(files).filter(
      (path) => !/^(host\.json|package\.json|(main|parts\/[\w-]+)\.js|tab\/(assets\/)?[\w.-]+)$/.test(path),
    );
    assert.deepEqual(strange, []);
    assert.ok('tab/index.html.br' in files);
    const mapped = Object.entries(files).filter(([, content]) =>
      Buffer.from(content).includes('sourceMappingURL'),
    );
    assert.deepEqual(mapped, []);
  });

  it('is smaller than three megabytes', () => {
    const bytes = Object.values(files).reduce((sum, content) => sum + content.length, 0);
    assert.ok(bytes < 3_000_000, `${bytes} bytes`);
  });

  it('contains nothing of local/, tests/ or the development tools', () => {
    const inputs = Object.keys(metafile.inputs);
    assert.ok(inputs.includes('functions/main.ts'));
    const strangers = inputs.filter((file) =>
      /^(local|tests|bench|scripts|fuzz)\/|node_modules\/(hono|@hono|azurite|commander|sinon|fflate)\//.test(
        file,
      ),
    );
    assert.deepEqual(strangers, []);
  });

  it('contains no address of the local product, and no secret of the storage emulator', () => {
    const text = Object.values(files)
      .map((content) => Buffer.from(content).toString())
      .join('\n');
    for (const word of ['/local/token', '/local/clock', '/local/identity', 'organiser.example']) {
      assert.ok(!text.includes(word), `the app says ${word}`);
    }
  });

  it('loads neither zod nor the client of a neighbour, and of core the addresses alone, to register its functions', () => {
    const files = loadedBy(metafile, 'functions/main.ts');
    assert.deepEqual(roomsAndPackages(metafile, files), [
      '@azure/functions',
      '@azure/functions-extensions-base',
      'cookie',
      'core',
      'functions',
    ]);
    const inputs = files.flatMap((file) => Object.keys(metafile.outputs[file]?.inputs ?? {}));
    assert.deepEqual(
      inputs.filter((input) => input.startsWith('core/')),
      ['core/api/addresses.ts'],
    );
  });

  it('loads botbuilder for messages alone', () => {
    const parts = Object.values(metafile.outputs).flatMap(({ entryPoint }) => entryPoint ?? []);
    const withBotbuilder = parts.filter((part) =>
      roomsAndPackages(metafile, loadedBy(metafile, part)).includes('botbuilder-core'),
    );
    assert.deepEqual(withBotbuilder, ['bot/bot.ts']);
  });

  it('loads the client of blobs for blobs alone, and that of queues for queues', () => {
    const needed = ['functions/main.ts', 'functions/first.ts'];
    const forMe = needed.flatMap((part) => roomsAndPackages(metafile, loadedBy(metafile, part)));
    assert.ok(forMe.includes('@azure/data-tables'));
    assert.ok(!forMe.includes('@azure/storage-blob') && !forMe.includes('@azure/storage-queue'));
  });

  it('loads neither msal, Graph, Temporal nor XML for the first call of the tab, and few files', () => {
    const files = ['functions/main.ts', 'functions/first.ts'].flatMap((part) => loadedBy(metafile, part));
    const packages = roomsAndPackages(metafile, files);
    const unneeded = /msal|microsoft-graph|temporal|windows-iana|xml/;
    assert.deepEqual(
      packages.filter((name) => unneeded.test(name)),
      [],
    );
    assert.ok(new Set(files).size <= 12, files.join(' '));
  });

  it('loads of the records only those that the first call of the tab reads', () => {
    const files = ['functions/main.ts', 'functions/first.ts'].flatMap((part) => loadedBy(metafile, part));
    const inputs = files.flatMap((file) => Object.keys(metafile.outputs[file]?.inputs ?? {}));
    assert.deepEqual(inputs.filter((input) => input.startsWith('core/records/')).sort(), [
      'core/records/limits/most-written.ts',
      'core/records/participant.ts',
      'core/records/person.ts',
      'core/records/profile.ts',
      'core/records/scheme.ts',
      'core/records/work.ts',
    ]);
  });

  it('registers every function when it is loaded with the settings of a function app', () => {
    const printed = load(
      settings,
      `console.log(registeredFunctions().map(({ name, bindings }) =>
        name + ' ' + Object.values(bindings).map(({ type, route, queueName, schedule }) =>
          [type, route ?? queueName ?? schedule ?? ''].join(' ').trim()).filter((b) => b.includes('Trigger')).join()).join('\\n'));`,
    );
    assert.deepEqual(printed.trim().split('\n'), [
      'health httpTrigger api/health',
      'openapi httpTrigger api/openapi.json',
      'me httpTrigger api/me',
      'now httpTrigger api/me/now',
      'my-pairing httpTrigger api/me/pairing',
      'my-history httpTrigger api/me/history',
      'my-meeting httpTrigger api/me/meetings/{scheme}/{round}',
      'change-my-meeting httpTrigger api/me/meetings/{scheme}/{round}',
      'my-times httpTrigger api/me/times',
      'take-act httpTrigger api/me/acts',
      'my-act httpTrigger api/me/acts/{id}',
      'withdraw-act httpTrigger api/me/acts/{id}',
      'again httpTrigger api/me/again',
      'change-again httpTrigger api/me/again',
      'never-with httpTrigger api/me/never-with',
      'change-never-with httpTrigger api/me/never-with',
      'my-settings httpTrigger api/me/settings/{scheme}',
      'change-my-settings httpTrigger api/me/settings/{scheme}',
      'my-data httpTrigger api/me/data',
      'my-data-page httpTrigger api/me/data/page',
      'erase httpTrigger api/me/erase',
      'colleagues httpTrigger api/colleagues',
      'photo httpTrigger api/people/{person}/photo',
      'schemes httpTrigger api/schemes',
      'make-scheme httpTrigger api/schemes',
      'scheme-dates httpTrigger api/scheme-dates',
      'figures httpTrigger api/schemes/{scheme}/figures',
      'rounds httpTrigger api/schemes/{scheme}/rounds',
      'round httpTrigger api/schemes/{scheme}/rounds/{round}',
      'people httpTrigger api/schemes/{scheme}/rounds/{round}/people',
      'people-file httpTrigger api/schemes/{scheme}/rounds/{round}/people.csv',
      'pairings httpTrigger api/schemes/{scheme}/rounds/{round}/pairings',
      'pairing-times httpTrigger api/schemes/{scheme}/rounds/{round}/pairings/{pairing}/times',
      'draft httpTrigger api/schemes/{scheme}/rounds/{round}/draft',
      'change-draft httpTrigger api/schemes/{scheme}/rounds/{round}/draft',
      'today httpTrigger api/schemes/{scheme}/today',
      'take-desk-act httpTrigger api/schemes/{scheme}/acts',
      'settings httpTrigger api/schemes/{scheme}/settings',
      'change-settings httpTrigger api/schemes/{scheme}/settings',
      'self-check httpTrigger api/self-check',
      'poison httpTrigger api/poison',
      'move-poison httpTrigger api/poison/{queue}/{id}',
      'messages httpTrigger api/messages',
      'tab httpTrigger tab/{*path}',
      'home httpTrigger {nothing:maxlength(0)?}',
      'privacy httpTrigger privacy',
      'terms httpTrigger terms',
      'support httpTrigger support',
      'clock timerTrigger 0 */15 * * * *',
      'message-clock timerTrigger 0 10-59/15 * * * *',
      'do-step queueTrigger steps',
      'book-pairings queueTrigger bookings',
      'tell-people queueTrigger messages',
      'answer-later queueTrigger answers',
      'do-act queueTrigger acts',
    ]);
  });

  it('refuses to start with a setting missing, and names it', () => {
    assert.throws(() => load({ ...settings, APP_ID: '' }, ''), /APP_ID: expected a GUID/);
  });

  it('answers the tab’s API with 401 to a token that is none', () => {
    const { status, body } = answer('me', { method: 'GET', headers: { authorization: 'Bearer none' } });
    const { code } = JSON.parse(body) as { code: string };
    assert.deepEqual([status, code], ['401', 'unauthorised']);
  });

  it('describes its API without the package that made the description', () => {
    const { status, body } = answer('openapi', { method: 'GET' });
    assert.deepEqual([status, JSON.parse(body)], ['200', JSON.parse(JSON.stringify(openApiDocument()))]);
    const packages = roomsAndPackages(metafile, Object.keys(metafile.outputs));
    assert.ok(!packages.includes('zod-openapi'));
  });

  it('answers a message with 401 that the channel did not sign', () => {
    const headers = { authorization: 'Bearer none' };
    const { status, body } = answer('messages', { method: 'POST', headers, body: { string: '{}' } });
    assert.deepEqual(
      [status, body],
      ['401', '{"error":{"message":"The request is not signed for this bot."}}'],
    );
  });

  it('serves the tab compressed, and as it is to a client that takes nothing compressed', () => {
    const compressed = answer('tab', { method: 'GET', headers: { 'accept-encoding': 'gzip, br' } });
    assert.equal(compressed.headers['content-encoding'], 'br');
    const plain = answer('tab', { method: 'GET', headers: {} });
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.match(plain.body, /<!doctype html>/i);
  });
});

/** The outputs that are loaded with a source file: its own, and all that it imports statically. */
function loadedBy({ outputs }: Metafile, source: string): readonly string[] {
  const first = Object.keys(outputs).find((output) => outputs[output]?.entryPoint === source);
  assert.ok(first !== undefined, `${source} is no entry point of the bundle`);
  const loaded = new Set([first]);
  // The set grows while it is walked.
  for (const output of loaded) {
    for (const { path, kind } of outputs[output]?.imports ?? []) {
      if (kind === 'import-statement' && path in outputs) loaded.add(path);
    }
  }
  return [...loaded];
}

/** The rooms of the repository and the packages that outputs hold something of, sorted. */
function roomsAndPackages({ outputs }: Metafile, of: readonly string[]): readonly string[] {
  const inputs = of.flatMap((output) => Object.keys(outputs[output]?.inputs ?? {}));
  const names = inputs
    .filter((input) => !/^(builtin|fetch|imported-builtin|later|left-out|used):/.test(input))
    .map((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input.split('/')[0] ?? '');
  return [...new Set(names)].sort();
}
