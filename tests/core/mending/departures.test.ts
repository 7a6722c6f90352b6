import assert from 'node:assert/strict';
import { forgetConversation } from '../../../core/enrolment/reach.ts';
import { noEvent, slotOf } from '../../../core/records/pairing.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, eve } from '../../support/people.ts';
import { records } from '../../support/stored.ts';
import { callerOf, useProduct } from '../../support/test-product.ts';
import { assertOneEvent, gist, useBookedRound } from './repaired-round.ts';

describe('a meeting that a member cannot come to', () => {
  const start = useProduct();
  const booked = useBookedRound();

  it('is cancelled at once when somebody leaves, and the other is told once', async () => {
    const { product, outlook, bot, said } = await booked([ann, ben]);
    await bot.leave(callerOf(ben), null);
    await product.work();
    const [pairing] = await records(product);
    assert.deepEqual([pairing?.state, pairing?.event], ['cancelled', noEvent]);
    assert.deepEqual([await outlook.calendar(ann), await outlook.calendar(ben)], [[], []]);
    assert.deepEqual(said(), ['Ann: called off with Ben']);
    const { receipt } = await product.detail();
    assert.deepEqual(
      receipt.map(({ name, outcome, reason }) => [name, outcome, reason]),
      [
        ['Ann', 'unplaced', 'partner-left'],
        ['Ben', 'unplaced', 'withdrew'],
      ],
    );
    await product.tickAt('2026-12-10T12:00:00Z');
    assert.equal(said().length, 1, 'nothing more is said');
  });

  for (const { why, happens, reason } of [
    {
      why: 'pauses over the meeting',
      happens: ({ bot }) => bot.pause(callerOf(ben), null, '2027-01-04'),
      reason: 'withdrew',
    },
    {
      why: 'removes the app',
      happens: ({ product }) => forgetConversation(product.ports, idOf(ben)),
      reason: 'unreachable',
    },
    {
      why: 'is gone from the directory',
      happens: async ({ product }) => {
        product.graph.graph.leave(ben.mail);
        await product.tickAt('2026-12-10T19:00:00Z');
        assert.equal((await records(product))[0]?.state, 'booked', 'the directory is read once a day');
        await product.tickAt('2026-12-11T07:00:00Z');
        assert.equal((await records(product))[0]?.state, 'cancelled');
        await product.tickAt('2026-12-11T09:00:00Z');
      },
      reason: 'not-in-directory',
    },
  ] satisfies {
    why: string;
    happens: (world: Awaited<ReturnType<typeof booked>>) => Promise<unknown>;
    reason: string;
  }[]) {
    it(`is cancelled when somebody ${why}`, async () => {
      const world = await booked([ann, ben]);
      const { product, outlook, said } = world;
      await happens(world);
      await product.work();
      assert.deepEqual(await outlook.calendar(ann), []);
      assert.deepEqual(said(), ['Ann: called off with Ben']);
      const { receipt } = await product.detail();
      assert.equal(receipt.find(({ name }) => name === 'Ben')?.reason, reason);
    });
  }

  it('is cancelled when somebody pauses without a date, and no later round is skipped', async () => {
    const { product, bot, outlook } = await booked([ann, ben]);
    const paused = await bot.pause(callerOf(ben), null, null);
    assert.equal(paused.kind === 'paused' && paused.until, '2026-12-21');
    await product.work();
    assert.deepEqual(await outlook.calendar(ann), []);
  });

  it('is cancelled when telling a member shows that they blocked the app', async () => {
    const product = await start({ employees: [ann, ben] });
    await product.signUp(ann, ben);
    product.setClock('2026-12-10T10:00:00Z');
    const { messenger } = product.ports;
    const ports = {
      ...product.ports,
      messenger: {
        ...messenger,
        send: (...args: Parameters<typeof messenger.send>) =>
          args[1].name === 'Ben'
            ? Promise.resolve({ kind: 'unreachable' as const })
            : messenger.send(...args),
      },
    };
    await product.tick(ports);
    await product.tick(ports);
    assert.deepEqual(await product.graph.events(), []);
    assert.deepEqual(
      product.sent.map(({ reader, message }) => `${reader.name}: ${gist(message)}`),
      ['Ann: booked', 'Ann: called off with Ben'],
    );
  });

  it('goes on as a pair when one of three leaves', async () => {
    const { product, outlook, bot, said } = await booked([ann, ben, eve]);
    const [trio] = await records(product);
    assert.equal(trio?.members.length, 3);
    await bot.leave(callerOf(eve), null);
    await product.work();
    const [pair] = await records(product);
    assert.ok(pair);
    assert.deepEqual(slotOf(pair), slotOf(trio));
    assert.deepEqual(pair.members.toSorted(), [ann, ben].map(idOf).sort());
    await assertOneEvent(product, pair);
    assert.deepEqual(await outlook.calendar(eve), []);
    assert.deepEqual(said(), ['Ann: member-left by Eve', 'Ben: member-left by Eve']);
  });

  it('goes on with two who still choose when one of three leaves, and says who left', async () => {
    const { product, bot, said } = await booked([ann, ben, eve], { scheme: { booking: 'suggestions' } });
    await bot.leave(callerOf(eve), null);
    await product.work();
    assert.deepEqual(said(), ['Ann: member-left by Eve, 3 slots', 'Ben: member-left by Eve, 3 slots']);
  });
});
