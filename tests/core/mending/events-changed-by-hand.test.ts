import assert from 'node:assert/strict';
import { slotOf } from '../../../core/records/pairing.ts';
import { organiser } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { halfHour } from '../../support/records.ts';
import { offerOf, record, records } from '../../support/stored.ts';
import { callerOf } from '../../support/test-product.ts';
import { assertOneEvent, useBookedRound } from './repaired-round.ts';

describe('an event that somebody changed in the organiser’s calendar', () => {
  const booked = useBookedRound();

  it('is replaced when it was deleted: the two choose another time', async () => {
    const { product, outlook, bot, said } = await booked([ann, ben]);
    const [event] = await product.graph.events();
    await outlook.remove(organiser.mail, event?.id ?? '');
    await product.tickAt('2026-12-10T11:00:00Z');
    const [asked] = await records(product);
    assert.deepEqual([asked?.state, asked?.generation], ['suggested', 1]);
    assert.deepEqual(said(), ['Ann: asked, 3 slots', 'Ben: asked, 3 slots']);
    const start = offerOf(asked)[0]?.start ?? 0;
    await bot.choose(callerOf(ben), { pairing: 'p00001', revision: 1, start });
    await product.work();
    await assertOneEvent(product, (await records(product))[0]);
  });

  it('stays where it was moved, and the two are told once', async () => {
    const { product, outlook, said } = await booked([ann, ben]);
    const [event] = await product.graph.events();
    const moved = halfHour('2026-12-17T15:10:00.000Z');
    await outlook.move(organiser.mail, event?.id ?? '', moved);
    await product.tickAt('2026-12-10T11:00:00Z');
    await product.tickAt('2026-12-10T12:00:00Z');
    const after = await record(product);
    assert.deepEqual([after.state, slotOf(after), after.revision], ['booked', moved, 1]);
    await assertOneEvent(product, after);
    assert.deepEqual(said(), ['Ann: moved-by-hand', 'Ben: moved-by-hand']);
  });

  it('is not mentioned when it was moved to a time that is over', async () => {
    const { product, outlook, said } = await booked([ann, ben]);
    const [event] = await product.graph.events();
    const moved = halfHour('2026-12-14T09:00:00.000Z');
    await outlook.move(organiser.mail, event?.id ?? '', moved);
    await product.tickAt('2026-12-14T10:00:00Z');
    assert.deepEqual([slotOf(await record(product)), said()], [moved, []]);
  });
});
