// A round that was paired on Thursday 10 December 2026 at 10:00 UTC, with its pairings still to be booked.
import assert from 'node:assert/strict';
import { bookPairings } from '../../../core/booking/book-pairings.ts';
import { doStep } from '../../../core/clockwork/do-step.ts';
import { tick } from '../../../core/clockwork/tick.ts';
import { wake } from '../../../core/mailbox/wake.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { SendWork } from '../../../core/records/work.ts';
import { employee } from '../../support/emulated-graph.ts';
import { records as recordsOf } from '../../support/stored.ts';
import { type TestProduct, useProduct } from '../../support/test-product.ts';

/** A number of employees. */
const staffOf = (size: number) =>
  Array.from({ length: size }, (_, i) =>
    employee(`Person ${i}`, { mail: `p${String(i).padStart(3, '0')}@contoso.example` }),
  );

/** For a `describe`: gives a function that makes pairings which are recorded, and not yet booked. */
export function usePaired() {
  const start = useProduct();
  return async (pairings: number, organisers = 1, log?: Ports['log']): Promise<TestProduct> => {
    const staff = staffOf(2 * pairings);
    const product = await start({ employees: staff, organisers });
    await product.signUp(...staff);
    product.setClock('2026-12-10T10:00:00Z');
    await tick(product.ports);
    const step = product.queue.shift();
    assert.ok(step?.work.kind === 'pair');
    await doStep({ ...product.ports, ...(log && { log }) }, step.work);
    return product;
  };
}

/** Wakes the mailboxes, and does what is on the queue for them, as one worker. */
export async function book(product: TestProduct, ports: Ports = product.ports): Promise<void> {
  for (const organiser of ports.organisers) await wake(ports, organiser);
  for (const work of takeSends(product)) await bookPairings(ports, work);
}

/** Takes what is for the mailboxes from the queue. */
export function takeSends({ queue }: TestProduct): SendWork[] {
  const all = queue.splice(0);
  queue.push(...all.filter(({ work }) => work.kind !== 'send'));
  return all.flatMap(({ work }) => (work.kind === 'send' ? [work] : []));
}

/** Each pairing has exactly one event, as its record says. */
export async function assertBookedOnce(product: TestProduct, note?: string): Promise<void> {
  const events = new Map((await product.graph.events()).map((event) => [event.id, event]));
  const records = await recordsOf(product);
  assert.equal(events.size, records.length, note);
  const people = await product.ports.storage.people.getMany(records.flatMap(({ members }) => members));
  for (const record of records) {
    const { pairing, members } = record;
    assert.ok(record.state === 'booked', `${note ?? ''} ${pairing}`);
    const { event } = record;
    const found = events.get(event.id);
    assert.equal(Date.parse(`${found?.start.dateTime.slice(0, 19)}Z`), event.slot.start, note);
    assert.deepEqual(event.members.toSorted(), members.toSorted(), note);
    assert.deepEqual(
      found?.attendees.map(({ emailAddress }) => emailAddress.address).toSorted(),
      members.map((id) => people.get(id)?.work?.mail).toSorted(),
      note,
    );
  }
}
