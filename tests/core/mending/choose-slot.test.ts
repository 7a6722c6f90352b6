import assert from 'node:assert/strict';
import { conversationOperations } from '../../../core/conversation/operations.ts';
import type { ChooseResult } from '../../../core/mending/other-times.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { slotOf } from '../../../core/records/pairing.ts';
import { change } from '../../../core/shared/change.ts';
import { bookedRound } from '../../support/booked-round.ts';
import { ann, ben } from '../../support/people.ts';
import { record } from '../../support/stored.ts';
import { callerOf, december, useProduct } from '../../support/test-product.ts';

const pairing = 'p00001';
/** A time at which nobody works. */
const inVain = { start: '2026-12-16T03:00:00.000Z', end: '2026-12-16T03:30:00.000Z' };

describe('a press on an earlier card', () => {
  const start = useProduct();

  const booked = () => bookedRound(start, [ann, ben]);

  it('counts after another’s proposal was refused, and counts once when repeated', async () => {
    const { product, outlook, bot, look, said } = await booked();
    const times = await bot.otherTimes(callerOf(ann));
    assert.ok(times.kind === 'offered');
    const card = times.pairing;
    await outlook.respond(ben, 'tentativelyAccept', inVain);
    await look('2026-12-10T11:00:00Z');
    assert.deepEqual(said(), ['Ben: kept']);

    const press = { pairing, revision: card.revision, start: Date.parse(card.offer?.[1]?.start ?? '') };
    assert.equal(gist(await bot.choose(callerOf(ann), press)), 'chosen');
    assert.equal(gist(await bot.choose(callerOf(ann), press)), 'chosen');
    await product.work();
    const after = await record(product);
    assert.deepEqual([slotOf(after)?.start, after.revision], [press.start, card.revision + 2]);
    assert.deepEqual(said().slice(1), ['Ben: chosen']);
  });

  it('counts when another’s proposal is refused at the same moment', async () => {
    const { product, bot } = await booked();
    const { slots } = await record(product);
    const { pairings } = product.ports.storage;
    const meanwhile: Ports = {
      ...product.ports,
      storage: {
        ...product.ports.storage,
        pairings: {
          ...pairings,
          writeWith: async (changes) => {
            await change(pairings, { ...december, pairing }, (now) =>
              now?.revision === 0 ? { ...now, revision: 1 } : null,
            );
            return pairings.writeWith(changes);
          },
        },
      },
    };
    const press = { pairing, revision: 0, start: slots[1]?.start ?? 0 };
    assert.equal(gist(await conversationOperations(meanwhile).choose(callerOf(ann), press)), 'chosen');
    assert.equal(gist(await bot.choose(callerOf(ann), press)), 'chosen');
    assert.equal((await record(product)).revision, 2);
  });

  it('is refused when the meeting has moved since, and when no such card was sent', async () => {
    const { product, outlook, bot, look } = await booked();
    const { slots } = await record(product);
    await outlook.respond(ben, 'decline');
    await look('2026-12-10T11:00:00Z');
    const moved = await record(product);
    for (const revision of [0, moved.revision + 1, -1]) {
      const press = { pairing, revision, start: slots[3]?.start ?? 0 };
      assert.equal(gist(await bot.choose(callerOf(ann), press)), 'refused, changed', `${revision}`);
    }
    assert.deepEqual(await record(product), moved);
  });

  it('changes nothing when the meeting is already at that time', async () => {
    const { product, outlook, bot, look, said } = await booked();
    await outlook.respond(ben, 'decline');
    await look('2026-12-10T11:00:00Z');
    const moved = await record(product);
    const press = { pairing, revision: 0, start: slotOf(moved)?.start ?? 0 };
    assert.equal(gist(await bot.choose(callerOf(ann), press)), 'chosen');
    await product.work();
    assert.deepEqual(await record(product), moved);
    assert.equal(said().length, 2, 'both know already');
    product.setClock(slotOf(moved)?.start ?? 0);
    assert.equal(gist(await bot.choose(callerOf(ann), press)), 'refused, begun');
  });
});

function gist(result: ChooseResult): string {
  return result.kind === 'refused' ? `refused, ${result.reason}` : result.kind;
}
