import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sinon from 'sinon';
import { createGraph } from '../../../adapters/graph/client.ts';

const json = { 'Content-Type': 'application/json' };
const tooMany = JSON.stringify({ error: { code: 'TooManyRequests', message: 'Too many requests' } });

type Answer = 'never' | 'half' | 'whole' | 'in 15 seconds';

describe('the client of a Graph that does not answer', () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    sinon.restore();
    for (const close of closing.splice(0)) close();
  });

  /** A Graph that answers like this, in this order, then never; the time of a request is over as soon as nothing more comes. */
  async function graphThat(...answers: readonly Answer[]) {
    const left = [...answers];
    let asked = 0;
    const limits: number[] = [];
    let endOfTime = new AbortController();
    const timeIsOver = () => {
      endOfTime.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    };
    sinon.replace(AbortSignal, 'timeout', (milliseconds) => {
      limits.push(milliseconds);
      endOfTime = new AbortController();
      return endOfTime.signal;
    });
    const answer = (response: ServerResponse) => {
      const how = left.shift() ?? 'never';
      const whole = JSON.stringify({ value: [], responses: [{ id: '0', status: 200, body: {} }] });
      asked += 1;
      if (how === 'never') timeIsOver();
      else if (how === 'in 15 seconds')
        response.writeHead(429, { ...json, 'Retry-After': '15' }).end(tooMany);
      else response.writeHead(200, json);
      if (how === 'whole') response.end(whole);
      else if (how === 'half') response.write(whole.slice(0, 5));
    };
    const server = createServer((request, response) => {
      request.resume().once('end', () => {
        answer(response);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    // What comes after the head of an answer that is but half there comes never.
    const { fetch } = globalThis;
    sinon.replace(globalThis, 'fetch', async (...args) => {
      const half = left[0] === 'half';
      const response = await fetch(...args);
      if (half) timeIsOver();
      return response;
    });

    const waits: number[] = [];
    let clock = Date.parse('2026-12-10T10:00:00Z');
    const graph = createGraph(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      async () => 'token',
      async (milliseconds) => {
        waits.push(milliseconds);
        clock += milliseconds;
      },
      () => clock,
    );
    return { graph, waits, limits, asked: () => asked };
  }

  for (const how of ['never', 'half'] as const) {
    it(`asks once more after 45 seconds (an answer that comes ${how})`, async () => {
      const { graph, waits, limits, asked } = await graphThat(how, 'whole');
      assert.deepEqual(await graph.at('m').get('/users/m/events/1'), {
        value: [],
        responses: [{ id: '0', status: 200, body: {} }],
      });
      assert.deepEqual([asked(), limits, waits], [2, [45_000, 45_000], [1_000]]);
    });
  }

  it('asks once more for a batch', async () => {
    const { graph, asked } = await graphThat('never', 'whole');
    const [answer] = await graph.at('m').batch([{ method: 'GET', url: '/users' }]);
    assert.deepEqual([answer?.status, asked()], [200, 2]);
  });

  it('is not asked a third time, as the time spent counts as waited: the queue comes back', async () => {
    const { graph, waits, asked } = await graphThat();
    await assert.rejects(
      graph.get('/users'),
      /turned a call away 2 times, now for 2 s: no answer within 45 s/,
    );
    assert.deepEqual([asked(), waits], [2, [1_000]]);
  });

  it('is not asked again at a mailbox where others have waited already', async () => {
    const { graph, waits, asked } = await graphThat('in 15 seconds', 'whole', 'never', 'whole');
    await graph.at('m').get('/users/m/events/1');
    await assert.rejects(
      graph.at('m').patch('/users/m/events/1', {}),
      /turned a call away 1 times, now for 1 s: no answer within 45 s/,
    );
    assert.deepEqual([asked(), waits], [3, [15_000]]);
    assert.ok(await graph.at('n').get('/users/n/events/1'), 'another mailbox has a patience of its own');
  });
});
