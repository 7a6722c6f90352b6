// The built function app, as it is deployed.
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bundle = join(root, 'dist/functions/main.js');

/** The settings of a function app, as the infrastructure makes them. */
const settings = {
  TENANT_ID: '11111111-1111-4111-8111-111111111111',
  APP_ID: '22222222-2222-4222-8222-222222222222',
  MANAGED_IDENTITY_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  ORGANISER_MAILBOXES: 'unmentoring@council.example',
  STORAGE_ACCOUNT: 'unmentoring',
};

/** Loads the bundle as the Azure Functions worker does. Returns what it registered. */
function load(environment: Record<string, string>): string {
  const core = join(root, 'local/host/functions-core.ts');
  const script = `
    import { registerHooks } from 'node:module';
    const core = ${JSON.stringify(`file://${core}`)};
    registerHooks({ resolve: (specifier, context, next) =>
      specifier === '@azure/functions-core' ? { url: core, shortCircuit: true } : next(specifier, context) });
    await import(${JSON.stringify(`file://${bundle}`)});
    const { registeredFunctions } = await import(core);
    console.log(registeredFunctions().map(({ name, bindings }) =>
      name + ' ' + Object.values(bindings).map(({ type, route, queueName, schedule }) =>
        [type, route ?? queueName ?? schedule ?? ''].join(' ').trim()).filter((b) => b.includes('Trigger')).join()).join('\\n'));
  `;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('the deployed bundle', () => {
  it('contains nothing of local/, tests/ or the development tools', () => {
    const inputs = JSON.parse(readFileSync(join(root, 'dist/functions/inputs.json'), 'utf8')) as string[];
    assert.ok(inputs.includes('functions/main.ts'), 'run `npm run build` first');
    const strangers = inputs.filter((file) =>
      /^(local|tests|bench|scripts)\/|node_modules\/(hono|@hono|azurite|commander|sinon)\//.test(file),
    );
    assert.deepEqual(strangers, []);
  });

  it('contains no address of the local product, and no secret of the storage emulator', () => {
    const text = readFileSync(bundle, 'utf8');
    for (const word of ['/local/token', '/local/clock', '/local/identity', 'organiser.example']) {
      assert.ok(!text.includes(word), `the bundle says ${word}`);
    }
  });

  it('registers every function when it is loaded with the settings of a function app', () => {
    assert.deepEqual(load(settings).trim().split('\n'), [
      'messages httpTrigger api/messages',
      'me httpTrigger api/me',
      'my-pairing httpTrigger api/me/pairing',
      'my-history httpTrigger api/me/history',
      'schemes httpTrigger api/schemes',
      'rounds httpTrigger api/schemes/{scheme}/rounds',
      'round httpTrigger api/schemes/{scheme}/rounds/{round}',
      'settings httpTrigger api/schemes/{scheme}/settings',
      'change-settings httpTrigger api/schemes/{scheme}/settings',
      'tab httpTrigger tab/{*path}',
      'clock timerTrigger 0 */15 * * * *',
      'do-step queueTrigger steps',
      'book-pairings queueTrigger bookings',
      'tell-people queueTrigger messages',
    ]);
  });

  it('refuses to start with a setting missing, and names it', () => {
    assert.throws(() => load({ ...settings, APP_ID: '' }), /APP_ID: expected a GUID/);
  });
});
