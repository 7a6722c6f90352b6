import assert from 'node:assert/strict';
import sinon from 'sinon';
import { bookPairings } from '../../../core/booking/book-pairings.ts';
import { doStep } from '../../../core/clockwork/do-step.ts';
import { tick } from '../../../core/clockwork/tick.ts';
import { forgetConversation } from '../../../core/enrolment/reach.ts';
import type { Messenger } from '../../../core/ports/messenger.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { OutboxRecord } from '../../../core/records/outbox.ts';
import { coreOf, noEvent, type PairingRecord } from '../../../core/records/pairing.ts';
import type { MessageWork } from '../../../core/records/work.ts';
import { changePairing } from '../../../core/rounds/change-pairing.ts';
import { change } from '../../../core/shared/change.ts';
import { messagesToMembers, messageTo, type Told, tellUnplaced } from '../../../core/telling/new-messages.ts';
import { tellPeople } from '../../../core/telling/tell-people.ts';
import { dying, untilDeath } from '../../support/dying.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, dora, doraIsAway } from '../../support/people.ts';
import { placement, tenOn } from '../../support/records.ts';
import { record } from '../../support/stored.ts';
import { december, type TestProduct, useProduct } from '../../support/test-product.ts';

const work: MessageWork = { kind: 'tell', ...december, pairings: ['p00001'], people: [] };
const out = new Error('out of order');
const keyOf = (person: typeof ann, revision = 0) =>
  `pairing:unmentoring:2026-12-14:p00001:${revision}:${idOf(person)}`;

