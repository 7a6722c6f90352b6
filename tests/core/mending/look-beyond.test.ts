import assert from 'node:assert/strict';
import sinon from 'sinon';
import { forgetConversation } from '../../../core/enrolment/reach.ts';
import { bookPairings } from '../../../core/booking/book-pairings.ts';
import { lookBeyondRound } from '../../../core/mending/look-beyond.ts';
import { closeRound } from '../../../core/closing/close-round.ts';
import { readMyHistory } from '../../../core/views/me.ts';
import { readMyPairing } from '../../../core/views/my-pairing.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { bookedRound } from '../../support/booked-round.ts';
import { dying, Killed } from '../../support/dying.ts';
import { employee, idOf, organiser } from '../../support/emulated-graph.ts';
import { ann, ben, cem } from '../../support/people.ts';
import { callerOf, december, useProduct, type TestProduct } from '../../support/test-product.ts';

/** Two days after the meeting week of 14 December. */
const tuesday = { start: '2026-12-22T10:00:00.000Z', end: '2026-12-22T10:30:00.000Z' };
const lastDay = { start: '2027-01-17T23:30:00.000Z', end: '2027-01-18T00:00:00.000Z' };
const tooFar = { start: '2027-01-18T00:00:00.000Z', end: '2027-01-18T00:30:00.000Z' };

