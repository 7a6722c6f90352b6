import assert from 'node:assert/strict';
import { ann, ben, cem, dora, doraIsAway } from '../../support/people.ts';
import { useProduct, type TestProduct } from '../../support/test-product.ts';

const everybody = [ann, ben, cem, dora];

/** Asserts that everybody is in one event and got one message, and that the round waits for its meetings. */
async function assertWholeRound(product: TestProduct, note: string): Promise<void> {
  const detail = await product.detail();
  assert.equal(detail.stage, 'meeting', note);
  assert.deepEqual(
    detail.receipt.map(({ name, outcome, told }) => [name, outcome, told]),
    [
      ['Ann', 'paired', 'sent'],
      ['Ben', 'paired', 'sent'],
      ['Cem', 'paired', 'sent'],
      ['Dora', 'unplaced', 'sent'],
    ],
    note,
  );
  const events = await product.graph.events();
  assert.equal(events.length, detail.pairings.length, `${note}: one event a pairing`);
  assert.deepEqual(
    product.sent.map(({ reader }) => reader.name).sort(),
    ['Ann', 'Ben', 'Cem', 'Dora'],
    `${note}: everybody is told once`,
  );
}

describe('a whole round', () => {
  const start = useProduct();
  const given = { employees: everybody, busy: doraIsAway };

  it('pairs on Thursday at 10:00 in London, invites, and tells everybody', async () => {
    const product = await start(given);
    await product.signUp(...everybody);
    await product.tickAt('2026-12-10T09:59:59Z');
    assert.equal(product.sent.length, 0);

    await product.tickAt('2026-12-10T10:00:00Z');
    await product.tick();
    await assertWholeRound(product, 'the day of pairing');

    const { pairings, counts, plan, number, receipt } = await product.detail();
    assert.equal(number, 1);
    assert.deepEqual(plan?.seed, 7);
    assert.deepEqual(counts, {
      participants: 4,
      pairings: 1,
      trios: 1,
      booked: 1,
      waiting: 0,
      unplaced: 1,
      told: 4,
    });
    assert.equal(receipt.find(({ name }) => name === 'Dora')?.reason, 'away-all-week');
    const [pairing] = pairings;
    const [event] = await product.graph.events();
    assert.ok(pairing?.slot && event);
    assert.equal(`${event.start.dateTime.slice(0, 19)}.000Z`, pairing.slot.start);
    assert.ok(pairing.slot.start >= '2026-12-14T09:00' && pairing.slot.end <= '2026-12-18T17:00');
    assert.deepEqual(event.attendees.map(({ emailAddress }) => emailAddress.address).sort(), [
      ann.mail,
      ben.mail,
      cem.mail,
    ]);

    const toCem = product.sent.find(({ reader }) => reader.name === 'Cem');
    assert.ok(toCem?.message.kind === 'pairing');
    assert.deepEqual([toCem.to, toCem.reader.zone], ['chat of Cem', 'Europe/Berlin']);
    assert.deepEqual(toCem.message.pairing.partners.map(({ name }) => name).sort(), ['Ann', 'Ben']);
    const toDora = product.sent.find(({ reader }) => reader.name === 'Dora');
    assert.deepEqual(toDora?.message, {
      kind: 'unplaced',
      scheme: { id: 'unmentoring', name: 'UnMentoring' },
      round: '2026-12-14',
      reason: 'away-all-week',
      nextWeek: '2027-01-11',
    });
  });

  it('is the same with doubled ticks, and with missed ones', async () => {
    const product = await start(given);
    await product.signUp(...everybody);
    await product.tickAt('2026-12-11T14:45:00Z');
    await Promise.all([product.tick(), product.tick()]);
    await product.tick();
    await assertWholeRound(product, 'a day late');
  });
});
