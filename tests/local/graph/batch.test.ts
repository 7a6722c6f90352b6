import assert from 'node:assert/strict';
import { ada, coffee, organiser, refusal, useWorld } from './world.ts';

interface Response {
  readonly id: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: { readonly id?: string; readonly error?: { readonly code: string } };
}
const json = { 'Content-Type': 'application/json' };
const events = `/users/${organiser.mail}/events`;

describe('emulated Graph: $batch', () => {
  const graph = useWorld();

  const send = async (requests: unknown[]): Promise<Response[]> =>
    (await graph.as().post('/$batch', { requests })).responses as Response[];

  it('answers each request by itself, with status, headers and body', async () => {
    const responses = await send([
      { id: 'a', method: 'GET', url: `/users/${ada.oid}?$select=mail` },
      { id: 'b', method: 'GET', url: 'users/nobody' },
      { id: 'c', method: 'POST', url: events, body: coffee(), headers: json },
      { id: 'd', method: 'GET', url: `/users/${ada.mail}/events` },
      { id: 'e', method: 'GET', url: '/teapots' },
    ]);
    const byId = new Map(responses.map((response) => [response.id, response]));
    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'e'].map((id) => [byId.get(id)?.status, byId.get(id)?.body?.error?.code]),
      [
        [200, undefined],
        [404, 'Request_ResourceNotFound'],
        [201, undefined],
        [403, 'ErrorAccessDenied'],
        [400, 'BadRequest'],
      ],
    );
    assert.match(byId.get('c')?.headers.location ?? '', new RegExp(`^${graph.url}/users/`));
  });

  it('runs a request after the one it depends on, and answers 424 when that one failed', async () => {
    const responses = await send([
      { id: '1', method: 'POST', url: events, body: coffee(), headers: json },
      { id: '2', method: 'GET', url: events, dependsOn: ['1'] },
      { id: '3', method: 'GET', url: '/users/nobody', dependsOn: ['2'] },
      {
        id: '4',
        method: 'POST',
        url: events,
        body: coffee({ subject: 'never' }),
        headers: json,
        dependsOn: ['3'],
      },
      { id: '5', method: 'GET', url: '/users', dependsOn: ['4'] },
    ]);
    assert.deepEqual(
      responses.map(({ status }) => status),
      [201, 200, 404, 424, 424],
    );
    assert.equal((responses[1]?.body as unknown as { value: unknown[] }).value.length, 1);
    assert.equal((await graph.as().get(events)).value.length, 1);
  });

  it('runs twenty requests on one mailbox without passing its limit of four at once', async () => {
    const requests = Array.from({ length: 20 }, (_, n) => ({
      id: `${n}`,
      method: 'POST',
      url: events,
      body: coffee({ transactionId: `t${n}` }),
      headers: json,
    }));
    assert.deepEqual(
      (await send(requests)).map(({ status }) => status),
      Array<number>(20).fill(201),
    );
  });

  const one = { method: 'GET', url: '/users' };
  for (const [what, requests] of [
    ['21 requests', Array.from({ length: 21 }, (_, n) => ({ ...one, id: `${n}` }))],
    ['no requests', []],
    [
      'two with one id',
      [
        { ...one, id: 'a' },
        { ...one, id: 'A' },
      ],
    ],
    ['a dependency that is not there', [{ ...one, id: 'a', dependsOn: ['b'] }]],
    [
      'a dependency on a later one',
      [
        { ...one, id: 'a', dependsOn: ['b'] },
        { ...one, id: 'b' },
      ],
    ],
    ['a batch inside', [{ id: 'a', method: 'POST', url: '/$batch', body: { requests: [] }, headers: json }]],
    ['a body without Content-Type', [{ id: 'a', method: 'POST', url: events, body: coffee() }]],
    ['an absolute address', [{ ...one, id: 'a', url: 'https://graph.microsoft.com/v1.0/users' }]],
    ['an unknown member', [{ ...one, id: 'a', priority: 1 }]],
  ] as const) {
    it(`refuses a batch with ${what}, and runs none of it`, async () => {
      assert.equal((await refusal(send([...requests]))).status, 400);
      assert.deepEqual(
        graph.graph.requests().map(({ template }) => template),
        ['/$batch'],
      );
    });
  }
});
