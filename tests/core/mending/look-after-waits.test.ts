import assert from 'node:assert/strict';
import sinon from 'sinon';
import { lookAfterRound } from '../../../core/mending/look-after-round.ts';
import { tick } from '../../../core/clockwork/tick.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { organiser } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { december, useProduct, type TestProduct } from '../../support/test-product.ts';

describe('a look that finds the mailbox taken', () => {
  const start = useProduct();

  /** Ann and Ben are booked. It is 11:00 UTC, an hour after they were paired. */
  async function booked(): Promise<TestProduct> {
    const product = await start({ employees: [ann, ben] });
    await product.signUp(ann, ben);
    await product.tickAt('2026-12-10T10:00:00Z');
    product.setClock('2026-12-10T11:00:00Z');
    return product;
  }

  /** Ports of a worker to which, once it has read free/busy, another one seems to hold the mailbox until 11:01:40 UTC. */
  function late({ ports }: TestProduct, log: Ports['log']): Ports {
    const { budgets } = ports.storage;
    return {
      ...ports,
      log,
      storage: { ...ports.storage, budgets: { ...budgets } },
      calendars: {
        ...ports.calendars,
        async freeBusy(...asked) {
          const read = await ports.calendars.freeBusy(...asked);
          const found = await budgets.get(organiser.mail);
          assert.ok(found);
          const turn = { holder: 'other', key: 'other', until: Date.parse('2026-12-10T11:01:40Z') };
          await budgets.replace({ ...found.value, turn }, found.version);
          return read;
        },
      },
    };
  }

  const look = (ports: Ports) => lookAfterRound(ports, december.scheme, december.round);
  const round = async ({ ports }: TestProduct) => (await ports.storage.rounds.get(december))?.value;

  it('comes back once, however often others look or the clock ticks meanwhile, and logs it', async () => {
    const product = await booked();
    const before = (await round(product))?.answersCheckedAt;
    const log = sinon.spy();
    await look(late(product, log));
    const waiting = { work: { kind: 'look-after', ...december }, from: Date.parse('2026-12-10T11:01:41Z') };
    assert.deepEqual(product.queue, [waiting]);
    assert.deepEqual(
      log.args.filter(([event]) => event === 'waiting for the mailbox'),
      [['waiting for the mailbox', { ...december, mailboxes: 1, seconds: 89 }]],
      'eleven seconds it waited itself',
    );

    await look(product.ports);
    product.setClock('2026-12-10T11:01:30Z');
    await tick(product.ports);
    assert.deepEqual(
      product.queue.filter(({ work }) => work.kind === 'look-after'),
      [waiting],
    );
    assert.equal((await round(product))?.answersCheckedAt, before);

    await product.work();
    assert.equal((await round(product))?.answersCheckedAt, Date.parse('2026-12-10T11:01:41.000Z'));
    assert.deepEqual(product.queue, []);
  });

  it('comes back once when another look waits already', async () => {
    const product = await booked();
    const slow: Ports = {
      ...late(product, () => undefined),
      calendars: {
        ...product.ports.calendars,
        async freeBusy(...asked) {
          const read = await product.ports.calendars.freeBusy(...asked);
          await look(late(product, () => undefined));
          assert.equal(product.queue.length, 1);
          return read;
        },
      },
    };
    await look(slow);
    assert.equal(product.queue.length, 1);
  });

  it('is queued again by the clock when its message was lost', async () => {
    const product = await booked();
    await look(late(product, () => undefined));
    product.queue.length = 0;
    await product.tickAt('2026-12-10T11:15:00Z');
    assert.equal((await round(product))?.answersCheckedAt, Date.parse('2026-12-10T11:15:00.000Z'));
  });
});