describe('a meeting beyond the week of a round that is closed', function () {
  this.timeout(120_000);
  const start = useProduct();
  afterEach(() => {
    sinon.restore();
  });

  /** Paired and booked on Thursday 10 December, moved an hour later; the round is closed when its week is over. */
  async function moved(people: readonly Employee[], to = tuesday) {
    const round = await bookedRound(start, people, ({ reader, message }) => {
      const isLate = 'isAfterWeek' in message && message.isAfterWeek;
      const what = 'news' in message ? message.news : message.kind;
      return `${reader.name}: ${what}${isLate ? ', after the week' : ''}`;
    });
    const [event] = await round.product.graph.events();
    await round.outlook.move(organiser.mail, event?.id ?? '', to);
    await round.look('2026-12-10T11:00:00Z');
    await round.look('2026-12-21T00:00:00Z');
    const { product } = round;
    assert.equal((await product.detail()).stage, 'closed');
    const saidBefore = round.said().length;
    return {
      ...round,
      said: () => round.said().slice(saidBefore).sort(),
      /** Where the person's meeting is, as the tab and the bot show it. */
      shown: async (person: Employee) => {
        const [inTab, inChat] = [
          await readMyPairing(product.ports, idOf(person)),
          await round.bot.myPairing(callerOf(person)),
        ];
        assert.deepEqual(inTab?.slot, inChat?.slot);
        return inTab === null ? null : inTab.slot;
      },
    };
  }

  /** Moved like that, and the round is not closed yet. */
  async function ahead() {
    const round = await bookedRound(
      start,
      [ann, ben],
      ({ reader, message }) => `${reader.name}: ${message.kind}`,
    );
    const [event] = await round.product.graph.events();
    await round.outlook.move(organiser.mail, event?.id ?? '', tuesday);
    await round.look('2026-12-10T11:00:00Z');
    const saidBefore = round.said().length;
    return { ...round, event: event?.id ?? '', said: () => round.said().slice(saidBefore) };
  }

  it('is shown while it lies ahead or is under way, and its history is not known', async () => {
    const { product, shown, bot, look, said } = await moved([ann, ben]);
    await look('2026-12-22T09:00:00Z');
    assert.deepEqual(await shown(ann), tuesday);
    assert.equal((await bot.myPairing(callerOf(ann)))?.isAfterWeek, true);
    assert.deepEqual(await history(product, ann), [[['Ben'], null]]);
    product.setClock('2026-12-22T10:29:59Z');
    assert.deepEqual(await shown(ben), tuesday);
    product.setClock('2026-12-22T10:30:00Z');
    assert.equal(await shown(ben), null);
    assert.deepEqual(await history(product, ann), [[['Ben'], null]]);
    assert.deepEqual(said(), []);
  });

  it('is shown up to four weeks after the week', async () => {
    const { shown, product } = await moved([ann, ben], lastDay);
    product.setClock('2027-01-06T10:00:00Z');
    assert.deepEqual(await shown(ann), lastDay);
  });

  it('is not shown beyond that: nobody looks there', async () => {
    const { shown } = await moved([ann, ben], tooFar);
    assert.equal(await shown(ann), null);
  });

  it('is none where somebody took it out of the calendar before the round was closed', async () => {
    const { product, look, outlook, bot, event } = await ahead();
    product.setClock('2026-12-20T23:50:00Z');
    await outlook.remove(organiser.mail, event);
    await look('2026-12-21T00:00:00Z');
    assert.equal((await product.detail()).stage, 'closed');
    assert.equal(await bot.myPairing(callerOf(ann)), null);
    assert.equal((await product.ports.storage.rounds.get(december))?.value.nextMeetingAt, null);
  });

  it('is shown before the round is closed, too', async () => {
    const { product, bot } = await ahead();
    product.setClock('2026-12-21T00:00:00Z');
    assert.deepEqual((await bot.myPairing(callerOf(ann)))?.slot, tuesday);
  });

  it('keeps no calendar and adds nothing to anybody’s awkward minutes', async () => {
    const early = (name: string) => employee(name, { workStart: '07:00', workEnd: '09:00' });
    const seven = { start: '2026-12-22T07:00:00.000Z', end: '2026-12-22T07:30:00.000Z' };
    const { product } = await moved([early('Early'), early('Bird')], seven);
    assert.equal(await product.ports.storage.availability.get(december), null);
    const key = { scheme: december.scheme, person: idOf(early('Early')) };
    assert.equal((await product.ports.storage.participants.get(key))?.value.awkward, 0);
  });

  it('comes before what is paired next, and after it when that is sooner', async () => {
    const { product, look, shown } = await moved([ann, ben], {
      start: '2027-01-14T18:00:00.000Z',
      end: '2027-01-14T18:30:00.000Z',
    });
    await look('2027-01-07T10:00:00Z');
    await look('2027-01-07T10:00:00Z');
    const key = { scheme: december.scheme, round: '2027-01-11', pairing: 'p00001' };
    const next = (await product.ports.storage.pairings.get(key))?.value.slot;
    assert.ok(next && next.start < '2027-01-14');
    assert.deepEqual(await shown(ann), next);
    product.setClock(next.end);
    assert.deepEqual(await shown(ann), {
      start: '2027-01-14T18:00:00.000Z',
      end: '2027-01-14T18:30:00.000Z',
    });
  });

  it('takes no press of a card that is about the next round, whose pairing has the same id', async () => {
    const friday = { start: '2027-01-08T18:00:00.000Z', end: '2027-01-08T18:30:00.000Z' };
    const { bot, look, shown } = await moved([ann, ben], friday);
    await look('2027-01-07T10:00:00Z');
    await look('2027-01-07T10:00:00Z');
    assert.deepEqual(await shown(ann), friday);
    const times = await bot.otherTimes(callerOf(ann));
    assert.ok(times.kind === 'offered');
    const { pairing, revision, offer, round } = times.pairing;
    assert.deepEqual([pairing, round], ['p00001', '2027-01-11']);
    const chosen = await bot.choose(callerOf(ann), { pairing, revision, start: offer?.[1]?.start ?? '' });
    assert.deepEqual(chosen.kind === 'chosen' && [chosen.pairing.round, chosen.pairing.slot], [
      '2027-01-11',
      offer?.[1],
    ]);
    assert.deepEqual(await shown(ann), friday);
  });

  for (const { why, withdraws, reason, told } of [
    {
      why: 'leaves',
      withdraws: ({ bot }) => bot.leave(callerOf(ben), null),
      reason: 'withdrew',
      told: 'sent',
    },
    {
      why: 'pauses until after it',
      withdraws: ({ bot }) => bot.pause(callerOf(ben), null, '2026-12-23'),
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
    it(`is called off when somebody ${why}: the other hears so once`, async () => {
      const round = await moved([ann, ben]);
      const { product, said, shown, look } = round;
      product.setClock('2026-12-21T09:00:00Z');
      await withdraws(round);
      await product.work();
      assert.deepEqual(said(), ['Ann: called-off, after the week']);
      assert.deepEqual(await product.graph.events(), []);
      assert.deepEqual([await shown(ann), await shown(ben)], [null, null]);
      assert.deepEqual(await history(product, ann), [[['Ben'], false]]);
      assert.deepEqual(await history(product, ben), [[['Ann'], false]]);
      const { stage, receipt, pairings } = await product.detail();
      assert.deepEqual(
        [stage, pairings[0]?.state, pairings[0]?.problem],
        ['closed', 'cancelled', 'called-off-later'],
      );
      assert.deepEqual(
        receipt.map((one) => [one.name, one.reason, one.told]),
        [
          ['Ann', 'partner-left', 'sent'],
          ['Ben', reason, told],
        ],
      );

      await withdraws(round).catch(() => undefined);
      for (const at of ['2026-12-21T10:00:00Z', '2026-12-21T11:00:00Z', '2026-12-22T12:00:00Z'])
        await look(at);
      assert.deepEqual(said(), ['Ann: called-off, after the week']);
    });
  }

  it('is not shown any more once it is called off, though its event is still to be cancelled', async () => {
    const { product, bot } = await moved([ann, ben]);
    await bot.leave(callerOf(ben), null);
    await lookBeyondRound(product.ports, december.scheme, december.round);
    assert.equal((await product.graph.events()).length, 1);
    assert.equal(await bot.myPairing(callerOf(ann)), null);
  });

  it('stands when somebody is back on its day, and when it has begun', async () => {
    const { product, bot, said, shown, look } = await moved([ann, ben]);
    await bot.pause(callerOf(ben), null, '2026-12-22');
    await product.work();
    assert.deepEqual(await shown(ann), tuesday);
    product.setClock('2026-12-22T10:10:00Z');
    await bot.leave(callerOf(ben), null);
    await product.work();
    await look('2026-12-22T11:30:00Z');
    assert.deepEqual(said(), []);
    assert.deepEqual(await history(product, ann), [[['Ben'], null]]);
    assert.equal((await product.graph.events()).length, 1);
  });

  it('goes on with two of three', async () => {
    const { product, bot, said, shown } = await moved([ann, ben, cem]);
    product.setClock('2026-12-21T09:00:00Z');
    await bot.leave(callerOf(cem), null);
    await product.work();
    assert.deepEqual(said(), ['Ann: member-left, after the week', 'Ben: member-left, after the week']);
    assert.deepEqual([await shown(ann), await shown(cem)], [tuesday, null]);
    const [event] = await product.graph.events();
    assert.equal(event?.attendees.length, 2);
    assert.deepEqual(
      (await readMyPairing(product.ports, idOf(ann)))?.lastMet,
      null,
      'this round is no earlier one',
    );
    assert.deepEqual(await history(product, ann), [[['Ben'], null]]);
    assert.deepEqual(await history(product, cem), [[['Ann', 'Ben'], false]]);
  });

  it('goes on with two of three in an event of its own, where somebody took the other one out; wherever that gets lost', async () => {
    const { product, bot, look, outlook, said, shown } = await moved([ann, ben, cem]);
    product.setClock('2026-12-21T09:00:00Z');
    await bot.leave(callerOf(cem), null);
    const [event] = await product.graph.events();
    await outlook.remove(organiser.mail, event?.id ?? '');
    await lookBeyondRound(product.ports, december.scheme, december.round);
    const [book] = product.queue.splice(0).filter(({ work }) => work.kind === 'book');
    assert.ok(book?.work.kind === 'book');
    await bookPairings(product.ports, book.work);
    assert.deepEqual(await product.graph.events(), [], 'found gone, and asked for anew');
    product.queue.splice(0);
    await look('2026-12-21T10:00:00Z');
    assert.equal((await product.graph.events()).length, 1);
    assert.deepEqual(said(), ['Ann: member-left, after the week', 'Ben: member-left, after the week']);
    assert.deepEqual(await shown(ann), tuesday);
  });

  it('is looked at hourly, so that it is called off where the word of who left got lost; with no calendar read', async () => {
    const { product, bot, look, said } = await moved([ann, ben]);
    product.setClock('2026-12-21T00:05:00Z');
    await bot.leave(callerOf(ben), null);
    product.queue.splice(0);
    const { calendars, meetings } = product.ports;
    const reading = [sinon.spy(calendars, 'freeBusy'), sinon.spy(meetings, 'seen')];
    await look('2026-12-21T01:00:00Z');
    assert.deepEqual(said(), ['Ann: called-off, after the week']);
    assert.deepEqual(
      reading.map(({ callCount }) => callCount),
      [0, 0],
    );
    product.setClock('2026-12-21T03:00:00Z');
    await product.tick();
    assert.equal(
      (await product.ports.storage.rounds.get(december))?.value.nextMeetingAt,
      null,
      'nothing is left',
    );
  });

  it('is called off by whoever leaves between the end of the week and the end of the round', async () => {
    const { product, look, bot, said } = await ahead();
    product.setClock('2026-12-21T00:00:00Z');
    await bot.leave(callerOf(ben), null);
    const reading = sinon.spy(product.ports.calendars, 'freeBusy');
    await product.work();
    assert.equal(reading.callCount, 0, 'the week is over');
    for (const at of ['2026-12-21T00:01:00Z', '2026-12-21T00:15:00Z', '2026-12-21T02:00:00Z']) await look(at);
    assert.deepEqual(said(), ['Ann: called-off']);
    assert.deepEqual(await product.graph.events(), []);
    assert.equal((await product.detail()).stage, 'closed');
    assert.deepEqual(await history(product, ann), [[['Ben'], false]]);
  });

  for (const [when, step] of [
    ['before what people keep of it is written', 'get'],
    ['after that', 'remove'],
  ] as const) {
    it(`is called off by whoever leaves while the round is being closed, ${when}`, async () => {
      const { product, look, bot, said } = await ahead();
      product.setClock('2026-12-21T00:00:00Z');
      const { ports } = product;
      const { availability } = ports.storage;
      const leaving = sinon.stub(availability, step).callsFake(async (key) => {
        leaving.restore();
        await bot.leave(callerOf(ben), null);
        await product.work();
        return availability[step](key) as never;
      });
      await closeRound(ports, december.scheme, december.round);
      assert.equal((await product.detail()).stage, 'closed');
      assert.equal((await product.detail()).pairings[0]?.state, 'cancelled');
      for (const at of ['2026-12-21T01:00:00Z', '2026-12-21T02:00:00Z', '2026-12-21T03:00:00Z'])
        await look(at);
      assert.deepEqual(said(), ['Ann: called-off']);
      assert.deepEqual(await product.graph.events(), []);
      assert.deepEqual(await history(product, ann), [[['Ben'], false]]);
      assert.equal((await ports.storage.rounds.get(december))?.value.nextMeetingAt, null);
    });
  }

  it('is left to the end of the round by a look that began before it, and is not through when the week ends', async () => {
    const { product, look, bot, said } = await ahead();
    product.setClock('2026-12-20T23:59:00Z');
    await bot.leave(callerOf(ben), null);
    const { ports } = product;
    const freeBusy: Ports['calendars']['freeBusy'] = async (...args) => {
      const read = await ports.calendars.freeBusy(...args);
      product.setClock('2026-12-21T00:00:00Z');
      return read;
    };
    await product.work({ ...ports, calendars: { ...ports.calendars, freeBusy } });
    assert.equal((await product.detail()).pairings[0]?.state, 'booked');
    for (const at of ['2026-12-21T00:00:00Z', '2026-12-21T00:15:00Z', '2026-12-21T01:00:00Z']) await look(at);
    assert.deepEqual(said(), ['Ann: called-off']);
    assert.deepEqual(await product.graph.events(), []);
    assert.deepEqual(await history(product, ann), [[['Ben'], false]]);
  });

  it('is called off at once, though somebody else stored what they saw of others first', async () => {
    const { product, bot, said } = await moved([ann, ben]);
    const { repairs } = product.ports.storage;
    const putFirst = sinon.stub(repairs, 'putFirst').callsFake(async (wanted) => {
      putFirst.restore();
      return repairs.putFirst({ ...wanted, changed: [], placements: [] });
    });
    await bot.leave(callerOf(ben), null);
    await product.work();
    assert.deepEqual(said(), ['Ann: called-off, after the week']);
  });

  it('gives no other time, and says that it stays where it is', async () => {
    const { bot } = await moved([ann, ben]);
    const asked = await bot.otherTimes(callerOf(ann));
    assert.deepEqual(asked.kind === 'refused' && [asked.reason, asked.pairing?.slot, asked.pairing?.offer], [
      'no-slot',
      tuesday,
      null,
    ]);
    const chosen = await bot.choose(callerOf(ann), {
      pairing: 'p00001',
      revision: 1,
      start: '2026-12-23T10:00:00.000Z',
    });
    assert.equal(chosen.kind === 'refused' && chosen.reason, 'changed');
  });

  it('is not forgotten by a second closing that comes late', async () => {
    const { product, bot, said } = await moved([ann, ben]);
    const { rounds } = product.ports.storage;
    const closed = await rounds.get(december);
    assert.ok(closed);
    await bot.leave(callerOf(ben), null);
    await product.work();
    const late: Ports = {
      ...product.ports,
      storage: {
        ...product.ports.storage,
        rounds: {
          ...rounds,
          get: sinon
            .stub()
            .onFirstCall()
            .resolves({ ...closed, value: { ...closed.value, stage: 'meeting' } })
            .callsFake(() => rounds.get(december)),
        },
      },
    };
    const before = await rounds.get(december);
    await closeRound(late, december.scheme, december.round);
    await product.work();
    assert.deepEqual(said(), ['Ann: called-off, after the week']);
    assert.deepEqual(await rounds.get(december), before);
    assert.deepEqual(await history(product, ann), [[['Ben'], false]]);
  });

  it('is called off once wherever whoever does it dies', async () => {
    for (let at = 1, isOver = false; !isOver; at += 1) {
      const { product, bot, said, look } = await moved([ann, ben]);
      product.setClock('2026-12-21T09:00:00Z');
      await bot.leave(callerOf(ben), null);
      const mortal = dying(product.ports, at);
      await product.work(mortal.ports).catch((error: unknown) => {
        if (!(error instanceof Killed) && !mortal.died()) throw error;
      });
      isOver = !mortal.died();
      if (!isOver) product.queue.splice(0);
      for (const time of ['10:00', '11:00', '12:00', '13:00']) await look(`2026-12-21T${time}:00Z`);
      const told = `killed after effect ${at}`;
      assert.deepEqual(said(), ['Ann: called-off, after the week'], told);
      assert.deepEqual(await product.graph.events(), [], told);
      const { receipt } = await product.detail();
      assert.deepEqual(
        receipt.map(({ reason }) => reason),
        ['partner-left', 'withdrew'],
        told,
      );
      assert.deepEqual(await history(product, ann), [[['Ben'], false]], told);
      assert.deepEqual(await history(product, ben), [[['Ann'], false]], told);
    }
  });
});

/** Whom somebody met, by name, as the tab shows it. */
async function history(product: TestProduct, person: Employee): Promise<unknown> {
  return (await readMyHistory(product.ports, idOf(person))).map(({ partners, met }) => [
    partners.map(({ name }) => name).sort(),
    met,
  ]);
}
