import assert from 'node:assert/strict';
import { TableClient } from '@azure/data-tables';
import { Hono } from 'hono';
import sinon from 'sinon';
import { createPatience } from '../../adapters/patience.ts';
import { impatientTable } from '../../adapters/tables/impatient.ts';
import { Unavailable } from '../../core/shared/unavailable.ts';
import { type Served, serving } from '../support/serving.ts';

describe('the patience of a conversation with a neighbour', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    sinon.restore();
  });

  /** A call without an answer: what became of it, and whether it was told to end. */
  function hanging(patience: ReturnType<typeof createPatience>) {
    const call = { outcome: 'waits', isAborted: false };
    patience
      .during((signal) => {
        signal.addEventListener('abort', () => (call.isAborted = true));
        return new Promise<never>(() => undefined);
      })
      .catch((error: unknown) => {
        call.outcome = error instanceof Unavailable ? error.neighbour : String(error);
      });
    return call;
  }

  it('ends after 1.5 seconds without any answer, and ends the call', async () => {
    const call = hanging(createPatience('graph'));
    await clock.tickAsync(1_499);
    assert.deepEqual(call, { outcome: 'waits', isAborted: false });
    await clock.tickAsync(1);
    assert.deepEqual(call, { outcome: 'graph', isAborted: true });
  });

  it('lasts as long as the neighbour answers others, at most ten seconds', async () => {
    const patience = createPatience('storage');
    const call = hanging(patience);
    for (let second = 0; second < 9; second++) {
      await clock.tickAsync(1_000);
      await patience.during(async () => 'an answer');
    }
    assert.equal(call.outcome, 'waits');
    await clock.tickAsync(1_000);
    assert.equal(call.outcome, 'storage');
  });

  it('gives everybody 1.5 seconds, whenever they begin', async () => {
    const patience = createPatience('storage');
    hanging(patience);
    await clock.tickAsync(1_250);
    const later = hanging(patience);
    await clock.tickAsync(1_250);
    assert.equal(later.outcome, 'waits');
    await clock.tickAsync(250);
    assert.equal(later.outcome, 'storage');
  });

  it('passes on what a call throws, and looks no longer once nothing is under way', async () => {
    const patience = createPatience('graph');
    await assert.rejects(
      patience.during(async () => {
        throw new RangeError('of its own');
      }),
      RangeError,
    );
    assert.equal(clock.countTimers(), 0);
  });
});

describe('a table in a conversation', () => {
  let server: Served;
  let status: 404 | 403 | 500;
  before(async () => {
    const app = new Hono();
    app.all('*', (c) => c.json({ 'odata.error': { code: 'Something' } }, status));
    server = await serving(app);
  });
  after(() => server.close());

  const read = () => {
    const client = new TableClient(server.url, 'people', {
      allowInsecureConnection: true,
      retryOptions: { maxRetries: 0 },
    });
    return impatientTable(client, createPatience('storage')).getEntity('a', 'b');
  };

  for (const refusal of [403, 500] as const) {
    it(`is unavailable when storage answers ${refusal}`, async () => {
      status = refusal;
      await assert.rejects(read(), Unavailable);
    });
  }

  it('is not unavailable when a row is not there', async () => {
    status = 404;
    await assert.rejects(read(), { name: 'RestError', statusCode: 404 });
  });
});
