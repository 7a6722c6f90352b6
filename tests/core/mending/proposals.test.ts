import assert from 'node:assert/strict';
import { slotOf } from '../../../core/records/pairing.ts';
import { organiser } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { halfHour } from '../../support/records.ts';
import { record } from '../../support/stored.ts';
import { assertOneEvent, useBookedRound } from './repaired-round.ts';

describe('a proposed time', () => {
  const booked = useBookedRound();

  it('is booked when it suits the other, off the grid too, and both get one message', async () => {
    const { product, outlook, said } = await booked([ann, ben]);
    const proposed = { start: '2026-12-17T14:10:00.000Z', end: '2026-12-17T15:40:00.000Z' };
    await outlook.respond(ben, 'tentativelyAccept', proposed);
    await product.tickAt('2026-12-10T11:00:00Z');
    const pairing = await record(product);
    assert.deepEqual(slotOf(pairing), halfHour(proposed.start), 'the length stays');
    await assertOneEvent(product, pairing);
    assert.deepEqual(said(), ['Ann: proposed by Ben', 'Ben: proposed by you']);
  });

  it('is refused only after both heard that the meeting was moved by hand', async () => {
    const { product, outlook, said } = await booked([ann, ben]);
    const [event] = await product.graph.events();
    const moved = { start: '2026-12-17T15:00:00.000Z', end: '2026-12-17T15:30:00.000Z' };
    await outlook.move(organiser.mail, event?.id ?? '', moved);
    await outlook.respond(ben, 'tentativelyAccept', {
      start: '2026-12-16T03:00:00.000Z',
      end: '2026-12-16T03:30:00.000Z',
    });
    await product.tickAt('2026-12-10T11:00:00Z');
    assert.deepEqual(said(), ['Ann: moved-by-hand', 'Ben: moved-by-hand']);
    await product.tickAt('2026-12-10T12:00:00Z');
    await product.tickAt('2026-12-10T13:00:00Z');
    assert.deepEqual(said(), ['Ann: moved-by-hand', 'Ben: kept, not as proposed', 'Ben: moved-by-hand']);
  });
});
