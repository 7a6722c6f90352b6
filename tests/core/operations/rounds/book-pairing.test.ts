import assert from 'node:assert/strict';
import sinon from 'sinon';
import { bookPairing } from '../../../../core/operations/rounds/book-pairing.ts';
import { tick } from '../../../../core/operations/rounds/tick.ts';
import type { Ports } from '../../../../core/ports/ports.ts';
import type { PairingRecord } from '../../../../core/rounds/records.ts';
import { employee, organiser } from '../../../support/emulated-graph.ts';
import { ann, ben } from '../../../support/people.ts';
import { december, useProduct, type TestProduct } from '../../../support/test-product.ts';

const work = { kind: 'book', ...december, pairing: 'p1' } as const;
const createEvent = { method: 'POST', path: '/users/{id}/events' } as const;

describe('bookPairing', () => {
  const start = useProduct();

  /** Ann and Ben are paired; nothing is booked yet. */
  async function paired(): Promise<TestProduct> {
    const product = await start({ employees: [ann, ben] });
    await product.signUp(ann, ben);
    product.setClock('2026-12-10T10:00:00Z');
    await tick(product.ports);
    await assert.rejects(
      product.work({
        ...product.ports,
        storage: {
          ...product.ports.storage,
          pairings: { ...product.ports.storage.pairings, replace: sinon.fake.rejects(new Error('not now')) },
        },
      }),
      /not now/,
    );
    product.queue.length = 0;
    return product;
  }

  async function record({ ports }: TestProduct): Promise<PairingRecord> {
    const found = await ports.storage.pairings.get(work);
    assert.ok(found);
    return found.value;
  }

  async function assertBookedOnce(product: TestProduct): Promise<void> {
    const events = await product.graph.events();
    assert.equal(events.length, 1);
    const { state, event, slot } = await record(product);
    assert.deepEqual([state, event], ['booked', events[0]?.id]);
    assert.equal(`${events[0]?.start.dateTime.slice(0, 19)}.000Z`, slot?.start);
  }

  it('books the best slot and asks for both members to be told', async () => {
    const product = await paired();
    await bookPairing(product.ports, work);
    await assertBookedOnce(product);
    const { slot, slots, joinUrl, organiser: inviting } = await record(product);
    assert.deepEqual(slot, slots[0]);
    assert.match(joinUrl ?? '', /^https:/);
    assert.equal(inviting, organiser.mail);
    assert.deepEqual(
      product.queue.map(({ work: { kind } }) => kind),
      ['tell', 'tell'],
    );
  });

  it('makes no second event when it is repeated', async () => {
    const product = await paired();
    await bookPairing(product.ports, work);
    await bookPairing(product.ports, work);
    await assertBookedOnce(product);
  });

  it('makes one event when four workers book at once: those who lose come back', async () => {
    const product = await paired();
    await Promise.allSettled([1, 2, 3, 4].map(() => bookPairing(product.ports, work)));
    await bookPairing(product.ports, work);
    await assertBookedOnce(product);
  });

  it('finds the event again when the connection was cut after it was made', async () => {
    const product = await paired();
    product.graph.graph.faults.next({ ...createEvent, effect: 'cut' });
    await assert.rejects(bookPairing(product.ports, work));
    assert.equal((await record(product)).state, 'planned');
    await bookPairing(product.ports, work);
    await assertBookedOnce(product);
  });

  it('makes one event when Graph answers 504 after making it', async () => {
    const product = await paired();
    product.graph.graph.faults.next({ ...createEvent, effect: 'after-504' });
    await bookPairing(product.ports, work);
    await assertBookedOnce(product);
  });

  it('takes the event that stands when the calendar did not show it yet and the invitation reads differently now', async () => {
    const product = await paired();
    product.graph.graph.faults.next({ ...createEvent, effect: 'cut' });
    await assert.rejects(bookPairing(product.ports, work));
    const { meetings } = product.ports;
    const ports: Ports = {
      ...product.ports,
      meetings: {
        ...meetings,
        find: async () => null,
        create: (invitation) => meetings.create({ ...invitation, subject: 'Coffee, reworded' }),
      },
    };
    await bookPairing(ports, work);
    await assertBookedOnce(product);
    assert.notEqual((await product.graph.events())[0]?.subject, 'Coffee, reworded');
  });

  it('says so when Microsoft makes the event without a Teams meeting', async () => {
    const product = await paired();
    product.graph.graph.faults.next({ ...createEvent, effect: 'no-online-meeting' });
    await bookPairing(product.ports, work);
    await assertBookedOnce(product);
    await product.work();
    assert.equal((await record(product)).joinUrl, null);
    assert.deepEqual(
      product.sent.map(({ message }) => message.kind === 'booked' && message.joinUrl),
      [null, null],
    );
    assert.deepEqual(
      (await product.detail()).pairings.map(({ online }) => online),
      [false],
    );
  });

  it('passes over slots that begin within half an hour', async () => {
    const product = await paired();
    const { slots } = await record(product);
    assert.ok(slots[0] && slots[1]);
    product.setClock(new Date(Date.parse(slots[0].start) - 29 * 60_000).toISOString());
    await bookPairing(product.ports, work);
    assert.deepEqual((await record(product)).slot, slots[1]);
    await assertBookedOnce(product);
  });

  it('takes a later slot when the one of an interrupted attempt has passed without an event', async () => {
    const product = await paired();
    await assert.rejects(
      bookPairing({ ...product.ports, meetings: { ...product.ports.meetings, create: outage } }, work),
      /outage/,
    );
    const { slots } = await record(product);
    product.setClock(slots[0]?.end ?? '');
    await bookPairing(product.ports, work);
    assert.deepEqual((await record(product)).slot, slots[1]);
    await assertBookedOnce(product);
  });

  it('keeps the time at which the event stands, when another worker had chosen another slot', async () => {
    const product = await paired();
    const { slots } = await record(product);
    product.graph.graph.faults.next({ ...createEvent, effect: 'cut' });
    await assert.rejects(bookPairing(product.ports, work));
    product.setClock(slots[0]?.start ?? '');
    await bookPairing(
      { ...product.ports, meetings: { ...product.ports.meetings, find: async () => null } },
      work,
    );
    assert.deepEqual((await record(product)).slot, slots[0]);
    await assertBookedOnce(product);
  });

  it('gives up when every slot has passed, and both hear that it is not booked', async () => {
    const product = await paired();
    product.setClock('2026-12-20T12:00:00Z');
    await bookPairing(product.ports, work);
    await product.work();
    assert.deepEqual(await product.graph.events(), []);
    const { state, problem } = await record(product);
    assert.deepEqual([state, problem], ['failed', 'every-slot-passed']);
    assert.deepEqual(
      product.sent.map(({ reader, message }) => [reader.name, message.kind === 'unplaced' && message.reason]),
      [
        ['Ann', 'not-booked'],
        ['Ben', 'not-booked'],
      ],
    );
    const { receipt, counts } = await product.detail();
    assert.deepEqual(
      receipt.map(({ outcome, reason, told }) => [outcome, reason, told]),
      [
        ['unplaced', 'not-booked', 'sent'],
        ['unplaced', 'not-booked', 'sent'],
      ],
    );
    assert.deepEqual([counts.booked, counts.unplaced, counts.told], [0, 2, 2]);
  });

  it('deals the pairings out to the pool of organisers in turn', async () => {
    const staff = ['Eva', 'Finn', 'Gül', 'Hal'].map((name, i) =>
      employee(name, { mail: `person${i}@contoso.example` }),
    );
    const product = await start({ employees: staff });
    await product.signUp(...staff);
    product.setClock('2026-12-10T10:00:00Z');
    await tick(product.ports);
    await assert.rejects(
      product.work({
        ...product.ports,
        organisers: ['one@contoso.example', 'two@contoso.example'],
        meetings: { ...product.ports.meetings, create: outage },
      }),
      /outage/,
    );
    const organisers: string[] = [];
    for await (const { value } of product.ports.storage.pairings.list(december))
      organisers.push(value.organiser);
    assert.deepEqual(organisers, ['one@contoso.example', 'two@contoso.example']);
  });
});

async function outage(): Promise<never> {
  throw new Error('outage');
}
