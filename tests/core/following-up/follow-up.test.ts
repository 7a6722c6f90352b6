import assert from 'node:assert/strict';
import { bookedRound } from '../../support/booked-round.ts';
import { ann, ben, cem, eve } from '../../support/people.ts';
import { callerOf, december, useProduct } from '../../support/test-product.ts';

/** Ann and Ben meet on Tuesday 15 December from 09:30 to 10:00. */
const meeting = { ...december, pairing: 'p00001', start: Date.parse('2026-12-15T09:30:00Z') };
const afterIt = '2026-12-15T10:30:00Z';

describe('what members say of a meeting', () => {
  const start = useProduct();
  const pair = () => bookedRound(start, [ann, ben]);

  it('is kept, a repeat changes nothing, and they may say something else', async () => {
    const { product, bot } = await pair();
    product.setClock(afterIt);
    assert.equal((await bot.sayMet(callerOf(ann), { ...meeting, said: 'no' })).kind, 'no');
    const stored = () => product.ports.storage.pairings.get(meeting);
    const before = await stored();
    assert.equal((await bot.sayMet(callerOf(ann), { ...meeting, said: 'no' })).kind, 'no');
    assert.deepEqual(await stored(), before, 'a repeat writes nothing');
    assert.equal((await bot.sayMet(callerOf(ann), { ...meeting, said: 'yes' })).kind, 'yes');
    assert.deepEqual(
      Object.values((await stored())?.value.followUps ?? {}).map(({ said }) => said),
      ['yes'],
    );
  });

  it('is refused before the meeting, from strangers, about another time, and after the close', async () => {
    const { product, bot } = await pair();
    const reason = async (...given: Parameters<typeof bot.sayMet>) => {
      const result = await bot.sayMet(...given);
      return result.kind === 'refused' ? result.reason : result.kind;
    };
    assert.equal(await reason(callerOf(ann), { ...meeting, said: 'yes' }), 'not-over');
    product.setClock(afterIt);
    assert.equal(await reason(callerOf(cem), { ...meeting, said: 'yes' }), 'not-yours');
    assert.equal(
      await reason(callerOf(ann), { ...meeting, start: meeting.start + 1, said: 'yes' }),
      'changed',
    );
    assert.equal(await reason(callerOf(ann), { ...meeting, round: '2027-01-11', said: 'yes' }), 'not-yours');
    await product.tickAt('2026-12-21T09:00:00Z');
    await product.tickAt('2026-12-22T09:00:00Z');
    assert.equal((await product.detail()).stage, 'closed');
    assert.equal(await reason(callerOf(ann), { ...meeting, said: 'yes' }), 'closed');
  });

  it('has "not yet" answered with times of this week, and in its last hours with times of the next', async () => {
    const { product, bot } = await pair();
    product.setClock(afterIt);
    const offers = async () => {
      const result = await bot.sayMet(callerOf(ann), { ...meeting, said: 'not-yet' });
      assert.equal(result.kind, 'not-yet');
      return result.pairing.offer?.map((slot) => slot.start.slice(0, 10)) ?? [];
    };
    assert.ok((await offers()).every((date) => date > '2026-12-15' && date < '2026-12-19'));
    product.setClock('2026-12-18T16:50:00Z');
    const later = await offers();
    assert.ok(
      later.length > 0 && later.every((date) => date >= '2026-12-21' && date <= '2026-12-25'),
      String(later),
    );
  });

  it('offers no time of the week after when that is the scheme’s next meeting week', async () => {
    const { product, bot } = await pair();
    const stored = await product.ports.storage.schemes.get(december.scheme);
    assert.ok(stored);
    const next = { ...stored.value, cadence: { kind: 'monthly', week: 3 } } as const;
    await product.ports.storage.schemes.replace(next, stored.version);
    product.setClock('2026-12-18T16:50:00Z');
    const result = await bot.sayMet(callerOf(ann), { ...meeting, said: 'not-yet' });
    assert.deepEqual([result.kind, result.pairing?.offer], ['not-yet', null]);
  });

  it('counts as accepted when they say that they will be there, until the meeting moves', async () => {
    const { product, bot } = await pair();
    const answers = async () => {
      const view = await bot.myPairing(callerOf(ben));
      return [view?.myAnswer, ...(view?.partners.map(({ answer }) => answer) ?? [])];
    };
    assert.equal((await bot.sayComing(callerOf(ann), meeting)).kind, 'coming');
    assert.equal((await bot.sayComing(callerOf(ann), meeting)).kind, 'coming');
    assert.deepEqual(await answers(), ['none', 'accepted']);
    const offered = await bot.otherTimes(callerOf(ben));
    const [slot] = offered.pairing?.offer ?? [];
    assert.ok(slot && offered.pairing);
    const { pairing, revision } = offered.pairing;
    await bot.choose(callerOf(ben), { pairing, revision, start: Date.parse(slot.start) });
    await product.work();
    assert.deepEqual(await answers(), ['none', 'none']);
    const late = await bot.sayComing(callerOf(ann), meeting);
    assert.equal(late.kind === 'refused' && late.reason, 'changed');
  });

  it('keeps how it was with the person alone', async () => {
    const { product, bot } = await bookedRound(start, [ann, ben, eve, cem]);
    product.setClock(afterIt);
    const feedback = { face: 4, takeaway: 'Plant bulbs in November.', shared: true };
    const given = { ...december, feedback };
    assert.deepEqual(await bot.giveFeedback(callerOf(ann), given), { kind: 'kept', feedback });
    assert.equal((await bot.giveFeedback(callerOf(ann), { ...given, round: '2027-01-11' })).kind, 'refused');
    const texts = product.texts().filter((text) => text.includes('bulbs'));
    assert.equal(texts.length, 1);
    assert.match(texts[0] ?? '', /^placements /);
  });
});
