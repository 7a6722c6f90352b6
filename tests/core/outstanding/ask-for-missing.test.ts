import assert from 'node:assert/strict';
import { askForMissing } from '../../../core/outstanding/ask-for-missing.ts';
import type { Work } from '../../../core/records/work.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { ids, one, pairing } from '../../support/dealt-pairings.ts';
import { december, useProduct, type TestProduct } from '../../support/test-product.ts';

const eight = '2026-12-07T08:00:00.000Z';
const [first, second, third] = [ids(1, 20), ids(21, 40), ids(41, 60)];

describe('askForMissing', () => {
  const start = useProduct();

  /** Sixty pairings of one organiser, to be booked; it is eight o'clock. */
  async function planned(): Promise<TestProduct> {
    const product = await start({ employees: [], now: eight });
    const all = Array.from({ length: 60 }, (_, i) => ({ ...pairing(i + 1), organiser: one }));
    await product.ports.storage.pairings.insertMissing(all);
    return product;
  }

  /** The bookings on the queue, and when they are delivered, in seconds after eight. */
  const asked = ({ queue }: TestProduct) =>
    queue
      .map(({ work, from }) => ({
        seconds: (from - Date.parse(eight)) / 1000,
        pairings: 'pairings' in work ? work.pairings : [],
      }))
      .sort((a, b) => a.seconds - b.seconds);

  const recipients = async ({ ports }: TestProduct) =>
    (await ports.storage.budgets.get(one))?.value.recipients.map(({ count }) => count);

  it('delivers each handful of a mailbox at its reserved start', async () => {
    const product = await planned();
    assert.deepEqual(await askForMissing(product.ports, december), { missing: 3, waiting: 0 });
    assert.deepEqual(asked(product), [
      { seconds: 0, pairings: first },
      { seconds: 65, pairings: second },
      { seconds: 130, pairings: third },
    ]);
  });

  it('delivers a handful at the start that was reserved before the process was killed', async () => {
    const product = await planned();
    const died = new Error('killed');
    const put = async (work: readonly Work[]) => {
      if (work.length > 0) throw died;
    };
    const mortal: Ports = { ...product.ports, queue: { put } };
    await assert.rejects(askForMissing(mortal, december), died);

    assert.deepEqual(await askForMissing(product.ports, december), { missing: 1, waiting: 40 });
    assert.deepEqual(asked(product), [{ seconds: 0, pairings: first }]);
    product.queue.length = 0;
    product.setClock('2026-12-07T08:02:10Z');
    assert.deepEqual(await askForMissing(product.ports, december), { missing: 3, waiting: 0 });
    assert.deepEqual(await recipients(product), [120], 'nobody is counted twice');
  });

  it('reserves the same starts when two processes ask at once', async () => {
    const product = await planned();
    await Promise.all([askForMissing(product.ports, december), askForMissing(product.ports, december)]);
    const starts = new Map(asked(product).map(({ seconds, pairings }) => [pairings[0], seconds]));
    assert.deepEqual([...starts.values()], [0, 65, 130]);
    assert.deepEqual(await recipients(product), [120]);
  });
});
