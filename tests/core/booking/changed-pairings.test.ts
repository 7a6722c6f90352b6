import assert from 'node:assert/strict';
import type { Ports } from '../../../core/ports/ports.ts';
import { eventOf, type PairingRecord, slotOf } from '../../../core/records/pairing.ts';
import { organiser } from '../../support/emulated-graph.ts';
import {
  changeRecord as change,
  record as firstRecord,
  toBook,
  toCallOff,
  toChoose,
} from '../../support/stored.ts';
import type { TestProduct } from '../../support/test-product.ts';
import { assertBookedOnce, book, usePaired } from './paired.ts';

const createEvent = { method: 'POST', path: '/users/{id}/events' } as const;

describe('booking a pairing that was changed', () => {
  const paired = usePaired();

  async function booked(): Promise<{ product: TestProduct; record: PairingRecord }> {
    const product = await paired(1);
    await book(product);
    product.queue.length = 0;
    return { product, record: await firstRecord(product) };
  }

  it('moves the event, which keeps its link', async () => {
    const { product, record } = await booked();
    await change(product, (stored) => toBook(stored, record.slots[1]));
    await book(product);
    await assertBookedOnce(product);
    const moved = await firstRecord(product);
    assert.deepEqual(moved.event, { ...record.event, slot: record.slots[1] });
    assert.equal(product.queue.length, 1);
  });

  it('cancels the event, and the next one has a key of its own', async () => {
    const { product, record } = await booked();
    await change(product, toChoose);
    await book(product);
    assert.deepEqual(await product.graph.events(), []);
    assert.equal((await firstRecord(product)).event.kind, 'none');
    await change(product, (stored) => toBook(stored, record.slots[1]));
    await book(product);
    await assertBookedOnce(product);
    const again = await firstRecord(product);
    assert.deepEqual([again.generation, slotOf(again)], [1, record.slots[1]]);
  });

  it('makes a new event when the old one was deleted', async () => {
    const { product, record } = await booked();
    await product.ports.meetings.cancel(organiser.mail, eventOf(record)?.id ?? '', 'by hand');
    await change(product, (stored) => toBook(stored, record.slots[1]));
    await book(product);
    await product.work();
    await assertBookedOnce(product);
    assert.equal((await firstRecord(product)).generation, 1);
  });

  it('makes no event when the pairing is cancelled before the worker holds the mailbox', async () => {
    const product = await paired(1);
    const { storage } = product.ports;
    const get: typeof storage.mailboxes.get = async (mailbox) => {
      await change(product, toCallOff);
      return storage.mailboxes.get(mailbox);
    };
    const ports: Ports = {
      ...product.ports,
      storage: { ...storage, mailboxes: { ...storage.mailboxes, get } },
    };
    await book(product, ports);
    assert.deepEqual(await product.graph.events(), []);
  });

  it('leaves no event when the pairing is cancelled while its event is created', async () => {
    const product = await paired(1);
    const { meetings } = product.ports;
    const ports: Ports = {
      ...product.ports,
      meetings: {
        ...meetings,
        create: async (...made) => {
          const created = await meetings.create(...made);
          await change(product, toCallOff);
          return created;
        },
      },
    };
    await assert.rejects(book(product, ports), /was changed by somebody else meanwhile/);
    await book(product);
    assert.deepEqual(await product.graph.events(), []);
    assert.equal((await firstRecord(product)).event.kind, 'none');
  });

  it('leaves no event when the pairing is cancelled after a worker was killed creating it', async () => {
    const product = await paired(1);
    product.graph.graph.faults.next({ ...createEvent, effect: 'cut' });
    await assert.rejects(book(product));
    await change(product, toCallOff);
    await book(product);
    assert.deepEqual(await product.graph.events(), []);
  });
});
