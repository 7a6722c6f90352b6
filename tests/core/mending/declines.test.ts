import assert from 'node:assert/strict';
import { noEvent, slotOf } from '../../../core/records/pairing.ts';
import { ann, ben } from '../../support/people.ts';
import { offerOf, records } from '../../support/stored.ts';
import { callerOf } from '../../support/test-product.ts';
import { assertOneEvent, useBookedRound } from './repaired-round.ts';

describe('a declined meeting', () => {
  const booked = useBookedRound();

  it('moves to the next time, and tells each of the two once', async () => {
    const { product, outlook, said } = await booked([ann, ben]);
    const [before] = await records(product);
    await outlook.respond(ben, 'decline');
    await product.tickAt('2026-12-10T11:00:00Z');

    const [after] = await records(product);
    assert.ok(after);
    assert.deepEqual([after.state, after.revision, after.moves], ['booked', 1, 1]);
    assert.equal(slotOf(after)?.start, before?.slots[1]?.start);
    await assertOneEvent(product, after);
    assert.deepEqual(said(), ['Ann: moved by Ben', 'Ben: moved by you']);

    await product.tickAt('2026-12-10T12:00:00Z');
    assert.deepEqual(said().length, 2, 'nothing more is said');
  });

  it('is offered at other times after the third decline, and the first choice counts, pressed twice or once', async () => {
    const { product, outlook, bot, said } = await booked([ann, ben]);
    for (const at of ['2026-12-10T11:00:00Z', '2026-12-10T12:00:00Z', '2026-12-10T13:00:00Z']) {
      await outlook.respond(ben, 'decline');
      await product.tickAt(at);
    }
    const [asked] = await records(product);
    assert.deepEqual([asked?.state, asked?.revision, asked?.event], ['suggested', 3, noEvent]);
    assert.deepEqual(await product.graph.events(), [], 'nothing is booked');
    assert.deepEqual(await outlook.calendar(ann), [], 'and Ann’s calendar is empty');
    assert.deepEqual(said().slice(0, 2), ['Ann: asked by Ben, 3 slots', 'Ann: moved by Ben']);

    const [first, offer] = offerOf(asked);
    assert.ok(first && offer);
    const press = { pairing: 'p00001', revision: 3, start: offer.start };
    assert.equal((await bot.choose(callerOf(ann), press)).kind, 'chosen');
    assert.equal((await bot.choose(callerOf(ann), press)).kind, 'chosen');
    const late = await bot.choose(callerOf(ben), { ...press, start: first.start });
    assert.deepEqual([late.kind, late.kind === 'refused' && late.reason], ['refused', 'changed']);
    await product.work();
    const [chosen] = await records(product);
    assert.ok(chosen);
    assert.deepEqual([chosen.state, chosen.revision, slotOf(chosen)], ['booked', 4, offer]);
    await assertOneEvent(product, chosen);
    assert.deepEqual(
      said().filter((one) => one.includes('chosen')),
      ['Ben: chosen by Ann'],
      'Ann has the answer to her press',
    );
  });
});
