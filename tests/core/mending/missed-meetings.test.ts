import assert from 'node:assert/strict';
import sinon from 'sinon';
import { slotOf } from '../../../core/records/pairing.ts';
import { bookedRound, newsOf } from '../../support/booked-round.ts';
import { letItClose } from '../../support/let-it-close.ts';
import { ann, ben } from '../../support/people.ts';
import { halfHour } from '../../support/records.ts';
import { met, record } from '../../support/stored.ts';
import { callerOf, useProduct } from '../../support/test-product.ts';

/** Tuesday of the meeting week. */
const slot = halfHour('2026-12-15T10:00:00.000Z');

/** Ann and Ben are free at that time only. */
const busy = Object.fromEntries(
  [ann, ben].map(({ mail }) => [
    mail,
    [
      ['20261214T000000Z', '20261215T100000Z'],
      ['20261215T103000Z', '20261221T000000Z'],
    ] as const,
  ]),
);

describe('a meeting to which a member does not come', function () {
  this.timeout(120_000);
  const start = useProduct();
  afterEach(() => {
    sinon.restore();
  });

  /** A meeting on Tuesday at 10:00 UTC that was announced, and looked at ten minutes before. */
  async function meeting() {
    const round = await bookedRound(start, [ann, ben], newsOf, { busy });
    const { product, look } = round;
    assert.deepEqual(slotOf(await record(product)), slot);
    await look('2026-12-15T09:50:00Z');
    assert.deepEqual(round.said(), []);
    /** Something happens at an instant, and the look that it queues is lost. */
    const unseen = async (at: string, happens: () => Promise<unknown>) => {
      product.setClock(at);
      await happens();
      product.queue.splice(0);
    };
    return { ...round, unseen, leaves: () => round.bot.leave(callerOf(ben), null) };
  }

  it('is cancelled when a member left seconds before it, and the one who waits is told once', async () => {
    const { product, outlook, look, unseen, leaves, said } = await meeting();
    const cancel = sinon.spy(product.ports.meetings, 'cancel');
    await unseen('2026-12-15T09:59:50Z', leaves);
    await look('2026-12-15T10:05:00Z');
    assert.deepEqual(said(), ['Ann: called-off']);
    const invited = (await Promise.all([ann, ben].map(outlook.calendar))).flat();
    assert.deepEqual(
      invited.filter(({ subject }) => subject !== 'Busy'),
      [],
    );
    assert.match(cancel.args[0]?.[2] ?? '', /^Ben cannot take part this time after all/);

    for (const at of ['2026-12-15T10:20:00Z', '2026-12-15T10:35:00Z', '2026-12-15T11:00:00Z']) await look(at);
    assert.deepEqual([said(), cancel.callCount], [['Ann: called-off'], 1], 'nothing more is said');
    const { receipt } = await product.detail();
    assert.deepEqual(
      receipt.map(({ name, outcome, reason }) => [name, outcome, reason]),
      [
        ['Ann', 'unplaced', 'partner-left'],
        ['Ben', 'unplaced', 'withdrew'],
      ],
    );
    await letItClose(product);
    assert.equal((await product.detail()).stage, 'closed');
    assert.deepEqual(said(), ['Ann: called-off', 'Ann: unplaced'], 'the last word');
    assert.deepEqual([await met(product, ann), await met(product, ben)], [[false], [false]]);
  });

  it('counts as held when a member leaves at its start, even after an earlier pause', async () => {
    const { product, bot, look, unseen, leaves, said } = await meeting();
    const before = await record(product);
    await unseen('2026-12-14T10:00:00Z', () => bot.pause(callerOf(ben), null, '2026-12-15'));
    await unseen('2026-12-15T10:00:00Z', leaves);
    for (const at of ['2026-12-15T10:05:00Z', '2026-12-15T10:35:00Z']) await look(at);
    const { nudged, ...after } = await record(product);
    assert.deepEqual([said(), { ...after, nudged: before.nudged }], [[], before]);
    assert.deepEqual(nudged.at(-1)?.nudge, 'met', 'they are asked whether they met');
    assert.equal((await product.graph.events()).length, 1);
  });

  it('is cancelled when a member paused before it and left during it', async () => {
    const { bot, look, unseen, leaves, said } = await meeting();
    await unseen('2026-12-15T09:59:50Z', () => bot.pause(callerOf(ben), null, '2027-01-04'));
    await unseen('2026-12-15T10:03:00Z', leaves);
    await look('2026-12-15T10:05:00Z');
    assert.deepEqual(said(), ['Ann: called-off']);
  });

  it('counts as held when a member left and came back before anybody looked', async () => {
    const { bot, look, unseen, leaves, said } = await meeting();
    await unseen('2026-12-15T09:59:50Z', leaves);
    await unseen('2026-12-15T10:02:00Z', () => bot.join(callerOf(ben), null));
    await unseen('2026-12-15T10:03:00Z', leaves);
    await look('2026-12-15T10:05:00Z');
    assert.deepEqual(said(), []);
  });
});
