import assert from 'node:assert/strict';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import { toIso } from '../../../core/time/instant.ts';
import { employee } from '../../support/emulated-graph.ts';
import { ann, ben, eve, fay } from '../../support/people.ts';
import { records } from '../../support/stored.ts';
import { assertOneEvent, useBookedRound } from './repaired-round.ts';

describe('somebody who has nobody to meet', () => {
  const booked = useBookedRound();

  it('joins a pair when they signed up before the week, and nobody after', async () => {
    const { product, said } = await booked([ann, ben], { employees: [ann, ben, eve, fay] });
    product.setClock('2026-12-11T09:00:00Z');
    await product.signUp(eve);
    await product.tick();
    const [three] = await records(product);
    assert.deepEqual(three?.members.map(({ name }) => name).sort(), ['Ann', 'Ben', 'Eve']);
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
    assert.ok(rest && pair);
    assert.deepEqual([rest.slot, rest.event?.id], [trio?.slot, trio?.event?.id], 'two keep their meeting');
    const third = pair.members[0]?.name;
    const stay = ['Ann', 'Ben', 'Eve'].filter((name) => name !== third);
    assert.deepEqual(rest.members.map(({ name }) => name).sort(), stay);
    assert.deepEqual(
      pair.members.map(({ name }) => name),
      [third, 'Fay'],
    );
    for (const person of [ann, ben, eve, fay]) {
      const mine: PairingRecord | undefined = [rest, pair].find(({ members }) =>
        members.some(({ name }) => name === person.name),
      );
      assert.deepEqual(
        (await outlook.calendar(person)).map(({ start, attendees: invited }) => [
          start.dateTime.slice(0, 16),
          invited.length,
        ]),
        [[mine?.slot && toIso(mine.slot.start).slice(0, 16), 2]],
        person.name,
      );
    }
    assert.deepEqual(
      said(),
      [
        ...stay.map((name) => `${name}: member-left by ${third}`),
        `${third}: rematched`,
        'Fay: rematched',
      ].sort(),
    );
    const { receipt, counts } = await product.detail();
    assert.ok(receipt.every(({ outcome, told }) => outcome === 'paired' && told === 'sent'));
    assert.deepEqual([counts.pairings, counts.trios], [2, 0]);
  });

  it('is told so when the week begins, when they joined late', async () => {
    const owl = employee('Owl', { workStart: '20:00', workEnd: '22:00' });
    const { product, said } = await booked([ann, ben], { employees: [ann, ben, owl] });
    product.setClock('2026-12-11T09:00:00Z');
    await product.signUp(owl);
    await product.tick();
    assert.deepEqual(said(), [], 'there are days left to find somebody');
    await product.tickAt('2026-12-14T00:00:00Z');
    await product.tickAt('2026-12-14T01:00:00Z');
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
