import assert from 'node:assert/strict';
import { pairRound } from '../../../core/pairing/pair-round.ts';
import { bookedRound, newsOf } from '../../support/booked-round.ts';
import { dying, untilDeath } from '../../support/dying.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, eve, fay } from '../../support/people.ts';
import { letItClose } from '../../support/let-it-close.ts';
import { enrolment } from '../../support/stored.ts';
import { callerOf, useProduct } from '../../support/test-product.ts';
import type { Employee } from '../../../local/organisation/employee.ts';

const nothingThisTime = 'unplaced, partner-left, next week 2027-01-11';

describe('the last message of a round', function () {
  this.timeout(120_000);
  const start = useProduct();

  const booked = (people: readonly Employee[], employees = people) =>
    bookedRound(
      start,
      people,
      (sent) => {
        const { message } = sent;
        const why = message.kind === 'unplaced' ? `, ${message.reason}, next week ${message.nextWeek}` : '';
        return `${newsOf(sent)}${why}`;
      },
      { employees },
    );

  it('goes once to people who were left alone and found no other partner', async () => {
    const { product, bot, said } = await booked([ann, ben]);
    product.setClock('2026-12-14T09:00:00Z');
    await bot.leave(callerOf(ben), null);
    await product.work();
    assert.deepEqual(said(), ['Ann: called-off']);
    await letItClose(product);
    assert.deepEqual(said(), ['Ann: called-off', `Ann: ${nothingThisTime}`], 'nothing to Ben, who left');
    const { stage, receipt, pairings } = await product.detail();
    assert.deepEqual([stage, pairings[0]?.endedBecause], ['closed', 'nobody-found']);
    assert.deepEqual(
      receipt.map(({ name, reason, told }) => [name, reason, told]),
      [
        ['Ann', 'partner-left', 'sent'],
        ['Ben', 'withdrew', 'sent'],
      ],
    );
  });

  it('takes the place of an unsent message that the meeting is cancelled', async () => {
    const { product, bot, said } = await booked([ann, ben]);
    product.setClock('2026-12-14T09:00:00Z');
    await bot.leave(callerOf(ben), null);
    const { messenger } = product.ports;
    const away = new Error('the connector does not answer');
    const silent = { ...messenger, send: () => Promise.reject(away) };
    await assert.rejects(product.work({ ...product.ports, messenger: silent }), away);
    product.setClock('2026-12-21T09:00:00Z');
    await product.work();
    assert.deepEqual(said(), [], 'it would promise to look for another partner');
    await letItClose(product);
    assert.deepEqual(said(), [`Ann: ${nothingThisTime}`]);
    assert.equal((await product.detail()).stage, 'closed');
  });

  it('takes the place of an unsent offer of times', async () => {
    const product = await start({ employees: [ann, ben], scheme: { booking: 'suggestions' } });
    await product.signUp(ann, ben);
    product.setClock('2026-12-10T10:00:00Z');
    await pairRound(product.ports, 'unmentoring', '2026-12-14');
    product.setClock('2026-12-21T09:00:00Z');
    await product.work();
    assert.equal(product.sent.length, 0, 'no time can be chosen any more');
    await letItClose(product);
    assert.deepEqual(
      product.sent.map(({ reader, message }) => [reader.name, message.kind]),
      [
        ['Ann', 'unplaced'],
        ['Ben', 'unplaced'],
      ],
    );
    assert.equal((await product.detail()).stage, 'closed');
  });

  it('does not go to people who found another partner', async () => {
    const { product, bot, said } = await booked([ann, ben], [ann, ben, eve]);
    await bot.leave(callerOf(ben), null);
    await product.work();
    await product.signUp(eve);
    await product.tickAt('2026-12-10T11:00:00Z');
    await letItClose(product);
    assert.deepEqual(said().sort(), ['Ann: called-off', 'Ann: rematched', 'Eve: rematched']);
    const { stage, pairings } = await product.detail();
    assert.deepEqual([stage, pairings.map(({ endedBecause }) => endedBecause)], ['closed', [null, null]]);
  });

  it('does not go to people who withdrew too', async () => {
    const { product, bot, said } = await booked([ann, ben]);
    await bot.leave(callerOf(ben), null);
    await product.work();
    await bot.pause(callerOf(ann), null, '2027-01-04');
    await letItClose(product);
    assert.deepEqual(said(), ['Ann: called-off']);
    assert.equal((await product.detail()).stage, 'closed');
  });

  it('does not go to people who were told that no time is left', async () => {
    const { product, outlook, said } = await booked([ann, ben]);
    await outlook.fill(ann, { start: '2026-12-14T00:00:00Z', end: '2026-12-19T00:00:00Z' });
    await outlook.respond(ben, 'decline');
    await product.tickAt('2026-12-10T11:00:00Z');
    assert.deepEqual(said().sort(), ['Ann: asked', 'Ben: asked']);
    assert.ok(
      product.sent
        .slice(-2)
        .every(({ message }) => message.kind === 'pairing' && message.pairing.offer?.length === 0),
    );
    await letItClose(product);
    assert.equal(said().length, 2);
    const { stage, receipt } = await product.detail();
    assert.equal(stage, 'closed');
    assert.ok(receipt.every(({ reason, told }) => reason === 'not-booked' && told === 'sent'));
  });

  it('goes to people who came back before the week but got no partner; the cancelled meeting stays in their history', async () => {
    const { product, bot, outlook, said } = await booked([ann, ben]);
    await bot.leave(callerOf(ben), null);
    await product.work();
    await outlook.fill(ben, { start: '2026-12-14T00:00:00Z', end: '2026-12-19T00:00:00Z' });
    product.setClock('2026-12-11T09:00:00Z');
    const joined = await bot.join(callerOf(ben), null);
    assert.ok(joined.kind === 'rejoined' && joined.standing.late === '2026-12-14', 'somebody is looked for');
    await product.tick();
    await product.tickAt('2026-12-14T00:00:00Z');
    assert.deepEqual(said(), ['Ann: called-off'], 'it is night');
    await product.tickAt('2026-12-14T09:00:00Z');
    const toBen = 'Ben: unplaced, joined-late, next week 2027-01-11';
    assert.deepEqual(said(), ['Ann: called-off', toBen]);
    await letItClose(product);
    assert.deepEqual(said(), ['Ann: called-off', toBen, `Ann: ${nothingThisTime}`]);
    assert.deepEqual(
      (await enrolment(product, ben))?.meetings.map(({ with: others, met }) => [others, met]),
      [[[idOf(ann)], false]],
    );
  });

  it('goes to people who joined late when the round was not looked after all week', async () => {
    const { product, said } = await booked([ann, ben], [ann, ben, eve, fay]);
    product.setClock('2026-12-11T09:00:00Z');
    await product.signUp(eve);
    product.setClock('2026-12-14T09:00:00Z');
    await product.signUp(fay);
    await letItClose(product);
    assert.deepEqual(
      said(),
      ['Eve: unplaced, joined-late, next week 2027-01-11'],
      'Fay joined for the next round',
    );
    assert.equal((await product.detail()).stage, 'closed');
  });

  it('is sent once, wherever the process is killed', async () => {
    let deaths = 0;
    for (let at = 1; ; at++) {
      const { product, bot, said } = await booked([ann, ben]);
      await bot.leave(callerOf(ben), null);
      await product.work();
      product.setClock('2026-12-21T00:00:00Z');
      const mortal = dying(product.ports, at);
      await untilDeath(product.tick(mortal.ports));
      if (!mortal.died()) break;
      deaths += 1;
      await letItClose(product);
      assert.deepEqual(said(), ['Ann: called-off', `Ann: ${nothingThisTime}`], `killed after effect ${at}`);
      assert.equal((await product.detail()).stage, 'closed');
    }
    assert.ok(deaths > 3, `${deaths} effects`);
  });
});