describe('tellPeople', () => {
  const start = useProduct();

  /** Ann and Ben have a meeting on the record, Dora has none, and nobody has been told yet. */
  async function booked(): Promise<TestProduct> {
    const product = await start({ employees: [ann, ben, dora], busy: doraIsAway });
    await product.signUp(ann, ben, dora);
    product.setClock('2026-12-10T10:00:00Z');
    await tick(product.ports);
    for (let next = product.queue.shift(); next !== undefined; next = product.queue.shift()) {
      if (next.work.kind === 'send') await bookPairings(product.ports, next.work);
      else if ('round' in next.work && next.work.kind !== 'tell') await doStep(product.ports, next.work);
    }
    return product;
  }

  /** The messenger fails or refuses for Ann; Ben's messages arrive. */
  function messaging({ ports }: TestProduct, toAnn: Messenger['send']): Ports {
    const send: Messenger['send'] = (to, reader, ...message) =>
      reader.id === idOf(ann) ? toAnn(to, reader, ...message) : ports.messenger.send(to, reader, ...message);
    return { ...ports, messenger: { ...ports.messenger, send } };
  }

  async function outboxOf({ ports }: TestProduct, person = ann, revision = 0): Promise<OutboxRecord | null> {
    const key = { ...december, pairing: 'p00001', person: idOf(person), key: keyOf(person, revision) };
    return (await ports.storage.outbox.get(key))?.value ?? null;
  }

  /** Changes the pairing, and stores what its members are to be told of that. */
  async function revise(
    { ports }: TestProduct,
    told: Told,
    changed: (pairing: PairingRecord) => PairingRecord = (pairing) => pairing,
  ): Promise<void> {
    await changePairing(ports, { ...december, pairing: 'p00001' }, (current) => {
      const pairing = { ...changed(current), revision: current.revision + 1 };
      return { pairing, messages: messagesToMembers(pairing, told, ports.now()) };
    });
  }

  const names = ({ sent }: TestProduct) => sent.map(({ reader }) => reader.name).sort();

  it('tells each member once, whatever is repeated, and records the activities', async () => {
    const product = await booked();
    await tellPeople(product.ports, work);
    await tellPeople(product.ports, work);
    assert.deepEqual(
      product.sent.map((sent) => [sent.to, sent.key]).sort(),
      [
        ['chat of Ann', keyOf(ann)],
        ['chat of Ben', keyOf(ben)],
      ].sort(),
    );
    for (const person of [ann, ben]) {
      const { state, activity } = (await outboxOf(product, person)) ?? {};
      assert.equal(state, 'sent');
      assert.match(activity ?? '', /^m[12]$/);
    }
  });

  it('says with whom and when, and how to write to them', async () => {
    const product = await booked();
    await tellPeople(product.ports, work);
    const message = product.sent.find(({ reader }) => reader.name === 'Ann')?.message;
    assert.ok(message?.kind === 'pairing');
    assert.deepEqual([message.news, message.because], ['booked', null]);
    assert.deepEqual([message.pairing.state, message.pairing.revision], ['booked', 0]);
    assert.deepEqual(message.pairing.partners, [
      { id: idOf(ben), name: 'Ben', mail: ben.mail, zone: 'Europe/London', answer: 'none' },
    ]);
    assert.match(message.pairing.joinUrl ?? '', /^https:/);
  });

  it('tells people without a pairing why, and nobody who was placed meanwhile', async () => {
    const product = await booked();
    const people = [ann, ben, dora].map(idOf);
    await tellUnplaced(product.ports, [placement(idOf(ann), { reason: 'joined-late' })]);
    await tellPeople(product.ports, { ...work, pairings: [], people });
    assert.deepEqual(
      product.sent.map(({ key, message }) => [key, message.kind === 'unplaced' && message.reason]),
      [[`pairing:unmentoring:2026-12-14:none:0:${idOf(dora)}`, 'away-all-week']],
    );
    const open: string[] = [];
    for await (const { value } of product.ports.storage.outbox.open({ ...december, people }))
      open.push(value.key);
    assert.deepEqual(open, [], 'and asks for none of them again');
  });

  it('uses the names, addresses and chats that are known when it sends', async () => {
    const product = await booked();
    await change(product.ports.storage.people, idOf(ben), (known) =>
      known?.work
        ? { ...known, work: { ...known.work, name: 'Benedict', office: 'York' }, conversation: 'new chat' }
        : null,
    );
    await tellPeople(product.ports, work);
    const [toAnn, toBen] = ['chat of Ann', 'new chat'].map((chat) =>
      product.sent.find(({ to }) => to === chat),
    );
    assert.ok(toAnn?.message.kind === 'pairing');
    assert.deepEqual(
      toAnn.message.pairing.partners.map(({ name, office }) => [name, office]),
      [['Benedict', 'York']],
    );
    assert.equal(toBen?.reader.name, 'Benedict');
    const stored = JSON.stringify([await record(product), await outboxOf(product)]);
    assert.ok(!stored.includes('Ben'), 'the round itself has no name');
  });

  it('tells everybody once, wherever the worker dies between pairing and telling, with all it had queued', async () => {
    let deaths = 0;
    for (let at = 1; ; at++) {
      const product = await start({ employees: [ann, ben, dora], busy: doraIsAway });
      await product.signUp(ann, ben, dora);
      product.setClock('2026-12-10T10:00:00Z');
      const mortal = dying(product.ports, at);
      await untilDeath(product.tick(mortal.ports));
      if (!mortal.died()) break;
      deaths += 1;
      product.queue.splice(0);
      for (const later of ['10:15', '10:30', '10:45']) await product.tickAt(`2026-12-10T${later}:00Z`);
      assert.deepEqual(names(product), ['Ann', 'Ben', 'Dora'], `killed after effect ${at}`);
      assert.equal((await product.graph.events()).length, 1, `killed after effect ${at}`);
    }
    assert.ok(deaths > 10, `${deaths} effects`);
  });

  it('tells once when four workers tell at once; the others come back later', async () => {
    const product = await booked();
    await Promise.all([1, 2, 3, 4].map(() => tellPeople(product.ports, work)));
    await product.work();
    assert.deepEqual(names(product), ['Ann', 'Ben']);
  });

  it('leaves messages alone that somebody else is sending, and comes back after the lease of two minutes', async () => {
    const product = await booked();
    const reached = Promise.withResolvers<undefined>();
    const answer = Promise.withResolvers<undefined>();
    const slow = messaging(product, async (...message) => {
      reached.resolve(undefined);
      await answer.promise;
      return product.ports.messenger.send(...message);
    });
    const first = tellPeople(slow, work);
    await reached.promise;
    await tellPeople(product.ports, work);
    const waiting = product.queue.filter(({ work: { kind } }) => kind === 'tell');
    assert.deepEqual(waiting, [{ work, from: Date.parse('2026-12-10T10:02:00Z') }]);
    answer.resolve(undefined);
    await first;
    await product.work();
    assert.deepEqual(names(product), ['Ann', 'Ben']);
  });

  for (const { name, arrived } of [
    { name: 'records a message that had arrived before the process died', arrived: true },
    { name: 'sends a message again that never arrived before the process died', arrived: false },
  ]) {
    it(name, async () => {
      const product = await booked();
      const { outbox } = product.ports.storage;
      // The claims are written; the process dies while it sends, so that nothing else is.
      const write: typeof outbox.write = (changes) =>
        changes.every(({ value }) => value.state === 'sending') ? outbox.write(changes) : Promise.reject(out);
      const died = {
        ...messaging(product, async (...message) => {
          if (arrived) await product.ports.messenger.send(...message);
          throw out;
        }),
        storage: { ...product.ports.storage, outbox: { ...outbox, write } },
      };
      await assert.rejects(tellPeople(died, work), out);
      assert.equal((await outboxOf(product))?.state, 'sending');

      product.setClock('2026-12-10T10:01:59Z');
      await tellPeople(product.ports, work);
      assert.deepEqual(names(product), arrived ? ['Ann', 'Ben'] : ['Ben'], 'it may still be on its way');
      product.setClock('2026-12-10T10:02:00Z');
      await tellPeople(product.ports, work);
      assert.deepEqual(names(product), ['Ann', 'Ben']);
      assert.equal((await outboxOf(product))?.state, 'sent');
    });

    it(`${name}: at once when the connector failed and the process lived`, async () => {
      const product = await booked();
      const cut = messaging(product, async (...message) => {
        if (arrived) await product.ports.messenger.send(...message);
        throw out;
      });
      await assert.rejects(tellPeople(cut, work), out);
      assert.equal((await outboxOf(product))?.state, 'doubtful');
      assert.equal((await outboxOf(product, ben))?.state, 'sent', 'who was told is on the record');
      await tellPeople(product.ports, work);
      assert.deepEqual(names(product), ['Ann', 'Ben']);
      assert.equal((await outboxOf(product))?.state, 'sent');
    });
  }

  it('sends nothing again while it cannot be known whether the message arrived', async () => {
    const product = await booked();
    await assert.rejects(tellPeople(messaging(product, sinon.fake.rejects(out)), work), out);
    const blind = { ...product.ports, chats: { find: sinon.fake.rejects(out) } };
    await assert.rejects(tellPeople(blind, work), out);
    assert.deepEqual(names(product), ['Ben']);
  });

  it('takes a block as a state: recorded, not repeated, and the round is looked after for the partner', async () => {
    const product = await booked();
    const blocked = sinon.fake.resolves({ kind: 'unreachable' } as const);
    await tellPeople(messaging(product, blocked), work);
    assert.deepEqual(
      product.queue.map(({ work: asked }) => asked),
      [{ kind: 'look-at-changes', ...december }],
    );
    await tellPeople(messaging(product, blocked), work);
    assert.equal(blocked.callCount, 1);
    assert.equal((await product.ports.storage.people.get(idOf(ann)))?.value.reachable, false);
    assert.equal((await outboxOf(product))?.state, 'unreachable');
  });

  it('asks for the round to be looked after before the block is on the record', async () => {
    const product = await booked();
    const blocked = messaging(product, sinon.fake.resolves({ kind: 'unreachable' } as const));
    await assert.rejects(tellPeople({ ...blocked, queue: { put: sinon.fake.rejects(out) } }, work), out);
    assert.equal((await outboxOf(product))?.state, 'sending');
  });

  for (const interrupted of [false, true]) {
    it(`writes nothing to somebody who removed the app${interrupted ? ' after a send was interrupted' : ''}`, async () => {
      const product = await booked();
      if (interrupted)
        await assert.rejects(tellPeople(messaging(product, sinon.fake.rejects(out)), work), out);
      await forgetConversation(product.ports, idOf(ann));
      const chats = { find: sinon.fake.rejects(new Error('there is no chat to look into')) };
      await tellPeople({ ...product.ports, chats }, work);
      assert.deepEqual(names(product), ['Ben']);
      assert.equal((await outboxOf(product))?.state, 'unreachable');
    });
  }

  describe('about the latest revision', () => {
    it('tells each once a revision, and who brought it about', async () => {
      const product = await booked();
      await tellPeople(product.ports, work);
      await revise(product, { news: 'moved', because: idOf(ben) });
      await tellPeople(product.ports, work);
      await tellPeople(product.ports, work);
      const later = product.sent.slice(2);
      assert.deepEqual(later.map(({ key }) => key).sort(), [keyOf(ann, 1), keyOf(ben, 1)].sort());
      const because = later.map(({ reader, message }) => [
        reader.name,
        message.kind === 'pairing' && message.because,
      ]);
      assert.deepEqual(Object.fromEntries(because), { Ann: { name: 'Ben' }, Ben: 'you' });
    });

    it('tells those alone whom it concerns', async () => {
      const product = await booked();
      await tellPeople(product.ports, work);
      await revise(product, { news: 'kept', because: null, to: [idOf(ann)] });
      await tellPeople(product.ports, work);
      assert.deepEqual(
        product.sent.slice(2).map(({ reader }) => reader.name),
        ['Ann'],
      );
    });

    it('tells the latest of several that were not sent, and never the others', async () => {
      const product = await booked();
      await revise(product, { news: 'moved', because: idOf(ben), to: [idOf(ann)] });
      await tellPeople(product.ports, work);
      assert.deepEqual(product.sent.map(({ key }) => key).sort(), [keyOf(ann, 1), keyOf(ben)].sort());
      assert.equal((await outboxOf(product))?.state, 'overtaken');
      await tellPeople(product.ports, work);
      assert.equal(product.sent.length, 2);
    });

    for (const { at, said } of [
      { at: '2026-12-18T16:59:59Z', said: ['called-off', 'called-off'] },
      { at: '2026-12-20T23:59:59Z', said: [] },
      { at: '2026-12-21T09:00:00Z', said: [] },
    ]) {
      it(`says that a meeting is called off in working hours, until its week ends: ${at}`, async () => {
        const product = await booked();
        await changePairing(product.ports, { ...december, pairing: 'p00001' }, (current) => {
          const core = { ...coreOf(current), revision: 1, event: noEvent };
          const pairing = { ...core, state: 'cancelled', because: null, isOver: false } as const;
          const messages = pairing.members.map((person) =>
            messageTo(person, pairing, { kind: 'called-off' }, 0),
          );
          return { pairing, messages };
        });
        product.setClock(at);
        await tellPeople(product.ports, work);
        assert.deepEqual(
          product.sent.map(({ message }) => message.kind),
          said,
        );
      });
    }

    it('waits while the calendar is not in line with it', async () => {
      const product = await booked();
      await revise(product, { news: 'moved', because: null }, (current) => ({
        ...coreOf(current),
        state: 'planned',
        slot: tenOn(17),
        promised: false,
        answers: {},
      }));
      await tellPeople(product.ports, work);
      assert.deepEqual(product.sent, []);
      assert.equal((await outboxOf(product, ann, 1))?.state, 'unsent');
    });
  });

  it('has the earlier card of a meeting that changed say so, and never fails because of that', async () => {
    const product = await booked();
    await tellPeople(product.ports, work);
    await revise(product, { news: 'moved', because: null });
    const refreshed: string[] = [];
    const update: Messenger['update'] = async (_to, activity, _reader, message, key) => {
      refreshed.push(`${activity} ${message.kind} ${key}`);
      throw out;
    };
    const { messenger } = product.ports;
    await tellPeople({ ...product.ports, messenger: { ...messenger, update } }, work);
    assert.deepEqual(refreshed.sort(), [`m1 pairing ${keyOf(ann)}`, `m2 pairing ${keyOf(ben)}`]);
    assert.equal((await outboxOf(product, ann, 1))?.state, 'sent');
  });

  it('reads nothing more for first messages', async () => {
    const product = await booked();
    const update = sinon.fake.resolves(undefined);
    const get = sinon.spy(product.ports.storage.outbox, 'get');
    await tellPeople({ ...product.ports, messenger: { ...product.ports.messenger, update } }, work);
    assert.equal(update.callCount + get.callCount, 0);
  });
});
