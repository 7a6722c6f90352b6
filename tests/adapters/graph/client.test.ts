import assert from 'node:assert/strict';
import sinon from 'sinon';
import { createGraph, type Graph } from '../../../adapters/graph/client.ts';
import { organiser } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { useGraph } from './with-graph.ts';

describe('the client of Microsoft Graph', () => {
  const start = useGraph();
  const person = (mail = ann.mail) => ({ method: 'GET', url: `/users/${mail}?$select=displayName` }) as const;
  const events = `/users/${organiser.mail}/events`;
  const event = {
    subject: 'Coffee',
    start: { dateTime: '2026-12-15T10:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-12-15T10:30:00', timeZone: 'UTC' },
    attendees: [ann, ben].map(({ mail }) => ({ emailAddress: { address: mail } })),
  };

  it('gives one response for each request of a batch, in their order', async () => {
    const { graph, trips } = await start({ employees: [ann] });
    const requests = Array.from({ length: 45 }, (_, n) => person(n === 21 ? ben.mail : ann.mail));
    const answers = await graph.batch(requests);
    assert.deepEqual(
      answers.map(({ status }) => status),
      requests.map((_, n) => (n === 21 ? 404 : 200)),
    );
    assert.equal(trips(), 3);
    assert.deepEqual(await graph.batch([]), []);
  });

  it('repeats only the throttled and failed requests of a batch, after their longest Retry-After', async () => {
    const { graph, served, waits, inner } = await start({ employees: [ann] });
    served.graph.faults.set({ retryAfter: 7 });
    for (const [after, effect] of [
      [0, 'throttle'],
      [3, 'fail'],
      [29, 'throttle'],
    ] as const) {
      served.graph.faults.next({ method: 'GET', path: '/users/{id}', effect, after });
    }
    const answers = await graph.batch(Array.from({ length: 45 }, () => person()));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal(inner('/users/{id}'), 48);
    assert.deepEqual(waits, [7_000]);
  });

  it('gives the last response to a request that Graph keeps turning away', async () => {
    const { graph, served, waits } = await start({ employees: [ann] });
    served.graph.faults.set({ throttle: 1, retryAfter: 1 });
    const [answer] = await graph.batch([person()]);
    assert.equal(answer?.status, 429);
    assert.deepEqual(waits, [1_000, 1_000, 1_000, 1_000, 1_000]);
  });

  it('waits at most a minute in all, then gives the refusal', async () => {
    for (const [retryAfter, expected] of [
      [25, [25_000, 25_000]],
      [3600, []],
    ] as const) {
      const { graph, served, waits } = await start({ employees: [ann] });
      served.graph.faults.set({ throttle: 1, retryAfter });
      const [answer] = await graph.batch([person()]);
      assert.equal(answer?.status, 429);
      assert.deepEqual(waits, expected);
    }
  });

  it('repeats a request that Graph wants soon, beside one that it wants much later', async () => {
    const turned = (id: string, after: number) => ({
      id,
      status: 429,
      body: {},
      headers: { 'Retry-After': `${after}` },
    });
    const responses = [[turned('0', 3600), turned('1', 2)], [{ id: '1', status: 200, body: {} }]];
    sinon.replace(
      globalThis,
      'fetch',
      sinon.fake(async () => Response.json({ responses: responses.shift() })),
    );
    const waits: number[] = [];
    const graph = createGraph(
      'https://graph.example',
      async () => 'token',
      async (milliseconds) => {
        waits.push(milliseconds);
      },
      () => Date.parse('2026-12-10T10:00:00Z'),
    );
    try {
      const answers = await graph.batch([person(), person(ben.mail)]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        [429, 200],
      );
      assert.deepEqual(waits, [2_000]);
    } finally {
      sinon.restore();
    }
  });

  describe('when Graph turns a call away', () => {
    const tooMany = (retryAfter: number | null) =>
      Response.json(
        { error: { code: 'TooManyRequests', message: 'Too many requests' } },
        { status: 429, headers: retryAfter === null ? {} : { 'Retry-After': `${retryAfter}` } },
      );
    /** A Graph that gives these answers in order, then 200. A number: 429 with this `Retry-After`; null: 429 without one. */
    const turnedAway = (...answers: readonly (number | null | 'ok')[]) => {
      const left = [...answers];
      const answer = sinon.fake(async () => {
        const after = left.shift();
        return after === undefined || after === 'ok'
          ? Response.json({ value: [], responses: [{ id: '0', status: 200, body: {} }] })
          : tooMany(after);
      });
      sinon.replace(globalThis, 'fetch', answer);
      const waits: number[] = [];
      let clock = Date.parse('2026-12-10T10:00:00Z');
      const graph = createGraph(
        'https://graph.example',
        async () => 'token',
        async (milliseconds) => {
          waits.push(milliseconds);
          clock += milliseconds;
        },
        () => clock,
      );
      return {
        graph,
        waits,
        answer,
        pass: (seconds: number) => {
          clock += 1000 * seconds;
        },
      };
    };
    afterEach(() => {
      sinon.restore();
    });

    it('repeats the call after its Retry-After, at most three times', async () => {
      for (const [given, expected] of [
        [
          [20, 30],
          [20_000, 30_000],
        ],
        [
          [null, null, null],
          [1_000, 2_000, 4_000],
        ],
      ] as const) {
        const { graph, waits } = turnedAway(...given);
        assert.equal((await graph.batch([person()]))[0]?.status, 200);
        assert.deepEqual(waits, expected);
        sinon.restore();
      }
      const { graph, waits, answer } = turnedAway(1, 1, 1, 1);
      await assert.rejects(graph.get('/users'), /turned a call away 4 times, now for 1 s: 429/);
      assert.deepEqual([answer.callCount, waits], [4, [1_000, 1_000, 1_000]]);
    });

    for (const [call, act] of [
      ['get', (graph: Graph) => graph.at('m').get('/users/m/events/1')],
      ['post', (graph: Graph) => graph.at('m').post('/users/m/events/1/cancel', {})],
      ['patch', (graph: Graph) => graph.at('m').patch('/users/m/events/1', {})],
      ['batch', (graph: Graph) => graph.at('m').batch([person()])],
      [
        'pages',
        (graph: Graph) => graph.at('m').pages('/users/m/calendarView')[Symbol.asyncIterator]().next(),
      ],
    ] as const) {
      it(`fails at once on a Retry-After of 180 seconds (${call})`, async () => {
        const { graph, waits, answer } = turnedAway(180);
        await assert.rejects(act(graph), /turned a call away 1 times, now for 180 s: 429/);
        assert.deepEqual([answer.callCount, waits], [1, []]);
      });
    }

    it('waits at most a minute for all calls at one mailbox together', async () => {
      const { graph, waits } = turnedAway(25, 'ok', 25, 'ok', 11);
      await graph.at('m').get('/users/m/events/1');
      await graph.at('m').patch('/users/m/events/1', {});
      await assert.rejects(graph.at('m').batch([person()]), /now for 11 s: 429/);
      assert.deepEqual(waits, [25_000, 25_000]);
    });

    it('waits at most a minute for a batch and its requests together', async () => {
      const { graph, served, waits } = await start({ employees: [ann] });
      served.graph.faults.set({ throttle: 1, retryAfter: 20 });
      const { fetch } = globalThis;
      const once = sinon.stub(globalThis, 'fetch').callsFake((url, init) => fetch(url, init));
      once.onFirstCall().resolves(tooMany(41));
      const [answer] = await graph.batch([person()]);
      assert.equal(answer?.status, 429);
      assert.deepEqual(waits, [41_000]);
    });

    it('waits again at another mailbox, and at the same one after two minutes', async () => {
      const { graph, waits, pass } = turnedAway(50, 'ok', 50, 'ok', 50, 50, 'ok');
      const call = (mailbox: string) => graph.at(mailbox).get(`/users/${mailbox}/events/1`);
      await call('m');
      await call('n');
      await assert.rejects(call('m'), /now for 50 s/);
      pass(20);
      await call('m');
      assert.deepEqual(waits, [50_000, 50_000, 50_000]);
    });
  });

  it('makes one event when a POST in a batch is repeated because its answer was lost', async () => {
    const { graph, served } = await start({ employees: [ann, ben] });
    served.graph.faults.next({ method: 'POST', path: '/users/{id}/events', effect: 'after-504' });
    const body = { ...event, transactionId: 'once' };
    const [answer] = await graph.batch([{ method: 'POST', url: events, body }]);
    assert.equal(answer?.status, 201);
    assert.equal((await served.events()).length, 1);
  });

  it('changes events, in a batch and alone', async () => {
    const { graph, served } = await start({ employees: [ann, ben] });
    const { id } = (await graph.post(events, event)) as { id: string };
    const url = `${events}/${id}`;
    await graph.batch([{ method: 'PATCH', url, body: { subject: 'Tea' } }]);
    assert.equal((await served.events())[0]?.subject, 'Tea');
    await graph.patch(url, { subject: 'Cocoa' });
    assert.equal((await served.events())[0]?.subject, 'Cocoa');
  });

  it('follows next links to the end', async () => {
    const { graph } = await start({ employees: [ann, ben] });
    const names: unknown[] = [];
    for await (const one of graph.pages('/users?$select=displayName&$top=2'))
      names.push((one as { displayName: string }).displayName);
    assert.deepEqual(names, ['Ann', 'Ben', 'UnMentoring']);
  });

  it('sends its token only to Graph', async () => {
    const { graph } = await start({ employees: [ann] });
    await assert.rejects(graph.get('https://graph.example/v1.0/users'), /refused to send a Graph token to/);
  });
});
