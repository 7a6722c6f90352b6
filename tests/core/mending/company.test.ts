import assert from 'node:assert/strict';
import { eventOf, type PairingRecord, slotOf } from '../../../core/records/pairing.ts';
import type { Slot } from '../../../core/time/slot.ts';
import { toIso } from '../../../core/time/instant.ts';
import { newsOf } from '../../support/booked-round.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { ann, ben, eve, fay } from '../../support/people.ts';
import { records } from '../../support/stored.ts';
import { callerOf } from '../../support/test-product.ts';
import { assertOneEvent, useBookedRound } from './repaired-round.ts';

describe('somebody who has nobody to meet', () => {
  const booked = useBookedRound();

  it('joins a pair when they signed up before the week, and nobody after', async () => {
    const { product, look, said } = await booked([ann, ben], { employees: [ann, ben, eve, fay] });
    await look('2026-12-11T07:00:00Z');
    product.setClock('2026-12-11T08:50:00Z');
    await product.signUp(eve);
    await look('2026-12-11T09:00:00Z');
    const [three] = await records(product);
    assert.deepEqual(three?.members.toSorted(), [ann, ben, eve].map(idOf).sort());
    await assertOneEvent(product, three);
    assert.deepEqual(said(), [
      'Ann: member-joined by Eve',
      'Ben: member-joined by Eve',
      'Eve: member-joined by you',
    ]);
    product.setClock('2026-12-14T00:00:00Z');
    await product.signUp(fay);
    await product.tick();
    assert.equal((await product.detail()).receipt.length, 3);
    assert.equal(said().length, 3);
  });

  it('meets one of three; the other two keep their meeting, and each is told once', async () => {
    const { product, outlook, said } = await booked([ann, ben, eve], { employees: [ann, ben, eve, fay] });
    const [trio] = await records(product);
    product.setClock('2026-12-11T09:00:00Z');
    await product.signUp(fay);
    await product.tick();
    await product.tickAt('2026-12-11T10:00:00Z');

    const [rest, pair] = await records(product);
    assert.ok(trio && rest && pair);
    assert.deepEqual(
      [slotOf(rest), eventOf(rest)?.id],
      [slotOf(trio), eventOf(trio)?.id],
      'two keep their meeting',
    );
    const third = [ann, ben, eve].find((person) => idOf(person) === pair.members[0]);
    const stay = [ann, ben, eve].filter((person) => person !== third);
    assert.ok(third);
    assert.deepEqual(rest.members.toSorted(), stay.map(idOf).sort());
    assert.deepEqual(pair.members, [third, fay].map(idOf));
    for (const person of [ann, ben, eve, fay]) {
      const mine: PairingRecord | undefined = [rest, pair].find(({ members }) =>
        members.includes(idOf(person)),
      );
      const slot: Slot | null | undefined = mine && slotOf(mine);
      assert.deepEqual(
        (await outlook.calendar(person)).map(({ start, attendees: invited }) => [
          start.dateTime.slice(0, 16),
          invited.length,
        ]),
        [[slot && toIso(slot.start).slice(0, 16), 2]],
        person.name,
      );
    }
    assert.deepEqual(
      said(),
      [
        ...stay.map(({ name }) => `${name}: member-left by ${third.name}`),
        `${third.name}: rematched`,
        'Fay: rematched',
      ].sort(),
    );
    const { receipt, counts } = await product.detail();
    assert.ok(receipt.every(({ outcome, told }) => outcome === 'paired' && told === 'sent'));
    assert.deepEqual([counts.pairings, counts.trios], [2, 0]);
  });

  it('meets the third who joined a pair late; that pair keeps its meeting', async () => {
    const gus = employee('Gus');
    const { product, bot, said } = await booked([ann, ben, fay, gus], {
      employees: [ann, ben, eve, fay, gus],
    });
    product.setClock('2026-12-11T09:00:00Z');
    await product.signUp(eve);
    await product.tick();
    const three = (await records(product)).find(({ members }) => members.length === 3);
    const four = (await records(product)).find(({ members }) => members.length === 2);
    const of = (ids: readonly string[] | undefined) =>
      [ann, ben, fay, gus].filter((person) => ids?.includes(idOf(person)));
    const [one, other] = of(three?.members);
    const [leaver, alone] = of(four?.members);
    assert.ok(three && one && other && alone && leaver);
    const before = said().length;

    product.setClock('2026-12-11T09:20:00Z');
    await bot.leave(callerOf(leaver), null);
    await product.work();

    const live = (await records(product)).filter(({ state }) => state !== 'cancelled');
    const [kept, found] = live;
    assert.ok(kept && found && live.length === 2);
    assert.deepEqual(kept.members.toSorted(), [one, other].map(idOf).sort());
    assert.deepEqual(found.members.toSorted(), [eve, alone].map(idOf).sort());
    assert.equal(kept.pairing, three.pairing);
    assert.deepEqual([slotOf(kept), eventOf(kept)?.id], [slotOf(three), eventOf(three)?.id]);
    assert.deepEqual(
      product.sent.slice(-4).map(newsOf).sort(),
      [
        `${one.name}: member-left`,
        `${other.name}: member-left`,
        `${alone.name}: rematched`,
        'Eve: rematched',
      ].sort(),
    );
    assert.equal(said().length - before, 4, 'nobody hears more');
  });

  it('is told so when the week begins, when they joined late', async () => {
    const owl = employee('Owl', { workStart: '20:00', workEnd: '22:00' });
    const { product, said } = await booked([ann, ben], { employees: [ann, ben, owl] });
    product.setClock('2026-12-11T09:00:00Z');
    await product.signUp(owl);
    await product.tick();
    assert.deepEqual(said(), [], 'there are days left to find somebody');
    assert.deepEqual(
      (await product.detail()).receipt.map(({ name, reason, told }) => [name, reason, told]),
      [
        ['Ann', null, 'sent'],
        ['Ben', null, 'sent'],
        ['Owl', null, 'pending'],
      ],
      'nothing is decided for them',
    );
    assert.equal((await product.detail()).stage, 'meeting', 'nothing is to be told');
    await product.tickAt('2026-12-14T00:00:00Z');
    await product.tickAt('2026-12-14T09:00:00Z');
    assert.deepEqual(said(), [], 'she does not work yet');
    await product.tickAt('2026-12-14T20:00:00Z');
    assert.deepEqual(said(), ['Owl: unplaced, joined-late']);
    const { receipt } = await product.detail();
    assert.deepEqual(
      receipt.map(({ name, reason, told }) => [name, reason, told]),
      [
        ['Ann', null, 'sent'],
        ['Ben', null, 'sent'],
        ['Owl', 'joined-late', 'sent'],
      ],
    );
  });
});
