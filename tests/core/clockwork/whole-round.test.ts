import assert from 'node:assert/strict';
import { idOf } from '../../support/emulated-graph.ts';
import { dying, untilDeath } from '../../support/dying.ts';
import { ann, ben, cem, dora, doraIsAway } from '../../support/people.ts';
import { enrolment } from '../../support/stored.ts';
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
    await product.tickAt('2026-12-11T16:45:00Z');
    await Promise.all([product.tick(), product.tick()]);
    await product.tick();
    await assertWholeRound(product, 'a day late');
  });

  // Others see no difference between dying after one effect and dying before the next.
  it('is the same, wherever the process is killed', async () => {
    let deaths = 0;
    for (let at = 1; ; at++) {
      const product = await start({ employees: [ann, ben, dora], busy: doraIsAway });
      await product.signUp(ann, ben, dora);
      product.setClock('2026-12-10T10:00:00Z');
      const mortal = dying(product.ports, at);
      await untilDeath(product.tick(mortal.ports));
      if (!mortal.died()) break;
      deaths += 1;
      await product.work();
      await product.tickAt('2026-12-10T10:15:00Z');
      await product.tickAt('2026-12-10T10:30:00Z');
      assert.equal((await product.graph.events()).length, 1, `killed after effect ${at}: one event`);
      assert.deepEqual(
        product.sent.map(({ reader }) => reader.name).sort(),
        ['Ann', 'Ben', 'Dora'],
        `killed after effect ${at}: everybody is told once`,
      );
      const { stage, counts } = await product.detail();
      assert.deepEqual([stage, counts.booked, counts.told], ['meeting', 1, 3], `killed after effect ${at}`);
    }
    assert.ok(deaths > 15, `${deaths} effects`);
  });

  it('closes once with one meeting for both members, wherever the process is killed', async () => {
    for (let at = 1; ; at++) {
      const product = await start({ employees: [ann, ben] });
      await product.signUp(ann, ben);
      await product.tickAt('2026-12-10T10:00:00Z');
      product.setClock('2026-12-21T00:00:00Z');
      const mortal = dying(product.ports, at);
      await untilDeath(product.tick(mortal.ports));
      // A worker that finds the dead one's turn at the mailbox leaves the rest to the next tick.
      await product.tick();
      await product.tickAt('2026-12-21T00:15:00Z');
      assert.equal((await product.detail()).stage, 'closed', `killed after effect ${at}`);
      for (const [one, other] of [
        [ann, ben],
        [ben, ann],
      ] as const) {
        assert.deepEqual((await enrolment(product, one))?.meetings, [
          { number: 1, round: '2026-12-14', with: [idOf(other)], met: null },
        ]);
      }
      if (!mortal.died()) break;
    }
  });
});
