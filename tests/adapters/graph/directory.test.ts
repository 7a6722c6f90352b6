import assert from 'node:assert/strict';
import { graphDirectory } from '../../../adapters/graph/directory.ts';
import { employee, idOf, tenant } from '../../support/emulated-graph.ts';
import { graphOf } from './one-answer.ts';
import { useGraph } from './with-graph.ts';

const ben = employee('Ben');
const ann = employee('Ann', { department: 'Housing', office: 'Leeds', language: 'en-GB', manager: ben.mail });
const nobody = `${tenant}.00000000-0000-4000-8000-000000000099`;
const staffOf = (size: number) => Array.from({ length: size }, (_, n) => employee(`P${n}`));

describe('graphDirectory', () => {
  const start = useGraph();

  it('reads people, and gives null for unknown ones', async () => {
    const { graph, inner } = await start({ employees: [ann, ben] });
    const directory = graphDirectory(graph, tenant);
    assert.deepEqual(
      await directory.people([idOf(ann), nobody]),
      new Map([
        [
          idOf(ann),
          {
            id: idOf(ann),
            mail: 'ann@contoso.example',
            name: 'Ann',
            department: 'Housing',
            office: 'Leeds',
            language: 'en-GB',
            manager: idOf(ben),
            enabled: true,
            guest: false,
          },
        ],
        [nobody, null],
      ]),
    );
    assert.equal(inner('/users'), 1);
    assert.deepEqual(await directory.people([]), new Map());
    assert.equal(inner('/users'), 1);
  });

  it('finds people by a typed name, whatever signs are in it', async () => {
    const guest = employee('Ann Guest', { guest: true });
    const { graph, inner } = await start({ employees: [ann, ben, guest] });
    const directory = graphDirectory(graph, tenant);
    const found = await directory.find(' an"\\ ');
    assert.deepEqual(
      found.map(({ id, name, department, manager, guest }) => [id, name, department, manager, guest]),
      [
        [idOf(ann), 'Ann', 'Housing', undefined, false],
        [idOf(guest), 'Ann Guest', undefined, undefined, true],
      ],
    );
    assert.deepEqual(await directory.find('Cem'), []);
    assert.equal(inner('/users'), 2);
    assert.deepEqual(await directory.find(' "" '), []);
    assert.equal(inner('/users'), 2);
  });

  it('does not ask Graph for ids that are no GUIDs', async () => {
    const { graph, inner } = await start({ employees: [ann] });
    assert.deepEqual(
      await graphDirectory(graph, tenant).people(["tenant.o'hara"]),
      new Map([["tenant.o'hara", null]]),
    );
    assert.equal(inner('/users'), 0);
  });

  it('says who is a guest and whose account is disabled', async () => {
    const staff = [employee('Guest', { guest: true }), employee('Off', { enabled: false })];
    const { graph } = await start({ employees: staff });
    const people = await graphDirectory(graph, tenant).people(staff.map(idOf));
    assert.deepEqual(
      [...people.values()].map((person) => [person?.name, person?.guest, person?.enabled]),
      [
        ['Guest', true, true],
        ['Off', false, false],
      ],
    );
  });

  for (const [what, tenantSize, asked, requests, trips] of [
    // The count and the first page, then further pages until nobody is missing.
    ['everybody of a tenant', 1000, 1000, 1 + 10, 10],
    ['everybody of a small tenant', 40, 40, 2, 1],
    // The first page has a hundred people. The others are asked for by id, twenty requests a trip.
    ['the last thirty of a large tenant', 1000, 30, 2 + 2, 2],
    ['fifteen', 1000, 15, 1, 1],
  ] as const) {
    it(`reads ${what} (${asked} of ${tenantSize}) with ${requests} requests in ${trips} round trips`, async () => {
      const staff = staffOf(tenantSize);
      const graph = await start({ employees: staff });
      const wanted = staff.slice(-asked);
      const people = await graphDirectory(graph.graph, tenant).people(wanted.map(idOf));
      assert.deepEqual(
        [...people.values()].map((person) => person?.name),
        wanted.map(({ name }) => name),
      );
      assert.deepEqual([graph.inner('/users'), graph.trips()], [requests, trips]);
    });
  }

  it('asks by id for people missing in the pages, before it counts them as unknown', async () => {
    const staff = staffOf(150);
    const { graph, inner } = await start({ employees: staff });
    const people = await graphDirectory(graph, tenant).people([...staff.map(idOf), nobody]);
    assert.equal(people.get(nobody), null);
    assert.ok(staff.every((person) => people.get(idOf(person)) !== null));
    assert.equal(inner('/users'), 1 + 2 + 1);
  });

  it('fails when Graph keeps throttling, rather than leave people out', async () => {
    for (const staff of [[ann], staffOf(20)]) {
      const { graph, served } = await start({ employees: staff });
      served.graph.faults.set({ throttle: 1 });
      await assert.rejects(
        graphDirectory(graph, tenant).people(staff.map(idOf)),
        /Microsoft Graph refused reading people of the directory: 429 ApplicationThrottled/,
      );
    }
  });

  it('reads everybody but for the facts that are null or cannot be read', async () => {
    const odd = {
      id: ann.oid.toUpperCase(),
      displayName: null,
      mail: '',
      userPrincipalName: ann.mail,
      department: 7,
      manager: { id: null },
      accountEnabled: null,
      userType: {},
    };
    const value = [null, 7, { id: null }, odd, { id: ben.oid, displayName: 'Ben', mail: ben.mail }];
    const graph = graphOf({ body: { value, '@odata.nextLink': null } });
    const found = await graphDirectory(graph, tenant).people([idOf(ann), idOf(ben)]);
    assert.deepEqual(
      [...found.values()],
      [ann, ben].map((one) => ({
        id: idOf(one),
        mail: one.mail,
        name: one === ann ? ann.mail : 'Ben',
        enabled: true,
        guest: false,
      })),
    );
  });
});
