import assert from 'node:assert/strict';
import {
  ada,
  type Body,
  employee,
  grace,
  katherine,
  organiser,
  refusal,
  world,
  type World,
} from './world.ts';

describe('emulated Graph: directory', () => {
  let graph: World;
  beforeEach(async () => {
    graph = await world();
  });
  afterEach(() => graph.close());

  it('lists staff and the service mailbox, whose account is disabled', async () => {
    const { value } = await graph.as().get('/users?$select=id,mail,accountEnabled,userType');
    assert.deepEqual(
      value.map((user: Record<string, unknown>) => [user.id, user.mail, user.accountEnabled, user.userType]),
      [
        [ada.oid, ada.mail, true, 'Member'],
        [grace.oid, grace.mail, true, 'Member'],
        [katherine.oid, katherine.mail, true, 'Member'],
        [organiser.oid, organiser.mail, false, 'Member'],
      ],
    );
  });

  it('gives the default properties without $select, and null for what nobody wrote', async () => {
    const user = await graph.as().get(`/users/${grace.mail}`);
    assert.equal(user.displayName, 'Grace Hopper');
    assert.equal(user.officeLocation, null);
    assert.equal('department' in user, false);
    assert.equal('accountEnabled' in user, false);
  });

  it('expands the manager, and leaves it out where there is none', async () => {
    const filter = `mail eq '${ada.mail.toUpperCase()}' and accountEnabled eq true`;
    const { value } = await graph
      .as()
      .get(`/users?$select=id,department&$expand=manager($select=id,mail)&$filter=${filter}`);
    assert.equal(value.length, 1);
    assert.deepEqual(value[0], {
      id: ada.oid,
      department: 'Engines',
      manager: { '@odata.type': '#microsoft.graph.user', id: grace.oid, mail: grace.mail },
    });
    const alone = await graph.as().get(`/users/${grace.oid}?$expand=manager`);
    assert.equal('manager' in alone, false);
  });

  it('answers a manager by its own address, 404 where there is none', async () => {
    assert.equal((await graph.as().get(`/users/${ada.mail}/manager`)).id, grace.oid);
    const { status, code } = await refusal(graph.as().get(`/users/${grace.mail}/manager`));
    assert.deepEqual([status, code], [404, 'Request_ResourceNotFound']);
  });

  it('pages by next links until everybody was given once', async () => {
    const staff = Array.from({ length: 250 }, (_, n) => employee(1000 + n, `Person ${n}`));
    const large = await world({ employees: staff });
    try {
      const pages: number[] = [];
      const ids = new Set<string>();
      for (let next: string | undefined = '/users?$select=id'; next !== undefined;) {
        const page: Body = await large.as().get(next);
        pages.push(page.value.length);
        for (const user of page.value) ids.add(user.id);
        next = page['@odata.nextLink']?.slice(large.url.length);
      }
      assert.deepEqual(pages, [100, 100, 51]);
      assert.equal(ids.size, 251);
    } finally {
      await large.close();
    }
  });

  for (const [path, status, code] of [
    ['/users?$top=1000', 400, 'Request_UnsupportedQuery'],
    ['/users?$top=0', 400, 'Request_UnsupportedQuery'],
    ['/users?$select=id,shoeSize', 400, 'BadRequest'],
    ["/users?$filter=jobTitle eq 'x'", 400, 'Request_UnsupportedQuery'],
    ["/users?$filter=mail eq 'x' or mail eq 'y'", 400, 'BadRequest'],
    ['/users?$expand=directReports', 400, 'BadRequest'],
    ['/users?$search="ada"', 400, 'BadRequest'],
    ['/users/nobody@contoso.example', 404, 'Request_ResourceNotFound'],
    [`/users/${ada.mail}/photo/$value`, 404, 'ImageNotFound'],
    ['/groups', 400, 'BadRequest'],
  ] as const) {
    it(`refuses GET ${path} with ${status} ${code}`, async () => {
      const answer = await refusal(graph.as().get(path));
      assert.deepEqual([answer.status, answer.code], [status, code]);
    });
  }

  it('writes errors as Graph does', async () => {
    const response = await graph.fetch('/graph/v1.0/users/nobody', {
      headers: { 'client-request-id': 'mine' },
    });
    const body = (await response.json()) as { error: { innerError: Record<string, string> } };
    assert.equal(response.status, 404);
    assert.deepEqual(Object.keys(body.error), ['code', 'message', 'innerError']);
    const inner = body.error.innerError;
    assert.equal(inner.date, '2026-12-07T08:00:00');
    assert.equal(inner['client-request-id'], 'mine');
    assert.equal(inner['request-id'], response.headers.get('request-id'));
  });

  it('refuses a method that the address does not have', async () => {
    const { status } = await refusal(graph.as().post('/users', {}));
    assert.equal(status, 405);
  });
});
