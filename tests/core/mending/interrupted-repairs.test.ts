import assert from 'node:assert/strict';
import { bookPairings } from '../../../core/booking/book-pairings.ts';
import { doStep } from '../../../core/clockwork/do-step.ts';
import { lookAfterRound } from '../../../core/mending/look-after-round.ts';
import { conversationOperations } from '../../../core/conversation/operations.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { coreOf, slotOf } from '../../../core/records/pairing.ts';
import { attendees } from '../../support/attendee.ts';
import { bookedProduct, newsOf } from '../../support/booked-round.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, eve, fay } from '../../support/people.ts';
import { assertNobodyTwice } from '../../support/nobody-twice.ts';
import { record, records } from '../../support/stored.ts';
import { callerOf, december, useProduct } from '../../support/test-product.ts';
import type { Employee } from '../../../local/organisation/employee.ts';

const four = [ann, ben, eve, fay];

describe('a repair', () => {
  const start = useProduct();
  const booked = (people: readonly Employee[], employees = people) =>
    bookedProduct(start, people, { employees });

  it('leaves a pairing alone that a member changed meanwhile', async () => {
    const product = await booked([ann, ben]);
    const [pairing] = await records(product);
    assert.ok(pairing);
    await attendees(product.graph).respond(ben, 'decline');
    const start = pairing.slots[3]?.start ?? 0;
    const interrupted = afterDeciding(product.ports, async () => {
      const choice = { pairing: pairing.pairing, revision: 0, start };
      const result = await conversationOperations(product.ports).choose(callerOf(ann), choice);
      assert.equal(result.kind, 'chosen');
    });
    const before = product.sent.length;
    product.setClock('2026-12-10T11:00:00Z');
    await product.tick(interrupted);
    const after = await record(product);
    assert.deepEqual([slotOf(after)?.start, after.revision], [start, 1]);
    assert.deepEqual(product.sent.slice(before).map(newsOf), ['Ben: chosen']);
    assert.equal((await product.graph.events()).length, 1);
  });

  it('gives nobody two meetings when a member chose a time while it cancelled theirs', async () => {
    const product = await booked(four);
    const [one, other] = await records(product);
    const person = (id: string | undefined) => four.find((employee) => idOf(employee) === id) ?? ann;
    const bot = conversationOperations(product.ports);
    const chooser = person(one?.members[1]);
    await bot.leave(callerOf(person(one?.members[0])), null);
    await bot.leave(callerOf(person(other?.members[0])), null);
    const interrupted = afterDeciding(product.ports, async () => {
      const start = one?.slots[3]?.start ?? 0;
      // The leaver's calendar is free, so the choice is accepted until the next look.
      await bot.choose(callerOf(chooser), { pairing: 'p00001', revision: 0, start });
    });
    await product.work(interrupted);
    for (const at of ['2026-12-10T11:00:00Z', '2026-12-10T12:15:00Z']) {
      await product.tickAt(at);
    }
    const all = await records(product);
    const live = all.filter(({ state }) => state === 'booked');
    assert.deepEqual(
      live.map(({ members }) => members.toSorted()),
      [[one?.members[1], other?.members[1]].sort()],
    );
    assert.equal((await product.graph.events()).length, 1);
  });

  it('leaves a pairing alone that a member moved while answers were read', async () => {
    const product = await booked([ann, ben]);
    await attendees(product.graph).respond(ben, 'decline');
    const { meetings, storage } = product.ports;
    const found = await storage.pairings.get({ ...december, pairing: 'p00001' });
    const slot = found?.value.slots[3];
    assert.ok(found && slot);
    const { value, version } = found;
    const moved: Ports = {
      ...product.ports,
      meetings: {
        ...meetings,
        async seen(mailbox, window) {
          const chosen = { ...coreOf(value), state: 'planned', revision: 1, slot } as const;
          assert.ok(await storage.pairings.replace({ ...chosen, promised: true, answers: {} }, version));
          // The event is there already, and Ben's answer to the earlier time can still be read.
          const events = await meetings.seen(mailbox, window);
          assert.ok(events !== 'mailbox-gone');
          return events.map((one) => ({ ...one, event: { ...one.event, slot } }));
        },
      },
    };
    const before = product.sent.length;
    product.setClock('2026-12-10T11:00:00Z');
    await lookAfterRound(moved, december.scheme, december.round);
    await product.work();
    const after = await record(product);
    assert.deepEqual([after.state, slotOf(after), after.revision], ['booked', slot, 1]);
    assert.equal(product.sent.length, before, 'nobody hears of another change');
    assert.equal((await product.graph.events()).length, 1);
  });

  it('gives nobody two meetings when one of three chose a time while it split the trio', async () => {
    const product = await booked([ann, ben, eve], four);
    const [trio] = await records(product);
    product.setClock('2026-12-11T09:00:00Z');
    await product.signUp(fay);
    let chosen = false;
    const interrupted = afterDeciding(product.ports, async () => {
      if (chosen) return;
      chosen = true;
      const start = trio?.slots[3]?.start ?? 0;
      const choice = { pairing: 'p00001', revision: 0, start };
      const result = await conversationOperations(product.ports).choose(callerOf(ann), choice);
      assert.equal(result.kind, 'chosen');
    });
    await product.tick(interrupted);
    assert.ok(chosen);
    const seats = (await records(product)).flatMap(({ members }) => members);
    assert.deepEqual(seats.sort(), four.map(idOf).sort());
    const invited = (await product.graph.events()).map(({ attendees: people }) => people.length);
    assert.deepEqual(invited, [2, 2], 'the next look, a minute later, has split it');
    await assertNobodyTwice(product.ports.storage, product.graph);
  });

  it('loses no event that was created meanwhile', async () => {
    const product = await start({ employees: [ann, ben, eve] });
    await product.signUp(ann, ben, eve);
    product.setClock('2026-12-10T10:00:00Z');
    await doStep(product.ports, { kind: 'pair', ...december });
    await conversationOperations(product.ports).leave(callerOf(eve), null);
    const { meetings } = product.ports;
    const cutOff: Ports = {
      ...product.ports,
      meetings: {
        ...meetings,
        create: async (organiser, invitations) => {
          await meetings.create(organiser, invitations);
          throw new Error('the answer was lost');
        },
      },
    };
    const interrupted = afterDeciding(product.ports, async () => {
      const send = product.queue.map(({ work }) => work).find(({ kind }) => kind === 'send');
      assert.ok(send?.kind === 'send');
      await assert.rejects(bookPairings(cutOff, send), /the answer was lost/);
    });
    await lookAfterRound(interrupted, december.scheme, december.round);
    await product.work();
    const events = await product.graph.events();
    assert.deepEqual(
      events.map(({ attendees: invited }) => invited.map(({ emailAddress }) => emailAddress.address).sort()),
      [[ann.mail, ben.mail]],
    );
  });

  it('fails without naming anybody when it cannot be written', async () => {
    const product = await booked([ann, ben]);
    await attendees(product.graph).respond(ben, 'decline');
    const { storage } = product.ports;
    const contested: Ports = {
      ...product.ports,
      storage: {
        ...storage,
        pairings: { ...storage.pairings, writeWith: async (changes) => changes.map(() => null) },
      },
    };
    await assert.rejects(
      lookAfterRound(contested, december.scheme, december.round),
      ({ message }: Error) =>
        /^pairing p00001 .*was changed by others/.test(message) && !/Ann|@/.test(message),
    );
  });

  it('brings no other look when no other worker decided one', async () => {
    const product = await booked([ann, ben, eve], four);
    await product.signUp(fay);
    await lookAfterRound(product.ports, december.scheme, december.round);
    assert.equal((await records(product)).length, 2, 'the trio is split');
    assert.deepEqual(
      product.queue.map(({ work }) => work.kind),
      ['send'],
    );
  });

  it('is decided once when two workers look at the same time', async () => {
    const product = await booked([ann, ben]);
    await attendees(product.graph).respond(ben, 'decline');
    product.setClock('2026-12-10T11:00:00Z');
    const before = product.sent.length;
    await Promise.all([product.tick(), product.tick()]);
    const [pairing] = await records(product);
    assert.deepEqual([pairing?.state, pairing?.revision, pairing?.moves], ['booked', 1, 1]);
    assert.equal((await product.graph.events()).length, 1);
    assert.equal(product.sent.length - before, 2);
  });
});

/** Ports of a worker for which something else happens just before it stores a repair. */
function afterDeciding(ports: Ports, happens: () => Promise<void>): Ports {
  const { repairs } = ports.storage;
  const putFirst: typeof repairs.putFirst = async (repair) => {
    await happens();
    return repairs.putFirst(repair);
  };
  return { ...ports, storage: { ...ports.storage, repairs: { ...repairs, putFirst } } };
}
