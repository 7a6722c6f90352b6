import assert from 'node:assert/strict';
import { slotOf } from '../../../core/records/pairing.ts';
import { letItClose } from '../../support/let-it-close.ts';
import { ann, ben, eve } from '../../support/people.ts';
import { offerOf, records } from '../../support/stored.ts';
import { callerOf } from '../../support/test-product.ts';
import { gist, useBookedRound } from './repaired-round.ts';

const notTakingPart = { kind: 'refused', reason: 'not-taking-part', pairing: null };

describe('choosing a time', () => {
  const booked = useBookedRound();

  it('is possible from the start in a scheme with suggestions', async () => {
    const { product, outlook, bot } = await booked([ann, ben], { scheme: { booking: 'suggestions' } });
    assert.deepEqual(
      product.sent.map(({ reader, message }) => `${reader.name}: ${gist(message)}`),
      ['Ann: suggested, 3 slots', 'Ben: suggested, 3 slots'],
    );
    assert.deepEqual(await product.graph.events(), []);
    const [pairing] = await records(product);
    const slot = offerOf(pairing)[2];
    await bot.choose(callerOf(ben), { pairing: 'p00001', revision: 0, start: slot?.start ?? 0 });
    await product.work();
    const [chosen] = await records(product);
    assert.ok(slot && chosen);
    assert.deepEqual([chosen.state, slotOf(chosen)], ['booked', slot]);
    assert.equal((await outlook.calendar(ann)).length, 1, 'the other has the invitation');
  });

  it('is refused for a slot that is no longer free, and others are offered', async () => {
    const { product, outlook, bot } = await booked([ann, ben], { scheme: { booking: 'suggestions' } });
    const slot = offerOf((await records(product))[0])[0];
    assert.ok(slot);
    await outlook.fill(ben, slot);
    const press = { pairing: 'p00001', revision: 0, start: slot.start };
    const result = await bot.choose(callerOf(ann), press);
    assert.ok(result.kind === 'refused' && result.reason === 'taken');
    assert.equal(result.pairing?.offer?.length, 3);
    assert.ok(!result.pairing.offer.some(({ start }) => Date.parse(start) === slot.start));
    for (const start of ['2026-12-14T03:00:00Z', '2026-12-21T10:00:00Z', '2026-12-09T10:00:00Z']) {
      const refused = await bot.choose(callerOf(ann), { ...press, start: Date.parse(start) });
      assert.deepEqual(
        [refused.kind, refused.kind === 'refused' && refused.reason],
        ['refused', 'taken'],
        start,
      );
    }
    const stranger = await bot.choose(callerOf(eve), press);
    assert.deepEqual(
      [stranger.kind, stranger.kind === 'refused' && stranger.reason],
      ['refused', 'no-pairing'],
    );
  });

  it('shows three other times, and says so when none suits', async () => {
    const { outlook, bot } = await booked([ann, ben]);
    const result = await bot.otherTimes(callerOf(ann));
    assert.ok(result.kind === 'offered' && result.pairing.offer?.length === 3);
    await outlook.fill(ben, { start: '2026-12-14T00:00:00Z', end: '2026-12-19T00:00:00Z', showAs: 'oof' });
    const none = await bot.otherTimes(callerOf(ann));
    assert.deepEqual([none.kind, none.kind === 'refused' && none.reason], ['refused', 'no-slot']);
    const stranger = await bot.otherTimes(callerOf(eve));
    assert.deepEqual(
      [stranger.kind, stranger.kind === 'refused' && stranger.reason],
      ['refused', 'no-pairing'],
    );
  });

  it('is refused once the meeting has begun', async () => {
    const { product, bot } = await booked([ann, ben]);
    const [pairing] = await records(product);
    const press = { pairing: 'p00001', revision: 0, start: pairing?.slots[1]?.start ?? 0 };
    assert.ok(pairing);
    product.setClock(slotOf(pairing)?.start ?? 0);
    for (const result of [await bot.otherTimes(callerOf(ann)), await bot.choose(callerOf(ben), press)]) {
      assert.deepEqual([result.kind, result.kind === 'refused' && result.reason], ['refused', 'begun']);
    }
    assert.deepEqual((await records(product))[0], pairing, 'nothing changed');
  });

  it('is refused to somebody who has left, and changes nothing', async () => {
    const { product, bot } = await booked([ann, ben]);
    const [pairing] = await records(product);
    await bot.leave(callerOf(ann), null);
    for (const slot of [pairing?.slots[0], pairing?.slots[1]]) {
      const press = { pairing: 'p00001', revision: 0, start: slot?.start ?? 0 };
      assert.deepEqual(await bot.choose(callerOf(ann), press), notTakingPart);
    }
    assert.deepEqual(await bot.otherTimes(callerOf(ann)), notTakingPart);
    assert.deepEqual((await records(product))[0], pairing);
    assert.deepEqual(
      product.queue.map(({ work }) => work.kind),
      ['look-at-changes'],
      'of the departure alone',
    );
  });

  it('is refused for times within a pause, and only later ones are offered', async () => {
    const { product, outlook, bot } = await booked([ann, ben]);
    const [pairing] = await records(product);
    await outlook.fill(ben, { start: '2026-12-14T00:00:00Z', end: '2026-12-17T12:00:00Z' });
    await bot.pause(callerOf(ann), null, '2026-12-18');
    const times = await bot.otherTimes(callerOf(ann));
    assert.ok(times.kind === 'offered' && times.pairing.offer);
    assert.ok(times.pairing.offer.length > 0);
    assert.ok(times.pairing.offer.every(({ start }) => start >= '2026-12-18'));
    const press = (start: string) =>
      bot.choose(callerOf(ann), {
        pairing: 'p00001',
        revision: pairing?.revision ?? 0,
        start: Date.parse(start),
      });
    assert.deepEqual(await press('2026-12-17T10:00:00Z'), notTakingPart);
    assert.equal((await press('2026-12-18T10:00:00Z')).kind, 'chosen');
    await bot.pause(callerOf(ann), null, '2026-12-21');
    assert.deepEqual(await bot.otherTimes(callerOf(ann)), notTakingPart);
  });

  it('starts again with other times when nobody chose, and ends with the news that there is no meeting', async () => {
    const scheme = { booking: 'suggestions', booksForSilent: false } as const;
    const { product, said } = await booked([ann, ben], { scheme });
    const [first] = await records(product);
    const last = Math.max(...offerOf(first).map(({ start }) => start));
    await product.tickAt(last);
    const [second] = await records(product);
    assert.ok(second?.state === 'suggested');
    assert.ok(second.offer.every(({ start }) => start > last));
    assert.deepEqual([second.revision, second.offer.length], [1, 3]);
    assert.deepEqual(said(), ['Ann: suggested, 3 slots', 'Ben: suggested, 3 slots']);

    await letItClose(product);
    assert.deepEqual(said().slice(-2), ['Ben: suggested, 3 slots', 'Ben: unplaced, not-booked']);
    const { stage, pairings, receipt } = await product.detail();
    assert.deepEqual(
      [stage, pairings[0]?.state, pairings[0]?.endedBecause],
      ['closed', 'failed', 'nobody-chose'],
    );
    assert.ok(receipt.every(({ reason, told }) => reason === 'not-booked' && told === 'sent'));
  });
});
