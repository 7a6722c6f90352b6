import assert from 'node:assert/strict';
import sinon from 'sinon';
import { recheckSlots } from '../../../core/booking/recheck-slots.ts';
import { conversationOperations } from '../../../core/conversation/operations.ts';
import { coreOf, type PairingRecord, slotOf } from '../../../core/records/pairing.ts';
import type { Slot } from '../../../core/time/slot.ts';
import { change } from '../../../core/shared/change.ts';
import { toIso } from '../../../core/time/instant.ts';
import { attendees } from '../../support/attendee.ts';
import { ann, ben, cem, dora, eve, fay } from '../../support/people.ts';
import { newsOf } from '../../support/booked-round.ts';
import { eventOn, pairing } from '../../support/records.ts';
import { record, records } from '../../support/stored.ts';
import { callerOf, december, type TestProduct, useProduct } from '../../support/test-product.ts';
import type { Employee } from '../../../local/organisation/employee.ts';

const pairedAt = Date.parse('2026-12-10T10:00:00Z');
const minute = 60_000;
const allWeek = { start: Date.parse('2026-12-14T00:00:00Z'), end: Date.parse('2026-12-21T00:00:00Z') };

const busyAt = ({ start, end }: Slot) => ({ start: toIso(start), end: toIso(end) });

