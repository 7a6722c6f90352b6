import assert from 'node:assert/strict';
import sinon from 'sinon';
import { tickForMessages } from '../../../core/clockwork/tick.ts';
import { bookedRound } from '../../support/booked-round.ts';
import { dying, untilDeath } from '../../support/dying.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben } from '../../support/people.ts';
import { callerOf, december, useProduct } from '../../support/test-product.ts';

/** Their meeting is on Tuesday 15 December from 09:30 to 10:00. */
const meeting = {
  ...december,
  pairing: 'p00001',
  start: Date.parse('2026-12-15T09:30:00Z'),
};
const both = ['Ann', 'Ben'];

describe('the questions of a round', () => {
  const start = useProduct();

  for (const { about, from, moments, hears, first } of [
    {
      about: 'before the meeting',
      from: '2026-12-14T08:00:00Z',
      moments: ['2026-12-14T09:00:00Z', '2026-12-14T10:00:00Z'],
      hears: 'before',
      first: [],
    },
    {
      about: 'after the meeting',
      from: '2026-12-15T10:00:00Z',
      moments: ['2026-12-15T10:10:00Z', '2026-12-15T11:00:00Z', '2026-12-15T11:10:00Z'],
      hears: 'met',
      first: ['2026-12-14T09:00:00Z'],
    },
  ]) {
    it(`are asked once ${about}, wherever the process is killed`, async () => {
      let deaths = 0;
      for (let at = 1; ; at++) {
        const { product, look, asked } = await bookedRound(start, [ann, ben]);
        for (const moment of first) await look(moment);
        product.setClock(from);
        const mortal = dying(product.ports, at);
        await untilDeath(product.tick(mortal.ports));
        await untilDeath(product.work(mortal.ports));
        for (const moment of moments) {
          product.setClock(moment);
          await (moment.endsWith('10:00Z') ? tickForMessages(product.ports) : product.tick());
          await product.work();
        }
        const heard = asked().filter((text) => text.endsWith(hears));
        assert.deepEqual(
          heard.sort(),
          both.map((name) => `${name}: ${hears}`),
          `killed after effect ${at}`,
        );
        if (!mortal.died()) break;
        deaths += 1;
      }
      assert.ok(deaths > 3, `${deaths} effects`);
    });
  }

  it('read the hours of members in the first look, and their calendars on the working day before', async () => {
    const { product, look } = await bookedRound(start, [ann, ben]);
    const read = sinon.spy(product.ports.storage.people, 'getMany');
    const calendars = sinon.spy(product.ports.calendars, 'freeBusy');
    await look('2026-12-10T11:00:00Z');
    await look('2026-12-11T11:00:00Z');
    assert.equal(read.callCount, 0, 'the first look, at ten, has noted when they are reminded');
    assert.equal(calendars.callCount, 0);
    await look('2026-12-14T09:00:00Z');
    assert.deepEqual(
      calendars.args.map(([people]) => people.map(({ id }) => id).sort()),
      [[idOf(ann), idOf(ben)].sort()],
    );
  });

  it('are not sent once the meeting has moved', async () => {
    const { product, look, bot, asked } = await bookedRound(start, [ann, ben]);
    await look('2026-12-14T09:00:00Z');
    const offered = await bot.otherTimes(callerOf(ann));
    const slot = offered.pairing?.offer?.at(-1);
    assert.ok(slot && offered.pairing);
    await look('2026-12-15T09:00:00Z');
    const choice = { pairing: 'p00001', revision: offered.pairing.revision, start: Date.parse(slot.start) };
    assert.equal((await bot.choose(callerOf(ann), choice)).kind, 'chosen');
    await product.work();
    await look('2026-12-15T10:15:00Z');
    assert.deepEqual(
      asked().filter((text) => text.endsWith('met')),
      [],
    );
  });

  it('are not sent to somebody who has answered already', async () => {
    const { product, look, bot, asked } = await bookedRound(start, [ann, ben]);
    await look('2026-12-14T09:00:00Z');
    await look('2026-12-15T10:00:00Z');
    product.setClock('2026-12-15T10:05:00Z');
    assert.equal((await bot.sayMet(callerOf(ann), { ...meeting, said: 'yes' })).kind, 'yes');
    await look('2026-12-15T10:15:00Z');
    assert.deepEqual(
      asked().filter((text) => text.endsWith('met')),
      ['Ben: met'],
    );
  });
});
