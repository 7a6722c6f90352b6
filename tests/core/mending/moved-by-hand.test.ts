import assert from 'node:assert/strict';
import { forgetConversation } from '../../../core/enrolment/reach.ts';
import { readMyHistory } from '../../../core/views/me.ts';
import { readMyPairing } from '../../../core/views/my-pairing.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { answersOf, eventOf, slotOf } from '../../../core/records/pairing.ts';
import type { Slot } from '../../../core/time/slot.ts';
import { shownSlot } from '../../../core/words/pairing-view.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { bookedRound } from '../../support/booked-round.ts';
import { dying, Killed } from '../../support/dying.ts';
import { employee, idOf, organiser } from '../../support/emulated-graph.ts';
import { ann, ben, cem } from '../../support/people.ts';
import { halfHour } from '../../support/records.ts';
import { changeRecord, record } from '../../support/stored.ts';
import { callerOf, december, useProduct, type TestProduct } from '../../support/test-product.ts';

/** Tuesday after the meeting week. */
const tuesday = halfHour('2026-12-22T10:00:00.000Z');
const wednesday = halfHour('2026-12-23T10:00:00.000Z');
const february = halfHour('2027-02-16T10:00:00.000Z');

describe('a meeting that somebody moved to a later week', function () {
  this.timeout(120_000);
  const start = useProduct();

  const booked = (people: readonly Employee[]) => bookedRound(start, people);

  /** Booked on Thursday 10 December, and the first event moved by hand an hour later. `said` begins after that. */
  async function moved(people: readonly Employee[], to = tuesday) {
    const round = await booked(people);
    const [event] = await round.product.graph.events();
    await round.outlook.move(organiser.mail, event?.id ?? '', to);
    await round.look('2026-12-10T11:00:00Z');
    const saidBefore = round.said().length;
    return {
      ...round,
      event: event?.id ?? '',
      said: () => round.said().slice(saidBefore).sort(),
      stage: async () => (await round.product.detail()).stage,
    };
  }

  /** The same when the meeting week is over. */
  async function afterWeek(people: readonly Employee[], to = tuesday) {
    const round = await moved(people, to);
    await round.look('2026-12-21T00:00:00Z');
    return round;
  }

  it('stays there, and the round closes on the day after it, when both said that they met', async () => {
    const { product, outlook, look, bot, said, stage } = await afterWeek([ann, ben]);
    assert.deepEqual(said(), []);
    const stays = await record(product);
    assert.deepEqual([stays.state, slotOf(stays), eventOf(stays)?.slot], ['booked', tuesday, tuesday]);
    await outlook.respond(ann, 'accept');
    await look('2026-12-22T09:00:00Z');
    assert.deepEqual(answersOf(await record(product)), { [idOf(ann)]: 'accepted' });
    for (const at of ['10:00', '10:15', '10:29']) {
      await look(`2026-12-22T${at}:00Z`);
      assert.equal(await stage(), 'meeting', `at ${at}`);
      assert.deepEqual((await bot.myPairing(callerOf(ben)))?.slot, shownSlot(tuesday));
      assert.deepEqual((await readMyPairing(product.ports, idOf(ben)))?.slot, shownSlot(tuesday));
    }
    await look('2026-12-22T10:30:00Z');
    assert.equal(await stage(), 'meeting', 'they may say whether they met');
    const about = { ...december, pairing: 'p00001', start: tuesday.start, said: 'yes' } as const;
    for (const person of [ann, ben]) await bot.sayMet(callerOf(person), about);
    await look('2026-12-23T10:30:00Z');
    assert.equal(await stage(), 'closed');
    assert.equal(await bot.myPairing(callerOf(ben)), null);
    assert.deepEqual(await met(product, ann), [[['Ben'], true]]);
    assert.deepEqual(said(), []);
  });

  it('is announced in the morning, in one message, when it was moved in the last minutes of the week', async () => {
    const { product, outlook, look, said } = await booked([ann, ben]);
    await look('2026-12-14T09:00:00Z');
    const [event] = await product.graph.events();
    await outlook.move(organiser.mail, event?.id ?? '', tuesday);
    const before = product.sent.length;
    await look('2026-12-21T00:00:00Z');
    assert.equal((await product.detail()).stage, 'meeting');
    assert.deepEqual(said(), []);
    for (const at of ['09:00', '09:15', '10:00']) await look(`2026-12-21T${at}:00Z`);
    assert.deepEqual(said(), ['Ann: moved-by-hand', 'Ben: moved-by-hand']);
    assert.equal(product.sent.length, before + 2, 'nobody is reminded of it on top');
  });

  it('moves back into the week when it is declined during the week', async () => {
    const { outlook, look, product, said } = await moved([ann, ben]);
    await outlook.respond(ann, 'accept');
    await look('2026-12-10T12:00:00Z');
    assert.deepEqual(answersOf(await record(product)), { [idOf(ann)]: 'accepted' });
    await outlook.respond(ben, 'decline');
    await look('2026-12-10T13:00:00Z');
    assert.deepEqual(said(), ['Ann: moved', 'Ben: moved']);
    assert.ok((slotOf(await record(product))?.end ?? NaN) < Date.parse('2026-12-21'));
  });

  it('is cancelled when it is declined after the week, and both hear once that no time is left', async () => {
    const { outlook, product, look, said, stage } = await afterWeek([ann, ben]);
    await outlook.respond(ben, 'decline');
    for (const at of ['07:00', '07:15', '07:30', '08:30']) await look(`2026-12-21T${at}:00Z`);
    assert.deepEqual(said(), []);
    await look('2026-12-21T09:00:00Z');
    assert.deepEqual(said(), ['Ann: unplaced', 'Ben: unplaced']);
    assert.deepEqual(await product.graph.events(), []);
    assert.equal(await stage(), 'closed');
    assert.deepEqual(await met(product, ann), [[['Ben'], false]]);
  });

  it('keeps its recorded answers when it is too far away for them to be read', async () => {
    const { product, look } = await moved([ann, ben], february);
    const answers = { [idOf(ben)]: 'declined' as const };
    await changeRecord(product, (now) => (now.state === 'booked' ? { ...now, answers } : now));
    await look('2026-12-10T12:00:00Z');
    const now = await record(product);
    assert.deepEqual([slotOf(now), answersOf(now)], [february, answers]);
  });

  it('keeps its round open for at most 14 days', async () => {
    const { product, look, stage, said } = await afterWeek([ann, ben], february);
    await look('2027-01-03T23:45:00Z');
    assert.equal(await stage(), 'meeting');
    await look('2027-01-04T00:00:00Z');
    assert.equal(await stage(), 'closed');
    assert.deepEqual(await met(product, ann), [[['Ben'], null]]);
    assert.deepEqual(said(), []);
  });

  it('does not delay the last message of others', async () => {
    const people = [ann, ben, cem, employee('Eve')];
    const { product, bot, look, said, stage } = await moved(people);
    const other = (await product.detail()).pairings.find(
      ({ slot }) => slot?.start !== shownSlot(tuesday).start,
    );
    const [leaver, left] = people.filter((person) => other?.members.some(({ id }) => id === idOf(person)));
    assert.ok(leaver && left);
    product.setClock('2026-12-11T09:00:00Z');
    await bot.leave(callerOf(leaver), null);
    await product.work();
    for (const at of ['00:00', '09:00']) await look(`2026-12-21T${at}:00Z`);
    assert.deepEqual(said(), [`${left.name}: called-off`, `${left.name}: unplaced`]);
    assert.equal(await stage(), 'meeting');
    assert.equal(await bot.myPairing(callerOf(left)), null);
  });

  it('is asked about when it is declined during it, while another one lies ahead', async () => {
    const people = [ann, ben, cem, employee('Eve')];
    const { product, outlook, look, said, event } = await moved(people);
    const events = await product.graph.events();
    const [first, second] = [events.find(({ id }) => id === event), events.find(({ id }) => id !== event)];
    await outlook.move(organiser.mail, second?.id ?? '', wednesday);
    await look('2026-12-21T00:00:00Z');
    const saidBefore = said().length;
    const theirs = people.filter(({ mail }) =>
      first?.attendees.some(({ emailAddress }) => emailAddress.address === mail),
    );
    product.setClock('2026-12-22T10:10:00Z');
    await outlook.respond(theirs[0] ?? ann, 'decline');
    assert.equal(said().length, saidBefore);
    await look('2026-12-22T10:15:00Z');
    const asked = theirs.map(({ name }) => `${name}: asked`);
    assert.deepEqual(
      said().filter((one) => one.endsWith('asked')),
      asked.sort(),
    );
    await look('2026-12-22T11:30:00Z');
    assert.equal((await product.detail()).stage, 'meeting');
    await look('2026-12-23T10:30:00Z');
    await look('2026-12-28T10:30:00Z');
    assert.equal((await product.detail()).stage, 'closed');
  });

  it('does not keep another one from being called off while it is under way', async () => {
    const people = [ann, ben, cem, employee('Eve')];
    const { product, bot, outlook, look, said, event } = await moved(people);
    const events = await product.graph.events();
    const second = events.find(({ id }) => id !== event);
    const theirs = people.filter(({ mail }) =>
      second?.attendees.some(({ emailAddress }) => emailAddress.address === mail),
    );
    const afterIt = halfHour('2026-12-22T10:30:00.000Z');
    await outlook.move(organiser.mail, second?.id ?? '', afterIt);
    await look('2026-12-21T00:00:00Z');
    const saidBefore = said().length;
    product.setClock('2026-12-22T10:02:00Z');
    await bot.leave(callerOf(theirs[0] ?? ann), null);
    await product.work();
    assert.deepEqual(said().length, saidBefore + 1);
    assert.equal((await product.graph.events()).length, 1);
  });

  it('keeps the round open, and so the meetings of the others out of their history', async () => {
    const people = [ann, ben, cem, employee('Eve')];
    const { product, look, stage } = await moved(people);
    const other = (await product.detail()).pairings.find(
      ({ slot }) => slot?.start !== shownSlot(tuesday).start,
    );
    const [one, two] = people.filter((person) => other?.members.some(({ id }) => id === idOf(person)));
    assert.ok(one && two);
    await look('2026-12-21T00:00:00Z');
    assert.equal(await stage(), 'meeting');
    assert.deepEqual(await met(product, one), []);
    for (const at of ['22T10:30', '23T10:30', '25T10:30']) await look(`2026-12-${at}:00Z`);
    assert.equal(await stage(), 'closed');
    assert.equal(await product.ports.storage.availability.get(december), null);
    assert.deepEqual(await met(product, one), [[[two.name], null]]);
  });

  for (const { why, withdraws, reason, told } of [
    {
      why: 'leaves',
      withdraws: ({ bot }) => bot.leave(callerOf(ben), null),
      reason: 'withdrew',
      told: 'sent',
    },
    {
      why: 'pauses for a round',
      withdraws: async ({ bot }) => {
        const paused = await bot.pause(callerOf(ben), null, null);
        assert.equal(paused.kind === 'paused' && paused.until, '2026-12-23', 'the day after it');
      },
      reason: 'withdrew',
      told: 'sent',
    },
    {
      why: 'removes the app',
      withdraws: ({ product }) => forgetConversation(product.ports, idOf(ben)),
      reason: 'unreachable',
      told: 'unreachable',
    },
  ] satisfies {
    why: string;
    withdraws: (of: Awaited<ReturnType<typeof moved>>) => Promise<unknown>;
    reason: string;
    told: string;
  }[]) {
    it(`is cancelled when a member ${why} after the week: the other is told once, and the round closes`, async () => {
      const round = await afterWeek([ann, ben]);
      const { product, said, look, bot, stage } = round;
      product.setClock('2026-12-21T09:00:00Z');
      await withdraws(round);
      await product.work();
      assert.deepEqual(said(), ['Ann: unplaced']);
      assert.deepEqual(await product.graph.events(), []);
      assert.equal(await bot.myPairing(callerOf(ann)), null);
      for (const at of ['09:15', '09:30', '10:30']) await look(`2026-12-21T${at}:00Z`);
      assert.deepEqual(said(), ['Ann: unplaced']);
      assert.equal(await stage(), 'closed');
      assert.deepEqual(
        (await product.detail()).receipt.map((one) => [one.name, one.reason, one.told]),
        [
          ['Ann', 'partner-left', 'sent'],
          ['Ben', reason, told],
        ],
      );
      assert.deepEqual(
        [await met(product, ann), await met(product, ben)],
        [[[['Ben'], false]], [[['Ann'], false]]],
      );
    });
  }

  it('takes place when a pause ends on its day, and when a member leaves during it', async () => {
    const { product, bot, said, look } = await afterWeek([ann, ben]);
    await bot.pause(callerOf(ben), null, '2026-12-22');
    await product.work();
    await look('2026-12-21T07:00:00Z');
    assert.deepEqual((await bot.myPairing(callerOf(ann)))?.slot, shownSlot(tuesday));
    product.setClock('2026-12-22T10:10:00Z');
    await bot.leave(callerOf(ben), null);
    await product.work();
    for (const at of ['22T11:30', '25T10:30']) await look(`2026-12-${at}:00Z`);
    assert.deepEqual(said(), []);
    assert.deepEqual(await met(product, ann), [[['Ben'], null]]);
    assert.equal((await product.graph.events()).length, 1);
  });

  it('is moved on request after the week, within the seven days after it', async () => {
    const { product, bot, said } = await afterWeek([ann, ben]);
    const asked = await bot.otherTimes(callerOf(ann));
    const offer = asked.kind === 'offered' ? (asked.pairing.offer ?? []) : [];
    assert.equal(offer.length, 3);
    assert.ok(offer.every(({ start, end }) => start >= '2026-12-21' && end < '2026-12-28'));
    const press = (slot: Slot) =>
      bot.choose(callerOf(ann), { pairing: 'p00001', revision: 1, start: slot.start });
    const tooLate = await press(february);
    assert.equal(tooLate.kind === 'refused' && tooLate.reason, 'taken');
    assert.equal((await press(wednesday)).kind, 'chosen');
    await product.work();
    product.setClock('2026-12-21T09:00:00Z');
    await product.tick();
    assert.deepEqual(eventOf(await record(product))?.slot, wednesday);
    assert.deepEqual(said(), ['Ben: chosen']);
  });

  it('is cancelled by closing when a look in the week does not finish before its end', async () => {
    const { product, look, bot, said, stage } = await moved([ann, ben]);
    product.setClock('2026-12-20T23:59:00Z');
    await bot.leave(callerOf(ben), null);
    const { ports } = product;
    const freeBusy: Ports['calendars']['freeBusy'] = async (...args) => {
      const read = await ports.calendars.freeBusy(...args);
      product.setClock('2026-12-21T00:00:00Z');
      return read;
    };
    await product.work({ ...ports, calendars: { ...ports.calendars, freeBusy } });
    assert.equal((await record(product)).state, 'booked');
    for (const at of ['00:00', '00:15', '09:00']) await look(`2026-12-21T${at}:00Z`);
    assert.deepEqual(said(), ['Ann: unplaced']);
    assert.equal(await stage(), 'closed');
    assert.deepEqual(await met(product, ann), [[['Ben'], false]]);
  });

  it('is cancelled exactly once, wherever the process is killed', async () => {
    for (let at = 1, isOver = false; !isOver; at += 1) {
      const { product, bot, said, look } = await afterWeek([ann, ben]);
      product.setClock('2026-12-21T09:00:00Z');
      await bot.leave(callerOf(ben), null);
      const mortal = dying(product.ports, at);
      await product.work(mortal.ports).catch((error: unknown) => {
        if (!(error instanceof Killed) && !mortal.died()) throw error;
      });
      isOver = !mortal.died();
      if (!isOver) product.queue.splice(0);
      for (const time of ['10:00', '10:15', '10:30', '11:30']) await look(`2026-12-21T${time}:00Z`);
      const told = `killed after effect ${at}`;
      assert.deepEqual(said(), ['Ann: unplaced'], told);
      assert.deepEqual(await product.graph.events(), [], told);
      const { receipt, stage } = await product.detail();
      assert.equal(stage, 'closed', told);
      assert.deepEqual(
        receipt.map(({ reason }) => reason),
        ['partner-left', 'withdrew'],
        told,
      );
      assert.deepEqual(await met(product, ann), [[['Ben'], false]], told);
    }
  });
});

/** Whom somebody met, by name, as the tab shows it: `[partners, met]`. */
async function met(product: TestProduct, person: Employee): Promise<unknown> {
  return (await readMyHistory(product.ports, idOf(person))).map(({ partners, met: were }) => [
    partners.map(({ name }) => name).sort(),
    were,
  ]);
}
