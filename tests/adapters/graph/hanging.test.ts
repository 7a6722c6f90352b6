import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sinon from 'sinon';
import { createGraph } from '../../../adapters/graph/client.ts';

const json = { 'Content-Type': 'application/json' };
const tooMany = JSON.stringify({ error: { code: 'TooManyRequests', message: 'Too many requests' } });

type Answer = 'never' | 'half' | 'whole' | 'in 15 seconds';

describe('the client of Microsoft Graph without an answer', () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    sinon.restore();
    for (const close of closing.splice(0)) close();
  });

  /** A Graph that gives these answers in order, then none. A request times out as soon as nothing more will come. */
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
    // After its head, half an answer sends nothing more.
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
    it(`sends the request once more after 45 seconds (answer: ${how})`, async () => {
      const { graph, waits, limits, asked } = await graphThat(how, 'whole');
      assert.deepEqual(await graph.at('m').get('/users/m/events/1'), {
        value: [],
        responses: [{ id: '0', status: 200, body: {} }],
      });
      assert.deepEqual([asked(), limits, waits], [2, [45_000, 45_000], [1_000]]);
    });
  }

  it('sends a batch once more', async () => {
    const { graph, asked } = await graphThat('never', 'whole');
    const [answer] = await graph.at('m').batch([{ method: 'GET', url: '/users' }]);
    assert.deepEqual([answer?.status, asked()], [200, 2]);
  });

  it('does not send a third time, since the time without an answer counts as waited', async () => {
    const { graph, waits, asked } = await graphThat();
    await assert.rejects(
      graph.get('/users'),
      /turned a call away 2 times, now for 2 s: no answer within 45 s/,
    );
    assert.deepEqual([asked(), waits], [2, [1_000]]);
  });

  it('does not send again at a mailbox where other calls have waited', async () => {
    const { graph, waits, asked } = await graphThat('in 15 seconds', 'whole', 'never', 'whole');
    await graph.at('m').get('/users/m/events/1');
    await assert.rejects(
      graph.at('m').patch('/users/m/events/1', {}),
      /turned a call away 1 times, now for 1 s: no answer within 45 s/,
    );
    assert.deepEqual([asked(), waits], [3, [15_000]]);
    assert.ok(await graph.at('n').get('/users/n/events/1'), 'another mailbox has a limit of its own');
  });
});
