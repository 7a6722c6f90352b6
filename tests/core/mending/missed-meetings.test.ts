import assert from 'node:assert/strict';
import sinon from 'sinon';
import { bookedRound } from '../../support/booked-round.ts';
import { dying, untilDeath } from '../../support/dying.ts';
import { ann, ben, eve } from '../../support/people.ts';
import { met, record } from '../../support/stored.ts';
import { callerOf, useProduct } from '../../support/test-product.ts';
import type { Employee } from '../../../local/organisation/employee.ts';

/** Tuesday of the meeting week. */
const slot = { start: '2026-12-15T10:00:00.000Z', end: '2026-12-15T10:30:00.000Z' };

/** People who are free at that time only. */
const early = ([ann, ben, eve] as const).map((person): Employee => ({
  ...person,
  workDays: ['Tue'],
  workStart: '10:00',
  workEnd: '10:30',
}));

describe('a meeting to which a member does not come', function () {
  this.timeout(120_000);
  const start = useProduct();
  afterEach(() => {
    sinon.restore();
  });

  /** A meeting on Tuesday at 10:00 UTC that was announced, and looked at ten minutes before. */
  async function meeting(people = early.slice(0, 2)) {
    const round = await bookedRound(start, people);
    const { product, look } = round;
    assert.deepEqual((await record(product)).slot, slot);
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

  for (const { why, happens } of [
    { why: 'left', happens: ({ leaves }) => leaves() },
    { why: 'paused', happens: ({ bot }) => bot.pause(callerOf(ben), null, '2027-01-04') },
    { why: 'paused until the next day', happens: ({ bot }) => bot.pause(callerOf(ben), null, '2026-12-16') },
  ] satisfies {
    why: string;
    happens: (world: Awaited<ReturnType<typeof meeting>>) => Promise<unknown>;
  }[]) {
    it(`is cancelled when a member ${why} seconds before it, and the one who waits is told once`, async () => {
      const world = await meeting();
      const { product, outlook, look, unseen, said } = world;
      const cancel = sinon.spy(product.ports.meetings, 'cancel');
      await unseen('2026-12-15T09:59:50Z', () => happens(world));
      await look('2026-12-15T10:05:00Z');
      assert.deepEqual(said(), ['Ann: called-off']);
      assert.deepEqual([await outlook.calendar(ann), await outlook.calendar(ben)], [[], []]);
      assert.match(cancel.args[0]?.[2] ?? '', /^Ben cannot take part this time after all/);

      for (const at of ['2026-12-15T10:20:00Z', '2026-12-15T10:35:00Z', '2026-12-15T11:00:00Z'])
        await look(at);
      assert.deepEqual([said(), cancel.callCount], [['Ann: called-off'], 1], 'nothing more is said');
      const { receipt } = await product.detail();
      assert.deepEqual(
        receipt.map(({ name, outcome, reason }) => [name, outcome, reason]),
        [
          ['Ann', 'unplaced', 'partner-left'],
          ['Ben', 'unplaced', 'withdrew'],
        ],
      );
      await look('2026-12-21T00:00:00Z');
      await look('2026-12-21T00:15:00Z');
      assert.equal((await product.detail()).stage, 'closed');
      assert.deepEqual(said(), ['Ann: called-off', 'Ann: unplaced'], 'the last word');
      assert.deepEqual([await met(product, ann), await met(product, ben)], [[false], [false]]);
    });
  }

  it('is cancelled by the first look after it when there was none during it', async () => {
    const { look, unseen, leaves, said } = await meeting();
    await unseen('2026-12-15T09:59:50Z', leaves);
    await look('2026-12-15T10:40:00Z');
    await look('2026-12-15T11:40:00Z');
    assert.deepEqual(said(), ['Ann: called-off']);
  });

  it('counts as held when a member leaves at its start, even after an earlier pause', async () => {
    const { product, bot, look, unseen, leaves, said } = await meeting();
    const before = await record(product);
    await unseen('2026-12-14T10:00:00Z', () => bot.pause(callerOf(ben), null, '2026-12-15'));
    await unseen('2026-12-15T10:00:00Z', leaves);
    for (const at of ['2026-12-15T10:05:00Z', '2026-12-15T10:35:00Z']) await look(at);
    assert.deepEqual([said(), await record(product)], [[], before]);
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

  it('goes on for two of three, who are told, and leaves the calendar of the third', async () => {
    const { product, bot, outlook, look, unseen, said } = await meeting(early);
    await unseen('2026-12-15T09:59:50Z', () => bot.leave(callerOf(eve), null));
    await look('2026-12-15T10:05:00Z');
    await look('2026-12-15T10:20:00Z');
    assert.deepEqual(said().sort(), ['Ann: member-left', 'Ben: member-left']);
    const { state, slot: stands, members } = await record(product);
    assert.deepEqual([state, stands, members.length], ['booked', slot, 2]);
    assert.deepEqual([(await outlook.calendar(ann)).length, await outlook.calendar(eve)], [1, []]);
  });

  it('is cancelled when a member declined before it and left while the other waited', async () => {
    const { product, outlook, look, unseen, leaves, said } = await meeting();
    await unseen('2026-12-15T09:59:50Z', () => outlook.respond(ben, 'decline'));
    await unseen('2026-12-15T10:03:00Z', leaves);
    for (const at of ['2026-12-15T10:05:00Z', '2026-12-15T10:20:00Z', '2026-12-15T10:35:00Z']) await look(at);
    assert.deepEqual(said(), ['Ann: called-off'], 'no other time with somebody who left');
    assert.equal((await record(product)).state, 'cancelled');
    assert.deepEqual(await product.graph.events(), []);
  });

  it('is cancelled exactly once, wherever the process is killed', async () => {
    let deaths = 0;
    for (let at = 1; ; at++) {
      const { product, look, unseen, leaves, said } = await meeting();
      await unseen('2026-12-15T09:59:50Z', leaves);
      product.setClock('2026-12-15T10:05:00Z');
      const mortal = dying(product.ports, at);
      await untilDeath(product.tick(mortal.ports));
      if (!mortal.died()) break;
      deaths += 1;
      for (const later of ['2026-12-15T10:20:00Z', '2026-12-15T10:35:00Z', '2026-12-15T11:35:00Z'])
        await look(later);
      const note = `killed after effect ${at}`;
      assert.deepEqual(said(), ['Ann: called-off'], note);
      assert.deepEqual(await product.graph.events(), [], note);
      assert.equal((await record(product)).revision, 1, note);
    }
    assert.ok(deaths > 8, `${deaths} effects`);
  });
});
