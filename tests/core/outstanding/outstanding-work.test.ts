import assert from 'node:assert/strict';
import { outstandingWork } from '../../../core/outstanding/outstanding-work.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import { ids, one, pairing } from '../../support/dealt-pairings.ts';
import { message, placement, tenOn } from '../../support/records.ts';
import { december, useProduct, type TestProduct } from '../../support/test-product.ts';

const slot = tenOn(15);
const booked: Partial<PairingRecord> = {
  state: 'booked',
  slot,
  event: { id: 'e', slot, members: [], joinUrl: null },
};

describe('outstandingWork', () => {
  const start = useProduct();

  async function given(...records: PairingRecord[]): Promise<TestProduct> {
    const product = await start({ employees: [] });
    await product.ports.storage.pairings.insertMissing(records);
    return product;
  }

  async function told({ ports }: TestProduct, ...keys: string[]): Promise<void> {
    for (const key of keys) await ports.storage.outbox.insert(message(key, key));
  }

  const booking = async ({ ports }: TestProduct) =>
    (await outstandingWork(ports, december)).bookings.map(({ work }) => work.pairings);

  it('books in handfuls of one organiser, which stay the same when some of their pairings are done', async () => {
    const all = Array.from({ length: 50 }, (_, i) => pairing(i + 1));
    const product = await given(...all);
    assert.deepEqual(await booking(product), [ids(1, 20), ids(21, 40), ids(41, 50)]);
    for (const n of [1, 2, 3, 4, 5, 6, 45]) {
      const found = await product.ports.storage.pairings.get(pairing(n));
      await product.ports.storage.pairings.replace(pairing(n, booked), found?.version ?? '');
    }
    assert.deepEqual(await booking(product), [ids(7, 20), ids(21, 40), [...ids(41, 44), ...ids(46, 50)]]);
  });

  it('leaves out a handful whose start at the mailbox is reserved', async () => {
    const product = await given(...Array.from({ length: 41 }, (_, i) => pairing(i + 1)));
    const key = 'unmentoring:2026-12-14:p00041';
    const at = Date.parse('2026-12-07T08:01:05Z');
    await product.ports.storage.budgets.insert({
      mailbox: one,
      turn: null,
      sendings: [{ key, at, invitations: 1 }],
      recipients: [],
    });
    assert.deepEqual(await booking(product), [ids(1, 20), ids(21, 40)]);
    assert.equal((await outstandingWork(product.ports, december)).waiting, 1);
    product.setClock('2026-12-07T08:01:05Z');
    assert.deepEqual(await booking(product), [ids(1, 20), ids(21, 40), ids(41, 41)]);
  });

  it('gives only as many handfuls as starts can be reserved, and counts the others as waiting', async () => {
    const product = await given(...Array.from({ length: 65 }, (_, i) => pairing(i + 1)));
    const at = Date.parse('2026-12-07T09:00:00Z');
    const sendings = Array.from({ length: 199 }, (_, i) => ({
      key: `other ${i}`,
      at: at + i * 65_000,
      invitations: 20,
    }));
    await product.ports.storage.budgets.insert({ mailbox: one, turn: null, sendings, recipients: [] });
    assert.deepEqual(await booking(product), [ids(1, 20), ids(21, 40), ids(61, 65)]);
    assert.equal((await outstandingWork(product.ports, december)).waiting, 20);
  });

  for (const { name, more, told: heard, missing } of [
    { name: 'booked, one not told', more: booked, told: [':ann1'], missing: 'tell' },
    { name: 'booked, both told', more: booked, told: [':ann1', ':ben1'], missing: null },
    {
      name: 'moved, told of the booking alone',
      more: { ...booked, revision: 1 },
      told: [':ann1', ':ben1'],
      missing: 'tell',
    },
    {
      name: 'changed for one of them, who was told',
      more: { ...booked, revision: 1, tell: ['ann1'] },
      told: [':ann1:1'],
      missing: null,
    },
    { name: 'to be moved', more: { ...booked, state: 'planned' }, told: [], missing: 'book' },
    {
      name: 'called off, its event still there',
      more: { ...booked, state: 'cancelled' },
      told: [],
      missing: 'book',
    },
    { name: 'suggested', more: { state: 'suggested' }, told: [], missing: 'tell' },
  ] satisfies { name: string; more: Partial<PairingRecord>; told: string[]; missing: string | null }[]) {
    it(`${name}: ${missing ?? 'nothing'}`, async () => {
      const product = await given(pairing(1, more));
      await told(product, ...heard.map((end) => `unmentoring:2026-12-14:p00001${end}`));
      const { bookings, tellings } = await outstandingWork(product.ports, december);
      assert.deepEqual(
        [...bookings.map(({ work }) => work), ...tellings].map(({ kind, pairings }) => [kind, pairings]),
        missing === null ? [] : [[missing, ['p00001']]],
      );
    });
  }

  it('tells people without a pairing, except those who withdrew', async () => {
    const product = await given();
    await product.ports.storage.placements.insertMissing([
      placement('Dora1', { reason: 'away-all-week' }),
      placement('Dora2', { reason: 'away-all-week', repair: 3 }),
      placement('Dora3', { reason: 'withdrew' }),
      placement('Dora4', { pairing: 'p00001' }),
      placement('Dora5', { reason: 'away-all-week' }),
    ]);
    await told(product, 'unmentoring:2026-12-14:unplaced:dora2', 'unmentoring:2026-12-14:unplaced:dora5');
    assert.deepEqual((await outstandingWork(product.ports, december)).tellings, [
      { kind: 'tell', ...december, pairings: [], people: ['dora1', 'dora2'] },
    ]);
  });
});
