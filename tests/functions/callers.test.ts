// The table of addresses and kinds of callers, as the description of the API that the product serves has it.
import assert from 'node:assert/strict';
import { TableClient } from '@azure/data-tables';
import * as z from 'zod';
import { tableStorage } from '../../adapters/tables/storage.ts';
import { personId } from '../../core/records/person.ts';
import { employee } from '../support/emulated-graph.ts';
import { useRunningProduct } from '../support/running-product.ts';

const operation = z.object({
  operationId: z.string(),
  'x-callers': z.array(z.enum(['anyone', 'member', 'participant', 'coordinator'])).min(1),
});
const document = z.object({
  openapi: z.string().startsWith('3.1.'),
  paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'put', 'patch', 'post', 'delete']), operation)),
});
type Kind = z.infer<typeof operation>['x-callers'][number];

const [ann, ben, cem, eve] = [employee('Ann'), employee('Ben'), employee('Cem'), employee('Eve')];
const [fay, gus] = [employee('Fay'), employee('Gus')];

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly isOfScheme: boolean;
}

/** For each caller the kinds of people that they are, whatever the scheme of an address. */
const callers = {
  nobody: ['anyone'],
  'other tenant': ['anyone'],
  expired: ['anyone'],
  'wrong audience': ['anyone'],
  'app-only': ['anyone'],
  stranger: ['anyone', 'member'],
  participant: ['anyone', 'member', 'participant'],
  'other participant': ['anyone', 'member', 'participant'],
  coordinator: ['anyone', 'member', 'coordinator'],
  'named in the scheme': ['anyone', 'member'],
  'named in another scheme': ['anyone', 'member'],
} as const satisfies Record<string, readonly Kind[]>;
type Caller = keyof typeof callers;

/** Values for the parameters of paths. */
const values: Record<string, string> = {
  scheme: 'unmentoring',
  round: '2026-12-14',
  id: 'none',
  queue: 'steps',
};

describe('the API lets in whom its description names', () => {
  const product = useRunningProduct(
    {
      employees: [ann, ben, cem, eve, fay, gus],
      coordinators: [ann.mail],
      calendars: new Map(),
    },
    '2026-12-10T09:46:00Z',
  );
  const tokens = new Map<Caller, string | null>();
  let operations: readonly Operation[] = [];

  before(async () => {
    for (const { mail } of [ben, cem]) {
      await post(`/local/install?user=${mail}`, {});
      await post(`/local/say?user=${mail}`, { text: 'join' });
    }
    await post('/local/clock', { now: '2026-12-10T10:00:00Z' });
    await nameCoordinators();
    const { paths } = document.parse(await (await fetch(`${product().url}/api/openapi.json`)).json());
    values.person = `${product().identity.tenant.issuer.split('/').at(-2) ?? ''}.${ben.oid}`;
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, 'x-callers': kinds }]) => ({
        method: method.toUpperCase(),
        path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? name)),
        name: operationId,
        kinds,
        isOfScheme: path.includes('{scheme}'),
      })),
    );
    for (const caller of Object.keys(callers) as Caller[]) tokens.set(caller, await tokenOf(caller));
  });

  async function post(path: string, body: object): Promise<void> {
    const answer = await fetch(product().url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
  }

  /** Fay looks after the scheme of the addresses, Gus after another one. */
  async function nameCoordinators(): Promise<void> {
    const idOf = ({ oid }: typeof ann) =>
      personId(product().identity.tenant.issuer.split('/').at(-2) ?? '', oid);
    const { schemes } = tableStorage(
      (table) =>
        TableClient.fromConnectionString(product().storage, table, { allowInsecureConnection: true }),
      () => undefined,
    );
    const first = (await schemes.get('unmentoring')) ?? assert.fail();
    assert.ok(await schemes.replace({ ...first.value, coordinators: [idOf(fay)] }, first.version));
    assert.ok(await schemes.insert({ ...first.value, id: 'other', coordinators: [idOf(gus)] }));
  }

  function tokenOf(caller: Caller): Promise<string> | null {
    const { identity, teams } = product();
    const { appId } = teams.channel;
    const hour = 3600;
    const claims = { oid: ben.oid, name: ben.name, scp: 'access_as_user', roles: ['Coordinator'] };
    const ofPerson = ({ oid, name, mail }: typeof ann, coordinator = false) =>
      identity.userToken({ oid, name, mail, coordinator });
    switch (caller) {
      case 'nobody':
        return null;
      case 'other tenant':
        return identity.tenantToken({ ...claims, tid: '99999999-1111-4111-8111-111111111111' }, appId, hour);
      case 'expired':
        return identity.tenantToken(claims, appId, -hour);
      case 'wrong audience':
        return identity.tenantToken(claims, identity.graphResource, hour);
      case 'app-only':
        return identity.tenantToken({ ...claims, idtyp: 'app' }, appId, hour);
      case 'stranger':
        return ofPerson(eve);
      case 'participant':
        return ofPerson(ben);
      case 'other participant':
        return ofPerson(cem);
      case 'coordinator':
        return ofPerson(ann, true);
      case 'named in the scheme':
        return ofPerson(fay);
      case 'named in another scheme':
        return ofPerson(gus);
    }
  }

  /** Calls an address with no body and no headers but the token, or with nonsense in all of them. */
  async function call(caller: Caller, { method, path }: Operation, isNonsense: boolean): Promise<Response> {
    const token = tokens.get(caller) ?? null;
    return fetch(product().url + path, {
      method,
      headers: {
        ...(token !== null && { Authorization: `Bearer ${token}` }),
        ...(isNonsense && { 'If-Match': '?', 'Idempotency-Key': '?', 'Content-Type': 'application/json' }),
      },
      ...(isNonsense && method !== 'GET' && { body: '{' }),
    });
  }

  it('describes at least every address of the tab and of operators', () => {
    assert.ok(operations.length >= 31, `${operations.length}`);
    assert.deepEqual(
      operations.filter(({ path }) => !path.startsWith('/api/')),
      [],
    );
  });

  for (const [caller, are] of Object.entries(callers) as [Caller, readonly Kind[]][]) {
    it(`each address as it is written: ${caller}`, async () => {
      const found: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const operation of operations) {
        const isNamed = caller === 'named in the scheme' && operation.isOfScheme;
        const isLetIn = operation.kinds.some(
          (kind) => are.includes(kind) || (isNamed && kind === 'coordinator'),
        );
        const refusal = are.includes('member') ? 403 : 401;
        expected[operation.name] = isLetIn ? 'let in' : `${refusal} ${refusal}`;
        const answers = [];
        for (const isNonsense of [false, true]) {
          const { status, headers, body } = await call(caller, operation, isNonsense);
          await body?.cancel();
          answers.push(status);
          if (status >= 400) assert.equal(headers.get('Content-Type'), 'application/problem+json');
          assert.ok(status < 500, `${operation.name}: ${status}`);
        }
        found[operation.name] = answers.some((status) => status === 401 || status === 403)
          ? answers.join(' ')
          : 'let in';
      }
      assert.deepEqual(found, expected);
    });
  }
});
