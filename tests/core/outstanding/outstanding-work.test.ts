import assert from 'node:assert/strict';
import { outstandingWork } from '../../../core/outstanding/outstanding-work.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import { one, pairing, two } from '../../support/dealt-pairings.ts';
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

  it('names the mailboxes that have something to send', async () => {
    const product = await given(
      pairing(1),
      pairing(2, booked),
      pairing(21),
      pairing(22),
      pairing(41, booked),
    );
    const { toSend, mailboxes } = await outstandingWork(product.ports, december);
    assert.deepEqual([toSend, mailboxes], [3, [one, two]]);
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
    { name: 'to be moved', more: { ...booked, state: 'planned' }, told: [], missing: 'send' },
    {
      name: 'called off, its event still there',
      more: { ...booked, state: 'cancelled' },
      told: [],
      missing: 'send',
    },
    { name: 'suggested', more: { state: 'suggested' }, told: [], missing: 'tell' },
  ] satisfies { name: string; more: Partial<PairingRecord>; told: string[]; missing: string | null }[]) {
    it(`${name}: ${missing ?? 'nothing'}`, async () => {
      const product = await given(pairing(1, more));
      await told(product, ...heard.map((end) => `unmentoring:2026-12-14:p00001${end}`));
      const { toSend, mailboxes, tellings } = await outstandingWork(product.ports, december);
      assert.deepEqual([toSend, mailboxes], missing === 'send' ? [1, [one]] : [0, []]);
      assert.deepEqual(
        tellings.map(({ pairings }) => pairings),
        missing === 'tell' ? [['p00001']] : [],
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
