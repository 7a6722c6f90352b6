// A round that was paired on Thursday 10 December 2026 at 10:00 UTC, with its pairings still to be booked.
import assert from 'node:assert/strict';
import { doStep } from '../../../core/clockwork/do-step.ts';
import { tick } from '../../../core/clockwork/tick.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { BookingWork } from '../../../core/records/work.ts';
import { employee } from '../../support/emulated-graph.ts';
import { records as recordsOf } from '../../support/stored.ts';
import { type TestProduct, useProduct } from '../../support/test-product.ts';

/** A number of employees. */
const staffOf = (size: number) =>
  Array.from({ length: size }, (_, i) =>
    employee(`Person ${i}`, { mail: `p${String(i).padStart(3, '0')}@contoso.example` }),
  );

/** For a `describe`: gives a function that makes pairings which are recorded and queued in handfuls, and not yet booked. */
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

/** Takes the handfuls to be booked from the queue. */
export function handfuls({ queue }: TestProduct): BookingWork[] {
  return queue.splice(0).flatMap(({ work }) => (work.kind === 'book' ? [work] : []));
}

/** Takes the only handful from the queue. */
export async function onlyHandful(product: TestProduct): Promise<BookingWork> {
  const [work, ...others] = handfuls(product);
  assert.ok(work);
  assert.deepEqual(others, []);
  return work;
}

/** Each pairing has exactly one event, as its record says. */
export async function assertBookedOnce(product: TestProduct, note?: string): Promise<void> {
  const events = new Map((await product.graph.events()).map((event) => [event.id, event]));
  const records = await recordsOf(product);
  assert.equal(events.size, records.length, note);
  for (const { pairing, state, event, slot, members } of records) {
    assert.equal(state, 'booked', `${note ?? ''} ${pairing}`);
    assert.ok(event && slot, note);
    const found = events.get(event.id);
    assert.equal(Date.parse(`${found?.start.dateTime.slice(0, 19)}Z`), slot.start, note);
    assert.deepEqual(event.slot, slot, note);
    assert.deepEqual(event.members.toSorted(), members.map(({ id }) => id).toSorted(), note);
    assert.deepEqual(
      found?.attendees.map(({ emailAddress }) => emailAddress.address).toSorted(),
      members.map(({ mail }) => mail).toSorted(),
      note,
    );
  }
}
