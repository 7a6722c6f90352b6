import assert from 'node:assert/strict';
import { GraphError } from '../../../local/graph/protocol/errors.ts';
import { createLimits } from '../../../local/graph/protocol/limits.ts';
import { ada, coffee, inCalendar, organiser, refusal, useWorld } from './world.ts';

const events = `/users/${organiser.mail}/events`;

describe('createLimits', () => {
  it('allows 10,000 requests in ten minutes to one mailbox, and then says how long to wait', () => {
    let clock = 0;
    const limits = createLimits(() => clock);
    for (let n = 0; n < 10_000; n += 1) {
      clock = n < 5_000 ? 0 : 60_000;
      limits.enter('a')();
    }
    const refused = (code: string, after: string) => (error: unknown) =>
      error instanceof GraphError &&
      error.status === 429 &&
      error.code === code &&
      error.headers['retry-after'] === after;
    assert.throws(() => limits.enter('a'), refused('ApplicationThrottled', '540'));
    limits.enter('b')();
    clock = 600_000;
    for (let n = 0; n < 5_000; n += 1) limits.enter('a')();
    assert.throws(() => limits.enter('a'), refused('ApplicationThrottled', '60'));
  });
});

describe('emulated Graph: limits and faults', () => {
  const graph = useWorld();

  const local = async (path: string): Promise<unknown[]> =>
    ((await (await graph.fetch(`/graph/v1.0${path}`)).json()) as { value: unknown[] }).value;

  it('runs four requests of an app on one mailbox at once, and refuses the fifth for a second', async () => {
    const headers = { authorization: 'Bearer app' };
    const ask = (): Promise<Response> => Promise.resolve(graph.graph.app.request(events, { headers }));
    const first = [ask(), ask(), ask(), ask()];
    // A request counts until the next turn of the event loop, however little it does.
    for (let tick = 0; tick < 1000; tick += 1) await Promise.resolve();
    const fifth = await ask();
    assert.deepEqual([fifth.status, fifth.headers.get('retry-after')], [429, '1']);
    assert.deepEqual(
      (await Promise.all(first)).map(({ status }) => status),
      [200, 200, 200, 200],
    );
    assert.deepEqual((await graph.as().get(events)).value, [], 'there is room again');
  });

  for (const [how, status, code] of [
    ['off', 404, 'MailboxNotEnabledForRESTAPI'],
    ['denied', 403, 'ErrorAccessDenied'],
  ] as const) {
    it(`refuses everything at a mailbox that is ${how}, until it works again`, async () => {
      const headers = { authorization: 'Bearer app' };
      const ask = () => Promise.resolve(graph.graph.app.request(events, { headers }));
      graph.graph.faults.refuse(organiser.mail.toUpperCase(), how);
      const answer = await ask();
      const { error } = (await answer.json()) as { error: { code: string } };
      assert.deepEqual([answer.status, error.code], [status, code]);
      graph.graph.faults.refuse(organiser.mail, null);
      assert.equal((await ask()).status, 200);
    });
  }

  it('chooses the same requests for the same seed, about as many as asked', async () => {
    const run = async (seed: number): Promise<number[]> => {
      graph.graph.faults.set({ throttle: 0.3, fail: 0.2, seed });
      const statuses: number[] = [];
      for (let n = 0; n < 100; n += 1) {
        const answer = await graph.graph.app.request(events, { headers: { authorization: 'Bearer app' } });
        statuses.push(answer.status);
      }
      return statuses;
    };
    const first = await run(7);
    assert.deepEqual(await run(7), first);
    assert.notDeepEqual(await run(8), first);
    const throttled = first.filter((status) => status === 429).length;
    assert.ok(throttled > 15 && throttled < 45, `${throttled} of 100 throttled`);
    assert.ok(first.some((status) => status >= 500));
    graph.graph.faults.clear();
    assert.deepEqual((await graph.as().get(events)).value, []);
  });

  it('answers 504 after the event was made: the repeated POST finds it', async () => {
    graph.graph.faults.set({ afterWrite504: 1 });
    const body = coffee({ transactionId: 't' });
    assert.equal((await refusal(graph.as().post(events, body))).status, 504);
    assert.notEqual(await inCalendar(graph, ada), undefined);
    graph.graph.faults.clear();
    await graph.as().post(events, body);
    assert.equal((await local(events)).length, 1);
  });

  it('changes nothing when it throttles or fails', async () => {
    for (const shares of [{ throttle: 1, retryAfter: 7 }, { fail: 1 }]) {
      graph.graph.faults.set(shares);
      const { status, headers } = await refusal(graph.as().post(events, coffee()));
      assert.ok(shares.throttle === 1 ? status === 429 && headers.get('retry-after') === '7' : status >= 500);
    }
    assert.deepEqual(await local(events), []);
  });

  it('never fails for the person at this machine', async () => {
    graph.graph.faults.set({ fail: 1 });
    assert.deepEqual(await local(events), []);
  });

  const control = (body: unknown): Promise<Response> =>
    graph.fetch('/local/graph/faults', { method: 'POST', body: JSON.stringify(body) });

  it('cuts the connection of the second POST of an event, after making the event', async () => {
    const fault = { method: 'POST', path: '/users/{id}/events', effect: 'cut', after: 1 };
    assert.equal((await control({ next: [fault] })).status, 200);
    await graph.as().post(events, coffee({ subject: 'first' }));
    await assert.rejects(
      graph.as().post(events, coffee({ subject: 'second' })),
      (error: { statusCode: number }) => error.statusCode === -1,
    );
    assert.equal((await local(events)).length, 2);
    assert.equal(graph.graph.requests().filter(({ status }) => status === 0).length, 1);
    await graph.as().post(events, coffee({ subject: 'third' }));
  });

  it('makes one event without its Teams meeting when asked', async () => {
    await control({ next: [{ method: 'POST', path: '/users/{id}/events', effect: 'no-online-meeting' }] });
    const body = coffee({ transactionId: 't' });
    const without = await graph.as().post(events, body);
    assert.deepEqual([without.isOnlineMeeting, without.onlineMeeting], [false, null]);
    assert.equal((await graph.as().post(events, body)).onlineMeeting, null);
    assert.notEqual((await graph.as().post(events, coffee())).onlineMeeting, null);
  });

  it('cuts the connection of a whole batch for a fault of one request in it', async () => {
    await control({ next: [{ method: 'POST', path: '/users/{id}/events', effect: 'cut' }] });
    const requests = ['1', '2'].map((id) => ({
      id,
      method: 'POST',
      url: events,
      headers: { 'Content-Type': 'application/json' },
      body: coffee({ transactionId: id }),
    }));
    await assert.rejects(graph.as().post('/$batch', { requests }));
    assert.equal((await local(events)).length, 2);
  });

  it('refuses faults that it does not know, and keeps those it has', async () => {
    await control({ throttle: 0.5 });
    for (const body of [
      { throttle: 2 },
      { trottle: 0.5 },
      { next: [{ method: 'PUT', path: '/users', effect: 'cut' }] },
      'x',
    ]) {
      assert.equal((await control(body)).status, 400);
    }
    const { shares } = (await (await graph.fetch('/local/graph/faults')).json()) as {
      shares: { throttle: number };
    };
    assert.equal(shares.throttle, 0.5);
  });
});
