import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { addresses } from '../../../core/api/addresses.ts';
import type { WorkerSettings } from '../../../local/host/protocol.ts';
import { startWorker, WorkerEnded, type WorkerProcess } from '../../../local/host/worker-process.ts';
import { useAzurite } from '../../support/azurite.ts';
import { useFolder } from '../../support/folder.ts';

const guid = '11111111-1111-4111-8111-111111111111';
const away = 'http://127.0.0.1:1';
const page = { http: { method: 'GET', url: `${away}/tab`, params: { path: 'cup.svg' } } };

describe('startWorker (a process of its own)', () => {
  const azurite = useAzurite();
  const { at } = useFolder('describe');
  let worker: WorkerProcess;
  before(async () => {
    worker = await startWorker(
      {
        environment: {
          TENANT_ID: guid,
          APP_ID: guid,
          MANAGED_IDENTITY_CLIENT_ID: guid,
          ORGANISER_MAILBOXES: 'coffee@contoso.example',
          STORAGE_ACCOUNT: 'devstoreaccount1',
          SUPPORT_CONTACT: 'help@contoso.example',
          GRAPH_URL: away,
          TOKEN_KEYS_URL: `${away}/keys`,
        },
        storage: azurite().connectionString,
        tokenUrl: `${away}/token`,
        seed: 1,
      } satisfies WorkerSettings,
      { pid: at('product.pid'), log: at('product.log') },
      () => Date.parse('2026-12-10T10:00:00Z'),
    );
  });
  after(() => worker.stop());

  const pid = async () => Number(await readFile(at('product.pid'), 'utf8'));
  const status = async (name: string, data: object) => (await worker.invoke(name, data))?.http?.statusCode;

  it('captures what the function app registers', () => {
    assert.deepEqual(
      worker.functions
        .map(({ name, bindings }) => {
          const trigger = Object.values(bindings).find(({ type }) => type?.endsWith('Trigger'));
          return `${name}: ${trigger?.route ?? trigger?.queueName ?? trigger?.schedule ?? ''}`;
        })
        .sort(),
      [
        ...Object.entries(addresses).map(([name, { path }]) => `${name}: api/${path}`),
        'answer-later: answers',
        'book-pairings: bookings',
        'clock: 0 */15 * * * *',
        'do-act: acts',
        'do-step: steps',
        'home: {nothing:maxlength(0)?}',
        'message-clock: 0 10-59/15 * * * *',
        'messages: api/messages',
        'privacy: privacy',
        'support: support',
        'tab: tab/{*path}',
        'tell-people: messages',
        'terms: terms',
      ].sort(),
    );
  });

  it('calls functions, and says when one failed', async () => {
    assert.equal(await status('tab', page), '200');
    assert.equal(await status('me', { http: { method: 'GET', url: `${away}/api/me` } }), '401');
    await assert.rejects(worker.invoke('do-step', { string: '{"kind":"dance"}' }), (error) => {
      return error instanceof Error && !(error instanceof WorkerEnded);
    });
    await assert.rejects(worker.invoke('nothing', {}), /no function "nothing" is registered/);
  });

  it('starts the process again when it is killed, and tells callers that were waiting', async () => {
    const first = await pid();
    const waiting = worker.invoke('clock', { json: '{}' });
    process.kill(first, 'SIGKILL');
    await waiting.then(
      () => undefined,
      (error: unknown) => {
        assert.ok(error instanceof WorkerEnded, String(error));
      },
    );
    // The next call waits for the new process, or fails because the old one ended first.
    let served: string | undefined;
    for (let attempt = 0; served === undefined && attempt < 20; attempt++) {
      served = await status('tab', page).catch((error: unknown) => {
        assert.ok(error instanceof WorkerEnded, String(error));
        return undefined;
      });
    }
    assert.equal(served, '200');
    assert.notEqual(await pid(), first);
  });
});
