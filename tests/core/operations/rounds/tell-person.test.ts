import assert from 'node:assert/strict';
import sinon from 'sinon';
import { tellPerson } from '../../../../core/operations/rounds/tell-person.ts';
import { forgetConversation } from '../../../../core/operations/sign-up/reach.ts';
import type { Messenger } from '../../../../core/ports/messenger.ts';
import type { Ports } from '../../../../core/ports/ports.ts';
import type { OutboxRecord } from '../../../../core/rounds/records.ts';
import { idOf } from '../../../support/emulated-graph.ts';
import { ann, ben, dora } from '../../../support/people.ts';
import { december, useProduct, type TestProduct } from '../../../support/test-product.ts';

const work = { kind: 'tell', ...december, person: idOf(ann) } as const;
const out = new Error('out of order');
const key = `unmentoring:2026-12-14:p1:${idOf(ann)}`;

describe('tellPerson', () => {
  const start = useProduct();

  /** Ann and Ben have a meeting on the record, and nobody has been told: the messenger was out. */
  async function booked(): Promise<TestProduct> {
    const product = await start({ employees: [ann, ben] });
    await product.signUp(ann, ben);
    product.setClock('2026-12-10T10:00:00Z');
    const { outbox } = product.ports.storage;
    const storage = { ...product.ports.storage, outbox: { ...outbox, insert: sinon.fake.rejects(out) } };
    await assert.rejects(product.tick({ ...product.ports, storage }), out);
    product.queue.length = 0;
    return product;
  }

  function messaging({ ports }: TestProduct, send: Messenger['send']): Ports {
    return { ...ports, messenger: { send } };
  }

  async function outboxOf({ ports }: TestProduct): Promise<OutboxRecord | null> {
    return (await ports.storage.outbox.get({ ...december, key }))?.value ?? null;
  }

  it('sends once, whatever is repeated, and records the activity', async () => {
    const product = await booked();
    await tellPerson(product.ports, work);
    await tellPerson(product.ports, work);
    assert.deepEqual(
      product.sent.map((sent) => [sent.to, sent.key]),
      [['chat of Ann', key]],
    );
    const { state, activity } = (await outboxOf(product)) ?? {};
    assert.deepEqual([state, activity], ['sent', 'm1']);
  });

  it('sends once when four workers tell at once; the others come back later', async () => {
    const product = await booked();
    await Promise.all([1, 2, 3, 4].map(() => tellPerson(product.ports, work)));
    await product.work();
    assert.equal(product.sent.length, 1);
  });

  it('leaves a message alone that somebody else is sending, and comes back after the lease of two minutes', async () => {
    const product = await booked();
    const reached = Promise.withResolvers<undefined>();
    const answer = Promise.withResolvers<undefined>();
    const slow = messaging(product, async (...message) => {
      reached.resolve(undefined);
      await answer.promise;
      return product.ports.messenger.send(...message);
    });
    const first = tellPerson(slow, work);
    await reached.promise;
    await tellPerson(product.ports, work);
    assert.deepEqual(product.queue, [{ work, from: Date.parse('2026-12-10T10:02:00Z') }]);
    answer.resolve(undefined);
    await first;
    await product.work();
    assert.equal(product.sent.length, 1);
  });

  for (const { name, arrived } of [
    { name: 'records a message that had arrived before the process died', arrived: true },
    { name: 'sends a message again that never arrived before the process died', arrived: false },
  ]) {
    it(name, async () => {
      const product = await booked();
      const { outbox } = product.ports.storage;
      const died = {
        ...messaging(product, async (...message) => {
          if (arrived) await product.ports.messenger.send(...message);
          throw out;
        }),
        storage: { ...product.ports.storage, outbox: { ...outbox, replace: sinon.fake.rejects(out) } },
      };
      await assert.rejects(tellPerson(died, work), out);
      assert.equal((await outboxOf(product))?.state, 'sending');

      product.setClock('2026-12-10T10:01:59Z');
      await tellPerson(product.ports, work);
      assert.equal(product.sent.length, arrived ? 1 : 0, 'it may still be on its way');
      product.setClock('2026-12-10T10:02:00Z');
      await tellPerson(product.ports, work);
      assert.equal(product.sent.length, 1);
      assert.equal((await outboxOf(product))?.state, 'sent');
    });

    it(`${name}: at once when the connector failed and the process lived`, async () => {
      const product = await booked();
      const cut = messaging(product, async (...message) => {
        if (arrived) await product.ports.messenger.send(...message);
        throw out;
      });
      await assert.rejects(tellPerson(cut, work), out);
      assert.equal((await outboxOf(product))?.state, 'doubtful');
      assert.equal((await product.detail()).receipt.find(({ name }) => name === 'Ann')?.told, 'failed');
      await tellPerson(product.ports, work);
      assert.equal(product.sent.length, 1);
      assert.equal((await outboxOf(product))?.state, 'sent');
    });
  }

  it('sends nothing again while it cannot be known whether the message arrived', async () => {
    const product = await booked();
    await assert.rejects(tellPerson(messaging(product, sinon.fake.rejects(out)), work), out);
    await assert.rejects(
      tellPerson({ ...product.ports, chats: { find: sinon.fake.rejects(out) } }, work),
      out,
    );
    assert.equal(product.sent.length, 0);
  });

  it('takes a block as a state: recorded, not repeated, and shown to the coordinator', async () => {
    const product = await booked();
    const blocked = sinon.fake.resolves({ kind: 'unreachable' } as const);
    await tellPerson(messaging(product, blocked), work);
    await tellPerson(messaging(product, blocked), work);
    assert.equal(blocked.callCount, 1);
    assert.equal((await product.ports.storage.people.get(idOf(ann)))?.value.reachable, false);
    assert.equal((await product.detail()).receipt.find(({ name }) => name === 'Ann')?.told, 'unreachable');
  });

  for (const interrupted of [false, true]) {
    it(`writes nothing to somebody who removed the app${interrupted ? ' after a send was interrupted' : ''}`, async () => {
      const product = await booked();
      if (interrupted)
        await assert.rejects(tellPerson(messaging(product, sinon.fake.rejects(out)), work), out);
      await forgetConversation(product.ports, idOf(ann));
      const chats = { find: sinon.fake.rejects(new Error('there is no chat to look into')) };
      await tellPerson({ ...product.ports, chats }, work);
      assert.equal(product.sent.length, 0);
      assert.equal((await outboxOf(product))?.state, 'unreachable');
    });
  }

  it('waits with the message while the meeting is not booked', async () => {
    const product = await start({ employees: [ann, ben] });
    await product.signUp(ann, ben);
    product.setClock('2026-12-10T10:00:00Z');
    const meetings = { ...product.ports.meetings, create: sinon.fake.rejects(out) };
    await assert.rejects(product.tick({ ...product.ports, meetings }), out);
    await tellPerson(product.ports, work);
    assert.equal(product.sent.length, 0);
    assert.equal(await outboxOf(product), null);
  });

  it('is an error for somebody who has no place in the round', async () => {
    const product = await booked();
    await assert.rejects(
      tellPerson(product.ports, { ...work, person: idOf(dora) }),
      /has no place in round 2026-12-14/,
    );
  });
});
