// What version 1 of the product stored can still be read. The files in version-1 are rows, blobs and queue messages of a round,
// exactly as they were stored (scripts/record-version.ts). They stay as they are when the layout changes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type QueueName, readWork } from '../../adapters/queues/work-queue.ts';
import type { TableName } from '../../adapters/tables/storage.ts';
import type { Storage, Versioned } from '../../core/ports/storage.ts';
import { slotOf } from '../../core/records/pairing.ts';
import { answerWork, messageWork, sendWork, stepWork } from '../../core/records/work.ts';
import { toIso } from '../../core/time/instant.ts';
import { storageIn, storageSpace, type StorageSpace, useAzurite } from '../support/azurite.ts';
import { december } from '../support/records.ts';

const row = z.looseObject({ partitionKey: z.string(), rowKey: z.string() });
const blob = z.object({ name: z.string(), base64: z.string() });
const queued = z.object({ messageText: z.string() });

function recorded<T>(file: string, schema: z.ZodType<T>): T[] {
  const text = readFileSync(new URL(`version-1/${file}.json`, import.meta.url), 'utf8');
  return z.array(schema).parse(JSON.parse(text));
}

async function all<T>(found: AsyncIterable<Versioned<T>>): Promise<T[]> {
  const values: T[] = [];
  for await (const { value } of found) values.push(value);
  return values;
}

type Read = (storage: Storage, rowKey: string) => Promise<readonly unknown[]>;

/** For each table: how its rows are read, and what they say. */
const tables: { readonly table: TableName; readonly read: Read; readonly says: readonly unknown[] }[] = [
  {
    table: 'schemes',
    read: async ({ schemes }) =>
      (await all(schemes.list(null))).map(({ id, minutes, lunch }) => [id, minutes, lunch.start]),
    says: [['unmentoring', 30, '12:00']],
  },
  {
    table: 'people',
    read: async ({ people }, id) => {
      const { name, work, reachable, conversation, postponed, profile } = (await people.get(id))?.value ?? {};
      return [
        [name, work?.mail, work?.zone, reachable, conversation, postponed?.[0]?.act.kind, profile?.drink],
      ];
    },
    says: [['Dora', 'dora@contoso.example', 'Europe/London', true, 'chat of Dora', 'join', 'mint tea']],
  },
  {
    table: 'participants',
    read: async ({ participants }) =>
      (await all(participants.list(december))).map(({ status, joinedAt, meetings, rules }) => [
        status,
        toIso(joinedAt),
        meetings.length,
        rules?.[0]?.version,
      ]),
    says: [
      ['active', '2026-12-07T08:00:00.000Z', 0, 1],
      ['left', '2026-12-07T08:00:00.000Z', 1, 1],
    ],
  },
  {
    table: 'rounds',
    read: async ({ rounds }) =>
      (await all(rounds.list(december))).map(({ stage, number, weekStart, repairs }) => [
        stage,
        number,
        toIso(weekStart),
        repairs,
      ]),
    says: [['closed', 1, '2026-12-14T00:00:00.000Z', 4]],
  },
  {
    table: 'pairings',
    read: async ({ pairings, outbox }, key) =>
      key.startsWith('pairing ')
        ? (await all(pairings.list(december))).map((pairing) => {
            const slot = slotOf(pairing);
            return [pairing.state, pairing.members.length, pairing.event.kind, slot && toIso(slot.start)];
          })
        : (await all(outbox.list(december))).map(({ state, said, at }) => [state, said.kind, toIso(at)]),
    says: [
      ['unsent', 'unplaced', '2026-12-21T00:00:00.000Z'],
      ['unsent', 'pairing', '2026-12-11T09:00:00.000Z'],
      ['planned', 3, 'made', '2026-12-16T09:30:00.000Z'],
      ['sent', 'unplaced', '2026-12-21T09:00:00.000Z'],
      ['booked', 3, 'made', '2026-12-16T09:30:00.000Z'],
      ['sent', 'pairing', '2026-12-11T09:00:00.000Z'],
      ['suggested', 2, 'none', null],
      ['cancelled', 2, 'none', null],
      ['unsent', 'before', '2026-12-15T09:00:00.000Z'],
      ['unsent', 'choose', '2026-12-15T09:00:00.000Z'],
      ['sent', 'before', '2026-12-15T09:00:00.000Z'],
      ['sent', 'choose', '2026-12-15T09:00:00.000Z'],
      ['unsent', 'met', '2026-12-16T11:00:00.000Z'],
      ['sent', 'met', '2026-12-16T11:00:00.000Z'],
      ['failed', 2, 'none', null],
    ],
  },
  {
    table: 'placements',
    read: async ({ placements }) =>
      (await all(placements.list(december))).map(({ pairing, reason, repair }) => [pairing, reason, repair]),
    says: [
      ['p00003', null, 0],
      [null, 'away-all-week', 0],
      ['p00001', 'withdrew', 4],
    ],
  },
  {
    table: 'mailboxes',
    read: async ({ mailboxes }) =>
      (await all(mailboxes.list(null))).map(({ mailbox, sentToday, holder }) => [mailbox, sentToday, holder]),
    says: [['coffee@contoso.example', 17, null]],
  },
];

