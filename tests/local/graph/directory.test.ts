import assert from 'node:assert/strict';
import {
  ada,
  type Body,
  employee,
  grace,
  katherine,
  organiser,
  refusal,
  refused,
  useWorld,
  utc,
  world,
} from './world.ts';

describe('emulated Graph: directory', () => {
  const graph = useWorld();

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

  it('gives the default properties without $select, and null for absent values', async () => {
    const user = await graph.as().get(`/users/${grace.mail}`);
    assert.equal(user.displayName, 'Grace Hopper');
    assert.equal(user.officeLocation, null);
    assert.equal('department' in user, false);
    assert.equal('accountEnabled' in user, false);
  });

  it('expands the manager of people who have one', async () => {
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
    assert.deepEqual(await refused(graph.as().get(`/users/${grace.mail}/manager`)), [
      404,
      'Request_ResourceNotFound',
    ]);
  });

  for (const query of ['$select=id', '$expand=manager&$top=999']) {
    it(`gives at most a hundred a page, and everybody once by next links (${query})`, async () => {
      const staff = Array.from({ length: 250 }, (_, n) => employee(1000 + n, `Person ${n}`));
      const large = await world({ employees: staff });
      try {
        const pages: number[] = [];
        const ids = new Set<string>();
        for (let next: string | undefined = `/users?${query}`; next !== undefined;) {
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
  }

  it('counts users in an advanced query', async () => {
    const headers = { ConsistencyLevel: 'eventual' };
    const answer = await graph.as().get('/users?$select=id&$top=1&$count=true', headers);
    assert.deepEqual([answer['@odata.count'], answer.value.length], [4, 1]);
    const { status } = await refusal(graph.as().get('/users?$count=true&$expand=manager', headers));
    assert.equal(status, 400);
  });

  it('finds people by words that begin words of their name, in any case and order', async () => {
    const find = async (text: string): Promise<unknown[]> => {
      const search = encodeURIComponent(`"displayName:${text}"`);
      const path = `/users?$select=displayName&$top=5&$search=${search}`;
      const { value } = await graph.as().get(path, { ConsistencyLevel: 'eventual' });
      return value.map(({ displayName }) => displayName);
    };
    assert.deepEqual(await find('hop gr'), ['Grace Hopper']);
    assert.deepEqual(await find('BYR'), ['Ada Byron']);
    assert.deepEqual(await find('ace'), []);
    assert.deepEqual(await find('ada hopper'), []);
  });

  for (const query of [
    '$search="ada"',
    '$search=displayName:ada',
    '$search="mail:ada"',
    '$search="displayName:a"b"',
    '$search="displayName:ada"&$expand=manager',
  ]) {
    it(`refuses to search by ${query}`, async () => {
      const answer = graph.as().get(`/users?${query}`, { ConsistencyLevel: 'eventual' });
      const { status, code } = await refusal(answer);
      assert.deepEqual([status, code], [400, 'Request_UnsupportedQuery']);
    });
  }

  const among = (count: number, id: string) =>
    `/users?$select=id&$filter=id in (${Array.from({ length: count - 1 }, (_, n) => `'${n}'`).join(', ')}, '${id}')`;

  it('finds people among fifteen ids, and refuses sixteen', async () => {
    const { value } = await graph.as().get(among(15, ada.oid.toUpperCase()));
    assert.deepEqual(value, [{ id: ada.oid }]);
    assert.deepEqual(await refused(graph.as().get(among(16, ada.oid))), [400, 'Request_UnsupportedQuery']);
  });

  it('shows guests and disabled accounts as such', async () => {
    const staff = [employee(1, 'Guest', { guest: true }), employee(2, 'Off', { enabled: false })];
    const other = await world({ employees: staff });
    try {
      const { value } = await other.as().get('/users?$select=accountEnabled,userType&$top=2');
      assert.deepEqual(
        value.map(({ accountEnabled, userType }) => [accountEnabled, userType]),
        [
          [true, 'Guest'],
          [false, 'Member'],
        ],
      );
    } finally {
      await other.close();
    }
  });

  it('forgets a person who leaves the tenant: directory, manager, free/busy, mailbox', async () => {
    const leave = (mail: string) => graph.fetch(`/local/graph/people/${mail}`, { method: 'DELETE' });
    assert.equal((await leave(grace.mail.toUpperCase())).status, 204);
    assert.equal((await leave(grace.mail)).status, 404);
    assert.equal((await refusal(graph.as().get(`/users/${grace.oid}`))).status, 404);
    assert.equal((await graph.as().get('/users')).value.length, 3);
    assert.equal('manager' in (await graph.as().get(`/users/${ada.oid}?$expand=manager`)), false);
    const answer = await graph.as().post(`/users/${organiser.mail}/calendar/getSchedule`, {
      schedules: [grace.mail],
      startTime: utc('2026-12-14T09:00:00'),
      endTime: utc('2026-12-14T10:00:00'),
    });
    assert.equal(
      (answer.value[0] as { error?: { responseCode: string } } | undefined)?.error?.responseCode,
      'ErrorMailRecipientNotFound',
    );
    assert.equal((await refusal(graph.as().get(`/users/${grace.oid}/events`))).status, 404);
  });

  for (const [path, status, code] of [
    ['/users?$count=true', 400, 'Request_UnsupportedQuery'],
    ["/users?$filter=jobTitle in ('x')", 400, 'Request_UnsupportedQuery'],
    ['/users?$filter=id in ()', 400, 'BadRequest'],
    ['/users?$top=1000', 400, 'Request_UnsupportedQuery'],
    ['/users?$top=0', 400, 'Request_UnsupportedQuery'],
    ['/users?$select=id,shoeSize', 400, 'BadRequest'],
    ["/users?$filter=jobTitle eq 'x'", 400, 'Request_UnsupportedQuery'],
    ["/users?$filter=mail eq 'x' or mail eq 'y'", 400, 'BadRequest'],
    ['/users?$expand=directReports', 400, 'BadRequest'],
    ['/users?$search="displayName:ada"', 400, 'Request_UnsupportedQuery'],
    ['/users/nobody@contoso.example', 404, 'Request_ResourceNotFound'],
    [`/users/${ada.mail}/photo/$value`, 404, 'ImageNotFound'],
    ['/groups', 400, 'BadRequest'],
  ] as const) {
    it(`refuses GET ${path} with ${status} ${code}`, async () => {
      assert.deepEqual(await refused(graph.as().get(path)), [status, code]);
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