describe('booking a time that was chosen a while ago', () => {
  const start = useProduct();
  afterEach(() => {
    sinon.restore();
  });

  /** Paired at 10:00, with everything still to be booked. */
  async function paired(people: readonly Employee[], booking: 'automatic' | 'suggestions' = 'automatic') {
    const product = await start({ employees: people, scheme: { booking } });
    await product.signUp(...people);
    product.setClock(pairedAt);
    const none = async () => undefined;
    const { queue } = product.ports;
    await product.tick({
      ...product.ports,
      queue: { put: (work, delay) => (isBooking(work) ? none() : queue.put(work, delay)) },
    });
    return {
      product,
      outlook: attendees(product.graph),
      freeBusy: sinon.spy(product.ports.calendars, 'freeBusy'),
    };
  }

  const isBooking = (work: readonly { readonly kind: string }[]) => work.some(({ kind }) => kind === 'send');

  /** The tick after so many minutes finds what was not booked. */
  const bookAfter = (product: TestProduct, minutes: number) => product.tickAt(pairedAt + minutes * minute);

  it('books the first time without asking again within half an hour', async () => {
    const { product, outlook, freeBusy } = await paired([ann, ben]);
    const { slots } = await record(product);
    await outlook.fill(ben, busyAt(slots[0] ?? allWeek));
    await bookAfter(product, 30);
    assert.deepEqual([slotOf(await record(product)), freeBusy.callCount], [slots[0], 0]);
  });

  it('takes the next time of the list when the first is no longer free', async () => {
    const { product, outlook } = await paired([ann, ben]);
    const { slots } = await record(product);
    await outlook.fill(ben, busyAt(slots[0] ?? allWeek));
    await outlook.fill(ann, busyAt(slots[1] ?? allWeek));
    await bookAfter(product, 31);
    const booked = await record(product);
    assert.deepEqual(
      [booked.state, slotOf(booked), booked.readAt],
      ['booked', slots[2], pairedAt + 31 * minute],
    );
    assert.deepEqual(product.sent.map(newsOf).sort(), ['Ann: booked', 'Ben: booked']);
    assert.equal((await product.graph.events()).length, 1);
  });

  it('keeps the first time while it is free', async () => {
    const { product } = await paired([ann, ben]);
    const { slots } = await record(product);
    await bookAfter(product, 31);
    assert.deepEqual(slotOf(await record(product)), slots[0]);
  });

  it('takes the next free time when the first came too near and the second was taken meanwhile', async () => {
    const { product, outlook } = await paired([ann, ben]);
    const { slots } = await record(product);
    await outlook.fill(ben, busyAt(slots[1] ?? allWeek));
    await bookAfter(product, ((slots[0]?.start ?? 0) - pairedAt) / minute - 29);
    const booked = await record(product);
    assert.deepEqual([booked.state, slotOf(booked)], ['booked', slots[2]]);
  });

  it('takes the best free time when none of the list is free', async () => {
    const { product, outlook } = await paired([ann, ben]);
    const { slots } = await record(product);
    for (const slot of slots) await outlook.fill(ben, busyAt(slot));
    await bookAfter(product, 31);
    const booked = await record(product);
    const [slot, { state, slots: now }] = [slotOf(booked), booked];
    assert.equal(state, 'booked');
    assert.ok(slot && slots.every(({ start, end }) => slot.end <= start || end <= slot.start));
    assert.deepEqual(slot, now[0]);
  });

  it('asks again, and books nothing that was not pressed, when a calendar cannot be read', async () => {
    const { product, outlook } = await paired([ann, ben], 'suggestions');
    const { slots } = await record(product);
    const { pairings } = product.ports.storage;
    await change(pairings, { ...december, pairing: 'p00001' }, (pairing): PairingRecord | null => {
      const [slot] = slots;
      if (pairing === null || slot === undefined) return null;
      return { ...coreOf(pairing), allPress: true, state: 'planned', slot, promised: true, answers: {} };
    });
    await outlook.fill(ben, busyAt(slots[0] ?? allWeek));
    await bookAfter(product, 31);
    const asked = await record(product);
    assert.deepEqual(
      [asked.state, asked.state === 'suggested' && asked.offer.length > 0, await product.graph.events()],
      ['suggested', true, []],
    );
    assert.deepEqual(product.sent.slice(-2).map(newsOf).sort(), ['Ann: asked', 'Ben: asked']);
  });

  it('fails when no time is free any more, and both are told', async () => {
    const { product, outlook } = await paired([ann, ben]);
    await outlook.fill(ben, busyAt(allWeek));
    await bookAfter(product, 31);
    assert.deepEqual([(await record(product)).state, await product.graph.events()], ['failed', []]);
    assert.deepEqual(
      product.sent.map(({ reader, message }) => [reader.name, message.kind === 'unplaced' && message.reason]),
      [
        ['Ann', 'not-booked'],
        ['Ben', 'not-booked'],
      ],
    );
  });

  it('reads the calendars of a whole batch at once', async () => {
    const { product, freeBusy } = await paired([ann, ben, cem, dora, eve, fay]);
    await bookAfter(product, 45);
    assert.deepEqual(
      freeBusy.args.map(([people]) => people.length),
      [6],
    );
    assert.ok((await records(product)).every(({ state }) => state === 'booked'));
  });

  it('asks for no calendar when only the members change', async () => {
    const { product, freeBusy } = await paired([ann, ben]);
    const { ports } = product;
    const scheme = (await ports.storage.schemes.get('unmentoring'))?.value;
    assert.ok(scheme);
    product.setClock('2026-12-12T10:00:00Z');
    const changed = pairing('p00001', ['Ann', 'Ben'], { event: eventOn('p00001', ['Ann', 'Ben', 'Cem']) });
    const given = { pairings: [changed], members: () => [] };
    assert.deepEqual(await recheckSlots(ports, scheme, given, 'coffee@contoso.example'), [
      { pairing: changed, messages: [] },
    ]);
    assert.equal(freeBusy.callCount, 0);
  });

  it('does not ask again shortly after a member chose the time', async () => {
    const { product, outlook } = await paired([ann, ben], 'suggestions');
    const { slots } = await record(product);
    product.setClock(pairedAt + 60 * minute);
    const press = { pairing: 'p00001', revision: 0, start: slots[1]?.start ?? 0 };
    await conversationOperations(product.ports).choose(callerOf(ann), press);
    product.queue.splice(0);
    await outlook.fill(ben, busyAt(slots[1] ?? allWeek));
    await bookAfter(product, 75);
    assert.deepEqual(slotOf(await record(product)), slots[1]);
  });

  it('tells both of another time when a member had chosen one that was taken since', async () => {
    const { product, outlook } = await paired([ann, ben], 'suggestions');
    const { slots } = await record(product);
    product.setClock(pairedAt + 60 * minute);
    const press = { pairing: 'p00001', revision: 0, start: slots[1]?.start ?? 0 };
    await conversationOperations(product.ports).choose(callerOf(ann), press);
    product.queue.splice(0);
    await outlook.fill(ben, busyAt(slots[1] ?? allWeek));
    const before = product.sent.length;
    await bookAfter(product, 91);
    const booked = await record(product);
    assert.deepEqual([booked.state, slotOf(booked)], ['booked', slots[0]]);
    assert.deepEqual(product.sent.slice(before).map(newsOf).sort(), ['Ann: moved', 'Ben: moved']);
  });
});