describe('what version 1 stored (Azurite)', () => {
  const azurite = useAzurite();
  let space: StorageSpace;
  let storage: Storage;
  before(async () => {
    space = await storageSpace(azurite());
    storage = storageIn(space);
  });

  for (const { table, read, says } of tables) {
    it(`reads rows of ${table}`, async () => {
      const client = space.table(table);
      const found: unknown[] = [];
      for (const one of recorded(`table-${table}`, row)) {
        await client.createEntity(one);
        found.push(...(await read(storage, one.rowKey)));
        await client.deleteEntity(one.partitionKey, one.rowKey);
      }
      assert.deepEqual(found, says);
    });
  }

  async function upload(file: string): Promise<void> {
    for (const { name, base64 } of recorded(file, blob)) {
      const bytes = Buffer.from(base64, 'base64');
      await space.blobs.getBlockBlobClient(name).upload(bytes, bytes.length);
    }
  }

  it('reads a plan', async () => {
    await upload('blob-plan');
    const plan = await storage.plans.get(december);
    assert.deepEqual(
      plan?.pairings.map(({ id, members, slots: [slot] }) => [id, members.length, slot && toIso(slot.start)]),
      [
        ['p00001', 2, '2026-12-15T09:30:00.000Z'],
        ['p00002', 2, '2026-12-15T13:00:00.000Z'],
        ['p00003', 2, '2026-12-16T09:30:00.000Z'],
      ],
    );
    assert.deepEqual(
      plan.unplaced.map(({ reason }) => reason),
      ['away-all-week'],
    );
  });

  it('reads a draft', async () => {
    await upload('blob-draft');
    assert.deepEqual(await storage.drafts.numbers(december), [1]);
    const draft = await storage.drafts.get({ ...december, draft: 1 });
    assert.deepEqual(
      draft?.pairings.map(({ id, members }) => [id, members.length]),
      [
        ['p00001', 2],
        ['p00002', 2],
        ['p00003', 2],
      ],
    );
  });

  it('reads a repair', async () => {
    await upload('blob-repair');
    const repair = await storage.repairs.get({ ...december, number: 4 });
    assert.deepEqual(
      repair?.changed.map(({ pairing: { pairing, state }, messages }) => [pairing, state, messages.length]),
      [
        ['p00001', 'cancelled', 0],
        ['p00003', 'planned', 3],
      ],
    );
  });

  it('reads calendars', async () => {
    await upload('blob-availability');
    const week = [...((await storage.availability.get(december))?.values() ?? [])];
    assert.deepEqual(
      week.map((one) => one.kind === 'read' && one.view.length),
      Array.from({ length: 7 }, () => 672),
    );
  });
});

describe('what version 1 put on a queue', () => {
  const messages = (queue: QueueName) =>
    recorded(`queue-${queue}`, queued).map(({ messageText }): unknown =>
      JSON.parse(Buffer.from(messageText, 'base64').toString('utf8')),
    );

  it('reads steps of rounds', () => {
    const read = messages('steps').map((message) => readWork('steps', stepWork, message));
    assert.deepEqual(
      read,
      ['call', 'draft', 'pair', 'carry-out', 'look-after', 'look-at-changes', 'close'].map((kind) => ({
        kind,
        ...december,
      })),
    );
  });

  it('reads the sending of a mailbox', () => {
    const [read] = messages('bookings').map((message) => readWork('bookings', sendWork, message));
    assert.deepEqual(read && [read.kind, read.mailbox, toIso(read.at)], [
      'send',
      'coffee@contoso.example',
      '2026-12-11T09:00:00.000Z',
    ]);
  });

  it('reads the telling of people', () => {
    const [read] = messages('messages').map((message) => readWork('messages', messageWork, message));
    assert.deepEqual(read && [read.kind, read.pairings, read.people.length], ['tell', ['p00002'], 0]);
  });

  it('reads that somebody is to be answered', () => {
    const [read] = messages('answers').map((message) => readWork('answers', answerWork, message));
    assert.deepEqual(read && [read.kind, read.activity, read.tries], ['answer', '3', 0]);
  });
});
