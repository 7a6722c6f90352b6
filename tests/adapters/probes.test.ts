import assert from 'node:assert/strict';
import { graphProbes } from '../../adapters/probes/graph-probes.ts';
import { rowsProbes, storageProbes } from '../../adapters/probes/storage-probes.ts';
import { appTokenOf } from '../../adapters/probes/token-probes.ts';
import { reasonOf } from '../../core/operating/reason-of.ts';
import type { Log } from '../../core/ports/ports.ts';
import { defaultScheme } from '../../core/records/scheme.ts';
import { noLog, storageIn, type StorageSpace, storageSpace, useAzurite } from '../support/azurite.ts';
import { employee, idOf, type ServedGraph, serveGraph } from '../support/emulated-graph.ts';

describe('the probes of storage (Azurite)', () => {
  const azurite = useAzurite();

  const clientsOf = (made: StorageSpace) => ({ ...made, blobs: () => made.blobs });

  async function space() {
    const made = await storageSpace(azurite());
    await Promise.all(
      ['steps', 'bookings', 'messages', 'answers', 'acts'].map((name) => made.queue(name).create()),
    );
    const tryAll = async () => {
      const outcomes: string[] = [];
      for (const { kind, name, tryIt } of storageProbes(clientsOf(made))) {
        try {
          await tryIt();
        } catch (error) {
          outcomes.push(`${kind} ${name}: ${reasonOf(error).code ?? ''}`);
        }
      }
      return outcomes;
    };
    const look = async (table: string, log: Log = noLog) =>
      rowsProbes(made.table, log)
        .find((one) => one.table === table)
        ?.look();
    return { ...made, tryAll, look };
  }

  it('write to every store, read from it, and leave nothing', async () => {
    const { tryAll, table, queue, blobs } = await space();
    assert.deepEqual(await tryAll(), []);
    for await (const row of table('people').listEntities()) assert.fail(JSON.stringify(row));
    for await (const blob of blobs.listBlobsFlat()) assert.fail(blob.name);
    assert.equal((await queue('steps').getProperties()).approximateMessagesCount, 0);
  });

  it('may be sent twice at the same time', async () => {
    const made = await space();
    const both = storageProbes(clientsOf(made)).flatMap(({ tryIt }) => [tryIt(), tryIt()]);
    await assert.doesNotReject(Promise.all(both));
  });

  it('fail for a table, a queue and a container that are missing', async () => {
    const { tryAll, table, queue, blobs } = await space();
    await Promise.all([table('people').deleteTable(), queue('steps').delete(), blobs.delete()]);
    assert.deepEqual(await tryAll(), [
      'table people: TableNotFound',
      'queue steps: QueueNotFound',
      'container rounds: ContainerNotFound',
    ]);
  });

  it('count rows, their versions, and those that cannot be read, which are logged', async () => {
    const { table, blobs, look } = await space();
    await storageIn({ table, blobs }).schemes.insert(defaultScheme(0));
    const ofPartition = { partitionKey: 'scheme', record: '{}' };
    await table('schemes').createEntity({ ...ofPartition, rowKey: 'a', v: 1 });
    await table('schemes').createEntity({ ...ofPartition, rowKey: 'b', v: 7 });
    await table('schemes').createEntity({ ...ofPartition, rowKey: 'c' });
    await table('schemes').createEntity({ partitionKey: '.self-check', rowKey: '.self-check' });
    const logged: unknown[] = [];
    const seen = await look('schemes', (event, fields) => logged.push(`${event} ${String(fields?.row)}`));
    assert.deepEqual(seen, { rows: 4, oldest: 1, newest: 7, unreadable: 3, all: true });
    assert.deepEqual(
      logged,
      ['a', 'b', 'c'].map((row) => `unreadable record ${row}`),
    );
    assert.deepEqual(await look('people'), { rows: 0, oldest: null, newest: null, unreadable: 0, all: true });
  });
});

describe('the probes of Microsoft Graph', () => {
  const [ann, ben] = [employee('Ann'), employee('Ben')];
  const appId = '22222222-2222-4222-8222-222222222222';
  const now = Date.parse('2026-12-10T09:00:00Z');
  let served: ServedGraph;
  beforeEach(async () => {
    served = await serveGraph({ employees: [ann, ben], now: () => now });
  });
  afterEach(() => served.close());

  const probes = () => graphProbes({ url: served.url, token: async () => 'app' }, appId, () => now);
  const all = async () => {
    const { readUsers, readMail, readFreeBusy, readChat, readCalendar, writeCalendar } = probes();
    const [organiser = ''] = served.organisers;
    const answers = {
      readUsers: await readUsers(),
      readMail: (await readMail(idOf(ann))).answer,
      readFreeBusy: await readFreeBusy(organiser, ann.mail),
      readChat: await readChat(idOf(ann)),
      readCalendar: await readCalendar(organiser),
      writeCalendar: await writeCalendar(organiser),
    };
    return Object.fromEntries(
      Object.entries(answers).map(([name, { status, code }]) => [name, [status, code].join(' ').trim()]),
    );
  };
  const well = {
    readUsers: '200',
    readMail: '200',
    readFreeBusy: '200',
    readChat: '200',
    readCalendar: '200',
    writeCalendar: '404 ErrorItemNotFound',
  };

  it('are all answered when the permissions are there, and make no event', async () => {
    assert.deepEqual(await all(), well);
    assert.deepEqual(await served.events(), []);
  });

  for (const [permission, refused] of [
    [
      'User.Read.All',
      { readUsers: '403 Authorization_RequestDenied', readMail: '403 Authorization_RequestDenied' },
    ],
    ['Chat.Read.WhereInstalled', { readChat: '403 Forbidden' }],
    [
      'Calendars.ReadWrite',
      { readCalendar: '403 ErrorAccessDenied', writeCalendar: '403 ErrorAccessDenied' },
    ],
  ] as const) {
    it(`are refused without ${permission} where they need it, and nowhere else`, async () => {
      served.permissions.delete(permission);
      assert.deepEqual(await all(), { ...well, ...refused });
    });
  }

  it('are refused without a permission for free/busy', async () => {
    for (const one of ['Calendars.ReadBasic', 'Calendars.ReadWrite']) served.permissions.delete(one);
    assert.equal((await all()).readFreeBusy, '403 ErrorAccessDenied');
  });

  it('say why the free/busy of one person cannot be read', async () => {
    const { status, code } = await probes().readFreeBusy(
      served.organisers[0] ?? '',
      'nobody@contoso.example',
    );
    assert.equal(status, 200);
    assert.notEqual(code, null);
  });

  it('say what time it is there, and the mail address of a person', async () => {
    assert.equal((await probes().readUsers()).at, now);
    assert.equal((await probes().readMail(idOf(ben))).mail, ben.mail);
  });

  it('are sent once, also when Graph turns them away', async () => {
    served.graph.faults.set({ throttle: 1 });
    assert.equal((await probes().readUsers()).status, 429);
    assert.equal(served.graph.requests().length, 1);
  });
});

describe('appTokenOf', () => {
  const token = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

  it('reads tenant, app and roles of a token', () => {
    assert.deepEqual(appTokenOf(token({ tid: 'T-1', appid: 'A-1', roles: ['User.Read.All'] })), {
      tenant: 't-1',
      app: 'a-1',
      roles: ['User.Read.All'],
    });
  });

  it('takes a token that says nothing as one without roles', () => {
    const nothing = { tenant: null, app: null, roles: [] };
    for (const text of ['', 'opaque', token({}), token({ roles: 'User.Read.All' })])
      assert.deepEqual(appTokenOf(text), nothing);
  });
});
