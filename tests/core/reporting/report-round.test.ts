import assert from 'node:assert/strict';
import { forgetConversation, remember } from '../../../core/enrolment/reach.ts';
import { sayMet } from '../../../core/following-up/say-met.ts';
import { slotOf } from '../../../core/records/pairing.ts';
import { dying, untilDeath } from '../../support/dying.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem, dora, eve } from '../../support/people.ts';
import { records } from '../../support/stored.ts';
import { december, type TestProduct, useProduct } from '../../support/test-product.ts';

/** How often a round may be interrupted at most: at each of its effects. */
const mostEffects = 200;

describe('a coordinator', () => {
  const start = useProduct();

  /** What coordinators heard, and when each was told. */
  function heard({ sent }: TestProduct): string[] {
    return sent.flatMap(({ reader, message, key }) => {
      if (message.kind !== 'coordinator') return [];
      const { about, ...figures } = message.report;
      assert.ok(key.startsWith(`coordinator:${december.scheme}:${december.round}:${about}:`), key);
      return [`${reader.name}: ${about} ${Object.values(figures).join(' ')}`];
    });
  }

  /** Ann and Ben take part, and Ann is the coordinator. */
  async function begun(): Promise<TestProduct> {
    const product = await start({ employees: [ann, ben], scheme: { coordinators: [idOf(ann)] } });
    await product.signUp(ann, ben);
    return product;
  }

  /** Ann and Ben met and said so, and their week is almost over. */
  async function metBoth(): Promise<TestProduct> {
    const product = await begun();
    await product.tickAt('2026-12-10T10:00:00Z');
    await product.tickAt('2026-12-10T10:15:00Z');
    const [pairing] = await records(product);
    const slot = pairing && slotOf(pairing);
    assert.ok(pairing && slot);
    product.setClock(slot.end);
    for (const person of [ann, ben]) {
      const answer = { ...december, pairing: pairing.pairing, start: slot.start, said: 'yes' } as const;
      const { kind } = await sayMet(product.ports, idOf(person), answer);
      assert.equal(kind, 'yes');
    }
    return product;
  }

  it('hears how many are paired, once, however often the clock ticks', async () => {
    const product = await begun();
    for (const at of ['10:00', '10:15', '10:30', '11:00', '12:00']) {
      await product.tickAt(`2026-12-10T${at}:00Z`);
    }
    assert.deepEqual(heard(product), ['Ann: paired 1 0 0']);
  });

  it('who never took part hears in the working hours of the scheme', async () => {
    const product = await start({ employees: [ann, ben], scheme: { coordinators: [idOf(eve)] } });
    await product.signUp(ann, ben);
    await remember(product.ports, { id: idOf(eve), name: eve.name }, 'chat of Eve');
    await product.tickAt('2026-12-10T18:00:00Z');
    assert.deepEqual(heard(product), [], 'it is evening');
    await product.tickAt('2026-12-11T08:45:00Z');
    assert.deepEqual(heard(product), [], 'it is early');
    await product.tickAt('2026-12-11T09:30:00Z');
    assert.deepEqual(heard(product), ['Eve: paired 1 0 0']);
  });

  it('whom the bot cannot reach is left out, and the others hear', async () => {
    const product = await start({ employees: [ann, ben], scheme: { coordinators: [idOf(eve), idOf(ann)] } });
    await product.signUp(ann, ben);
    await product.tickAt('2026-12-10T10:00:00Z');
    await product.tickAt('2026-12-10T10:15:00Z');
    assert.deepEqual(heard(product), ['Ann: paired 1 0 0']);
    await product.tickAt('2026-12-11T09:00:00Z');
    assert.deepEqual(
      heard(product),
      ['Ann: paired 1 0 0'],
      'nor does she count as a participant who was not reached',
    );
  });

  it('hears once of people who were not reached, after the first look of the next day', async () => {
    const people = [ann, ben, cem, dora];
    const product = await start({ employees: people, scheme: { coordinators: [idOf(ann)] } });
    await product.signUp(...people);
    await forgetConversation(product.ports, idOf(dora));
    await product.tickAt('2026-12-10T10:00:00Z');
    await product.tickAt('2026-12-10T11:00:00Z');
    assert.equal(
      heard(product).some((said) => said.includes('not-reached')),
      false,
      'not the same day',
    );
    for (const at of ['11T09:00', '11T09:15', '11T09:30', '11T10:00', '14T09:00']) {
      await product.tickAt(`2026-12-${at}:00Z`);
    }
    const notReached = heard(product).filter((said) => said.includes('not-reached'));
    assert.deepEqual(notReached, ['Ann: needs-a-hand not-reached 1 4']);
  });

  it('hears of messages that a queue gave up: once for each queue and round, and before the first round too', async () => {
    const product = await begun();
    let messages = [
      { queue: 'bookings', messages: 2 },
      { queue: 'steps', messages: 0 },
    ];
    const ports = { ...product.ports, poison: { ...product.ports.poison, counts: async () => messages } };
    await product.tickAt('2026-12-07T08:00:00Z', ports);
    assert.deepEqual(heard(product), [], 'it is early');
    await product.tickAt('2026-12-07T09:00:00Z', ports);
    await product.tickAt('2026-12-07T09:30:00Z', ports);
    assert.deepEqual(heard(product), ['Ann: needs-a-hand poison-messages 2 2 bookings']);
    messages = [
      { queue: 'bookings', messages: 3 },
      { queue: 'steps', messages: 1 },
    ];
    await product.tickAt('2026-12-07T10:00:00Z', ports);
    await product.tickAt('2026-12-07T10:30:00Z', ports);
    await product.tickAt('2026-12-07T10:45:00Z', ports);
    assert.deepEqual(heard(product).slice(1), ['Ann: needs-a-hand poison-messages 1 1 steps']);
  });

  it('hears on the first morning after the round was closed what became of everybody', async () => {
    const product = await metBoth();
    for (
      let at = Date.parse('2026-12-21T00:00:00Z');
      at < Date.parse('2026-12-21T09:00:00Z');
      at += 15 * 60_000
    ) {
      await product.tickAt(at);
    }
    assert.equal((await product.detail()).stage, 'closed');
    assert.deepEqual(heard(product), ['Ann: paired 1 0 0']);
    for (const at of ['09:00', '09:15', '10:00']) await product.tickAt(`2026-12-21T${at}:00Z`);
    assert.deepEqual(heard(product), ['Ann: paired 1 0 0', 'Ann: closed 2 2 2 0 0']);
  });

  for (const { what, begin, at, last, told } of [
    {
      what: 'the plan',
      begin: begun,
      at: '2026-12-10T10:00:00Z',
      last: '2026-12-10T10:30:00Z',
      told: ['Ann: paired 1 0 0'],
    },
    {
      what: 'the figures',
      begin: metBoth,
      at: '2026-12-21T00:00:00Z',
      last: '2026-12-21T09:30:00Z',
      told: ['Ann: paired 1 0 0', 'Ann: closed 2 2 2 0 0'],
    },
  ]) {
    it(`hears ${what} once, wherever the process is killed`, async function () {
      this.timeout(60_000);
      for (let effects = 1; effects <= mostEffects; effects++) {
        const product = await begin();
        const mortal = dying(product.ports, effects);
        await untilDeath(product.tickAt(at, mortal.ports));
        // What was on the queue was given up: only ticks go on.
        product.queue.splice(0);
        const minutes = (Date.parse(last) - Date.parse(at)) / 60_000;
        for (let passed = 15; passed <= minutes; passed += 15) {
          await product.tickAt(Date.parse(at) + passed * 60_000);
        }
        assert.deepEqual(heard(product), told, `killed after ${mortal.effects.at(-1)}`);
        if (!mortal.died()) return;
      }
      assert.fail(`it never ended in ${mostEffects} effects`);
    });
  }
});
