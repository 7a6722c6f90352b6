import assert from 'node:assert/strict';
import { forgetConversation } from '../../../core/enrolment/reach.ts';
import type { Message } from '../../../core/words/message.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import { bookedRound } from '../../support/booked-round.ts';
import { employee, idOf, organiser } from '../../support/emulated-graph.ts';
import { ann, ben, eve, fay } from '../../support/people.ts';
import { records } from '../../support/stored.ts';
import { callerOf, useProduct, type GivenProduct, type TestProduct } from '../../support/test-product.ts';
import type { Employee } from '../../../local/organisation/employee.ts';

describe('looking after a round', () => {
  const start = useProduct();

  async function booked(people: readonly Employee[], given: Partial<GivenProduct> = {}) {
    const round = await bookedRound(
      start,
      people,
      ({ reader, message }) => `${reader.name}: ${gist(message)}`,
      given,
    );
    return { ...round, said: () => round.said().sort() };
  }

  it('moves a meeting that was declined, and tells each of the two once', async () => {
    const { product, outlook, said } = await booked([ann, ben]);
    const [before] = await records(product);
    await outlook.respond(ben, 'decline');
    await product.tickAt('2026-12-10T11:00:00Z');

    const [after] = await records(product);
    assert.deepEqual([after?.state, after?.revision, after?.moves], ['booked', 1, 1]);
    assert.equal(after?.slot?.start, before?.slots[1]?.start);
    await assertOneEvent(product, after);
    assert.deepEqual(said(), ['Ann: moved by Ben', 'Ben: moved by you']);

    await product.tickAt('2026-12-10T12:00:00Z');
    assert.deepEqual(said().length, 2, 'nothing more is said');
  });

  it('asks the two when it was declined a third time; the first choice counts, pressed twice or not', async () => {
    const { product, outlook, bot, said } = await booked([ann, ben]);
    for (const at of ['2026-12-10T11:00:00Z', '2026-12-10T12:00:00Z', '2026-12-10T13:00:00Z']) {
      await outlook.respond(ben, 'decline');
      await product.tickAt(at);
    }
    const [asked] = await records(product);
    assert.deepEqual([asked?.state, asked?.revision, asked?.event], ['suggested', 3, null]);
    assert.deepEqual(await product.graph.events(), [], 'nothing is booked');
    assert.deepEqual(await outlook.calendar(ann), [], 'and nothing stands in Ann’s calendar');
    assert.deepEqual(said().slice(0, 2), ['Ann: asked by Ben, 3 slots', 'Ann: moved by Ben']);

    const offer = asked?.offer?.[1];
    assert.ok(offer);
    const press = { pairing: asked.pairing, revision: 3, start: offer.start };
    assert.equal((await bot.choose(callerOf(ann), press)).kind, 'chosen');
    assert.equal((await bot.choose(callerOf(ann), press)).kind, 'chosen');
    const late = await bot.choose(callerOf(ben), { ...press, start: asked.offer?.[0]?.start ?? '' });
    assert.deepEqual([late.kind, late.kind === 'refused' && late.reason], ['refused', 'changed']);
    await product.work();
    const [chosen] = await records(product);
    assert.deepEqual([chosen?.state, chosen?.revision, chosen?.slot], ['booked', 4, offer]);
    await assertOneEvent(product, chosen);
    assert.deepEqual(
      said().filter((one) => one.includes('chosen')),
      ['Ben: chosen by Ann'],
      'Ann has the answer to her press',
    );
  });

  it('takes a proposed time that suits the other, off the grid and in one message', async () => {
    const { product, outlook, said } = await booked([ann, ben]);
    const proposed = { start: '2026-12-17T14:10:00.000Z', end: '2026-12-17T15:40:00.000Z' };
    await outlook.respond(ben, 'tentativelyAccept', proposed);
    await product.tickAt('2026-12-10T11:00:00Z');
    const [pairing] = await records(product);
    assert.deepEqual(pairing?.slot, { ...proposed, end: '2026-12-17T14:40:00.000Z' }, 'the length stays');
    await assertOneEvent(product, pairing);
    assert.deepEqual(said(), ['Ann: proposed by Ben', 'Ben: proposed by you']);
  });

  it('moves a declined meeting by itself when the proposed time does not suit; lets a tentative one stand', async () => {
    const { product, outlook, said } = await booked([ann, ben], {
      busy: { [ann.mail]: [['20261217T140000Z', '20261217T150000Z']] },
    });
    const [before] = await records(product);
    const proposed = { start: '2026-12-17T14:10:00.000Z', end: '2026-12-17T14:40:00.000Z' };
    await outlook.respond(ben, 'tentativelyAccept', proposed);
    await product.tickAt('2026-12-10T11:00:00Z');
    await product.tickAt('2026-12-10T12:00:00Z');
    assert.deepEqual(said(), ['Ben: kept, not as proposed'], 'the proposer is told, once, and nobody else');
    const [kept] = await records(product);
    assert.deepEqual([kept?.slot, kept?.answers], [before?.slot, { [idOf(ben)]: 'tentative' }]);
    await assertOneEvent(product, kept);
    await outlook.respond(ben, 'decline', proposed);
    await product.tickAt('2026-12-10T13:00:00Z');
    const [after] = await records(product);
    assert.equal(after?.slot?.start, before?.slots[1]?.start);
    assert.deepEqual(said(), [
      'Ann: moved by Ben',
      'Ben: kept, not as proposed',
      'Ben: moved by you, not as proposed',
    ]);
  });

  it('cancels kindly when somebody leaves and nobody else is there; the other hears at once and once', async () => {
    const { product, outlook, bot, said } = await booked([ann, ben]);
    await bot.leave(callerOf(ben), null);
    await product.work();
    const [pairing] = await records(product);
    assert.deepEqual([pairing?.state, pairing?.event], ['cancelled', null]);
    assert.deepEqual([await outlook.calendar(ann), await outlook.calendar(ben)], [[], []]);
    assert.deepEqual(said(), ['Ann: called off with Ben']);
    const { receipt } = await product.detail();
    assert.deepEqual(
      receipt.map(({ name, outcome, reason }) => [name, outcome, reason]),
      [
        ['Ann', 'unplaced', 'partner-left'],
        ['Ben', 'unplaced', 'withdrew'],
      ],
    );
    await product.tickAt('2026-12-10T12:00:00Z');
    assert.equal(said().length, 1, 'nothing more is said');
  });

  it('matches two who were left alone with each other', async () => {
    const { product, bot, said } = await booked([ann, ben, eve, fay]);
    const pairs = await records(product);
    const leavers = pairs.map(({ members }) => members[0]?.name);
    const left = pairs.map(({ members: [first, second] }) => [second?.name, first?.name] as const).sort();
    for (const person of [ann, ben, eve, fay]) {
      if (leavers.includes(person.name)) await bot.leave(callerOf(person), null);
    }
    await product.work();
    const all = await records(product);
    assert.deepEqual(
      all.map(({ pairing, state }) => [pairing, state]),
      [
        ['p00001', 'cancelled'],
        ['p00002', 'cancelled'],
        ['r001-01', 'booked'],
      ],
    );
    await assertOneEvent(product, all[2]);
    assert.deepEqual(
      said(),
      left.map(([name, leaver]) => `${name}: rematched instead of ${leaver}`),
      'each hears of the new meeting alone',
    );
  });

  it('lets somebody who was left alone join a pair, where it stands booked', async () => {
    const { product, bot, said } = await booked([ann, ben, eve, fay]);
    const [broken, kept] = await records(product);
    const [leaver, partner] = broken?.members ?? [];
    const people = [ann, ben, eve, fay];
    const quits = people.find((person) => idOf(person) === leaver?.id);
    assert.ok(quits && kept);
    await bot.leave(callerOf(quits), null);
    await product.work();
    const [, three] = await records(product);
    assert.ok(three);
    assert.deepEqual(three.slot, kept.slot);
    assert.deepEqual(
      three.members.map(({ name }) => name),
      [...kept.members.map(({ name }) => name), partner?.name],
    );
    await assertOneEvent(product, three);
    assert.deepEqual(
      said(),
      three.members
        .map(({ name }) =>
          name === partner?.name
            ? `${name}: member-joined by you instead of ${leaver?.name}`
            : `${name}: member-joined by ${partner?.name}`,
        )
        .sort(),
    );
    const { receipt, counts } = await product.detail();
    assert.equal(receipt.filter(({ outcome }) => outcome === 'paired').length, 3);
    assert.equal(counts.trios, 1);
  });

  it('goes on as a pair when one of three leaves', async () => {
    const { product, outlook, bot, said } = await booked([ann, ben, eve]);
    const [trio] = await records(product);
    assert.equal(trio?.members.length, 3);
    await bot.leave(callerOf(eve), null);
    await product.work();
    const [pair] = await records(product);
    assert.ok(pair);
    assert.deepEqual(pair.slot, trio.slot);
    assert.deepEqual(pair.members.map(({ name }) => name).sort(), ['Ann', 'Ben']);
    await assertOneEvent(product, pair);
    assert.deepEqual(await outlook.calendar(eve), []);
    assert.deepEqual(said(), ['Ann: member-left by Eve', 'Ben: member-left by Eve']);
  });

  it('says who left of three who were still choosing', async () => {
    const { product, bot, said } = await booked([ann, ben, eve], { scheme: { booking: 'suggestions' } });
    await bot.leave(callerOf(eve), null);
    await product.work();
    assert.deepEqual(said(), ['Ann: member-left by Eve, 3 slots', 'Ben: member-left by Eve, 3 slots']);
  });

  for (const { why, happens, reason } of [
    {
      why: 'pauses over the meeting',
      happens: ({ bot }) => bot.pause(callerOf(ben), null, '2027-01-04'),
      reason: 'withdrew',
    },
    {
      why: 'removes the app',
      happens: ({ product }) => forgetConversation(product.ports, idOf(ben)),
      reason: 'unreachable',
    },
    {
      why: 'is gone from the directory',
      happens: async ({ product }) => {
        product.graph.graph.leave(ben.mail);
        await product.tickAt('2026-12-10T11:00:00Z');
      },
      reason: 'not-in-directory',
    },
  ] satisfies {
    why: string;
    happens: (world: Awaited<ReturnType<typeof booked>>) => Promise<unknown>;
    reason: string;
  }[]) {
    it(`calls the meeting off when somebody ${why}`, async () => {
      const world = await booked([ann, ben]);
      const { product, outlook, said } = world;
      await happens(world);
      await product.work();
      assert.deepEqual(await outlook.calendar(ann), []);
      assert.deepEqual(said(), ['Ann: called off with Ben']);
      const { receipt } = await product.detail();
      assert.equal(receipt.find(({ name }) => name === 'Ben')?.reason, reason);
    });
  }

  it('leaves nobody waiting for a partner who turned out to have blocked the app', async () => {
    const product = await start({ employees: [ann, ben] });
    await product.signUp(ann, ben);
    product.setClock('2026-12-10T10:00:00Z');
    const { messenger } = product.ports;
    const ports = {
      ...product.ports,
      messenger: {
        send: (...args: Parameters<typeof messenger.send>) =>
          args[1].name === 'Ben'
            ? Promise.resolve({ kind: 'unreachable' as const })
            : messenger.send(...args),
      },
    };
    await product.tick(ports);
    await product.tick(ports);
    assert.deepEqual(await product.graph.events(), []);
    assert.deepEqual(
      product.sent.map(({ reader, message }) => `${reader.name}: ${gist(message)}`),
      ['Ann: booked', 'Ann: called off with Ben'],
    );
  });

  it('calls the meeting off, and skips no other round, when somebody pauses without a date', async () => {
    const { product, bot, outlook } = await booked([ann, ben]);
    const paused = await bot.pause(callerOf(ben), null, null);
    assert.equal(paused.kind === 'paused' && paused.until, '2026-12-21');
    await product.work();
    assert.deepEqual(await outlook.calendar(ann), []);
  });

  it('keeps a meeting that lies after a pause', async () => {
    const { product, bot, said } = await booked([ann, ben]);
    await bot.pause(callerOf(ben), null, '2026-12-14');
    await product.work();
    const [pairing] = await records(product);
    assert.deepEqual([pairing?.state, pairing?.revision], ['booked', 0]);
    assert.deepEqual(said(), []);
  });

  it('asks the two when somebody took the event out of the organiser’s calendar', async () => {
    const { product, outlook, bot, said } = await booked([ann, ben]);
    const [event] = await product.graph.events();
    await outlook.remove(organiser.mail, event?.id ?? '');
    await product.tickAt('2026-12-10T11:00:00Z');
    const [asked] = await records(product);
    assert.deepEqual([asked?.state, asked?.generation], ['suggested', 1]);
    assert.deepEqual(said(), ['Ann: asked, 3 slots', 'Ben: asked, 3 slots']);
    const start = asked?.offer?.[0]?.start ?? '';
    await bot.choose(callerOf(ben), { pairing: 'p00001', revision: 1, start });
    await product.work();
    await assertOneEvent(product, (await records(product))[0]);
  });

  it('keeps a meeting where somebody moved it by hand in the organiser’s calendar, and tells the two', async () => {
    const { product, outlook, said } = await booked([ann, ben]);
    const [event] = await product.graph.events();
    const moved = { start: '2026-12-17T15:10:00.000Z', end: '2026-12-17T15:40:00.000Z' };
    await outlook.move(organiser.mail, event?.id ?? '', moved);
    await product.tickAt('2026-12-10T11:00:00Z');
    await product.tickAt('2026-12-10T12:00:00Z');
    const [after] = await records(product);
    assert.deepEqual([after?.state, after?.slot, after?.revision], ['booked', moved, 1]);
    await assertOneEvent(product, after);
    assert.deepEqual(said(), ['Ann: moved-by-hand', 'Ben: moved-by-hand']);
  });

  it('tells both of a move by hand before it tells one that their proposal was in vain', async () => {
    const { product, outlook, said } = await booked([ann, ben]);
    const [event] = await product.graph.events();
    const moved = { start: '2026-12-17T15:00:00.000Z', end: '2026-12-17T15:30:00.000Z' };
    await outlook.move(organiser.mail, event?.id ?? '', moved);
    await outlook.respond(ben, 'tentativelyAccept', {
      start: '2026-12-16T03:00:00.000Z',
      end: '2026-12-16T03:30:00.000Z',
    });
    await product.tickAt('2026-12-10T11:00:00Z');
    assert.deepEqual(said(), ['Ann: moved-by-hand', 'Ben: moved-by-hand']);
    await product.tickAt('2026-12-10T12:00:00Z');
    await product.tickAt('2026-12-10T13:00:00Z');
    assert.deepEqual(said(), ['Ann: moved-by-hand', 'Ben: kept, not as proposed', 'Ben: moved-by-hand']);
  });

  it('says nothing of a meeting that was moved by hand to a time that is over', async () => {
    const { product, outlook, said } = await booked([ann, ben]);
    const [event] = await product.graph.events();
    const moved = { start: '2026-12-14T09:00:00.000Z', end: '2026-12-14T09:30:00.000Z' };
    await outlook.move(organiser.mail, event?.id ?? '', moved);
    await product.tickAt('2026-12-14T10:00:00Z');
    assert.deepEqual([(await records(product))[0]?.slot, said()], [moved, []]);
  });

  it('lets people choose from the start where the scheme suggests', async () => {
    const { product, outlook, bot } = await booked([ann, ben], { scheme: { booking: 'suggestions' } });
    assert.deepEqual(
      product.sent.map(({ reader, message }) => `${reader.name}: ${gist(message)}`),
      ['Ann: suggested, 3 slots', 'Ben: suggested, 3 slots'],
    );
    assert.deepEqual(await product.graph.events(), []);
    const [pairing] = await records(product);
    const slot = pairing?.offer?.[2];
    await bot.choose(callerOf(ben), { pairing: 'p00001', revision: 0, start: slot?.start ?? '' });
    await product.work();
    const [chosen] = await records(product);
    assert.deepEqual([chosen?.state, chosen?.slot], ['booked', slot]);
    assert.equal((await outlook.calendar(ann)).length, 1, 'the other has the invitation');
  });

  it('finds a slot that is not free any more to be taken, and offers others', async () => {
    const { product, outlook, bot } = await booked([ann, ben], { scheme: { booking: 'suggestions' } });
    const slot = (await records(product))[0]?.offer?.[0];
    assert.ok(slot);
    await outlook.fill(ben, slot);
    const press = { pairing: 'p00001', revision: 0, start: slot.start };
    const result = await bot.choose(callerOf(ann), press);
    assert.ok(result.kind === 'refused' && result.reason === 'taken');
    assert.equal(result.pairing?.offer?.length, 3);
    assert.ok(!result.pairing.offer.some(({ start }) => start === slot.start));
    for (const start of ['2026-12-14T03:00:00Z', '2026-12-21T10:00:00Z', '2026-12-09T10:00:00Z', 'soon']) {
      const refused = await bot.choose(callerOf(ann), { ...press, start });
      assert.deepEqual(
        [refused.kind, refused.kind === 'refused' && refused.reason],
        ['refused', 'taken'],
        start,
      );
    }
    const stranger = await bot.choose(callerOf(eve), press);
    assert.deepEqual(
      [stranger.kind, stranger.kind === 'refused' && stranger.reason],
      ['refused', 'no-pairing'],
    );
  });

  it('says what other times there are, and none when nothing suits', async () => {
    const { outlook, bot } = await booked([ann, ben]);
    const result = await bot.otherTimes(callerOf(ann));
    assert.ok(result.kind === 'offered' && result.pairing.offer?.length === 3);
    await outlook.fill(ben, { start: '2026-12-14T00:00:00Z', end: '2026-12-19T00:00:00Z', showAs: 'oof' });
    const none = await bot.otherTimes(callerOf(ann));
    assert.deepEqual([none.kind, none.kind === 'refused' && none.reason], ['refused', 'no-slot']);
    const stranger = await bot.otherTimes(callerOf(eve));
    assert.deepEqual(
      [stranger.kind, stranger.kind === 'refused' && stranger.reason],
      ['refused', 'no-pairing'],
    );
  });

  it('says so when the meeting has begun, whatever is pressed on a card of before', async () => {
    const { product, bot } = await booked([ann, ben]);
    const [pairing] = await records(product);
    const press = { pairing: 'p00001', revision: 0, start: pairing?.slots[1]?.start ?? '' };
    product.setClock(pairing?.slot?.start ?? '');
    for (const result of [await bot.otherTimes(callerOf(ann)), await bot.choose(callerOf(ben), press)]) {
      assert.deepEqual([result.kind, result.kind === 'refused' && result.reason], ['refused', 'begun']);
    }
    assert.deepEqual((await records(product))[0], pairing, 'nothing changed');
  });

  it('finds company for a late joiner until the week begins, and not after', async () => {
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

  it('takes a trio apart for a late joiner: two keep their meeting, two get another, each is told once', async () => {
    const { product, outlook, said } = await booked([ann, ben, eve], { employees: [ann, ben, eve, fay] });
    const [trio] = await records(product);
    product.setClock('2026-12-11T09:00:00Z');
    await product.signUp(fay);
    await product.tick();
    await product.tickAt('2026-12-11T10:00:00Z');

    const [rest, pair] = await records(product);
    assert.ok(rest && pair);
    assert.deepEqual([rest.slot, rest.event?.id], [trio?.slot, trio?.event?.id], 'two keep their meeting');
    const goer = pair.members[0]?.name;
    const stay = ['Ann', 'Ben', 'Eve'].filter((name) => name !== goer);
    assert.deepEqual(rest.members.map(({ name }) => name).sort(), stay);
    assert.deepEqual(
      pair.members.map(({ name }) => name),
      [goer, 'Fay'],
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
        [[mine?.slot?.start.slice(0, 16), 2]],
        person.name,
      );
    }
    assert.deepEqual(
      said(),
      [
        ...stay.map((name) => `${name}: member-left by ${goer}`),
        `${goer}: rematched`,
        'Fay: rematched',
      ].sort(),
    );
    const { receipt, counts } = await product.detail();
    assert.ok(receipt.every(({ outcome, told }) => outcome === 'paired' && told === 'sent'));
    assert.deepEqual([counts.pairings, counts.trios], [2, 0]);
  });

  it('tells a late joiner for whom nobody was found, when the week begins', async () => {
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

  it('offers other times when nobody chose one of the first, and says in the end that there is no meeting', async () => {
    const { product, said } = await booked([ann, ben], { scheme: { booking: 'suggestions' } });
    const [first] = await records(product);
    const last =
      first?.offer
        ?.map(({ start }) => start)
        .sort()
        .at(-1) ?? '';
    await product.tickAt(last);
    const [second] = await records(product);
    assert.ok(second?.offer);
    assert.ok(second.offer.every(({ start }) => start > last));
    assert.deepEqual([second.state, second.revision, second.offer.length], ['suggested', 1, 3]);
    assert.deepEqual(said(), ['Ann: suggested, 3 slots', 'Ben: suggested, 3 slots']);

    await product.tickAt('2026-12-21T00:00:00Z');
    await product.tick();
    assert.deepEqual(said().slice(-2), ['Ben: suggested, 3 slots', 'Ben: unplaced, not-booked']);
    const { stage, pairings, receipt } = await product.detail();
    assert.deepEqual(
      [stage, pairings[0]?.state, pairings[0]?.endedBecause],
      ['closed', 'failed', 'nobody-chose'],
    );
    assert.ok(receipt.every(({ reason, told }) => reason === 'not-booked' && told === 'sent'));
  });

  it('matches two late joiners with each other', async () => {
    const { product, said } = await booked([ann, ben], { employees: [ann, ben, eve, fay] });
    product.setClock('2026-12-11T09:00:00Z');
    await product.signUp(eve, fay);
    await product.tick();
    assert.deepEqual(
      (await records(product)).map(({ pairing, members }) => [
        pairing,
        members.map(({ name }) => name).sort(),
      ]),
      [
        ['p00001', ['Ann', 'Ben']],
        ['r001-01', ['Eve', 'Fay']],
      ],
    );
    assert.deepEqual(said(), ['Eve: rematched', 'Fay: rematched']);
  });
});

/** One event in the organiser's calendar, where the record says, with its members. */
async function assertOneEvent(product: TestProduct, pairing: PairingRecord | undefined): Promise<void> {
  const events = await product.graph.events();
  const namesIn = (text: string) => text.match(/\b(Ann|Ben|Eve|Fay)\b/g)?.sort();
  assert.deepEqual(
    events.map(({ start, subject, attendees }) => [
      start.dateTime.slice(0, 16),
      namesIn(subject),
      attendees.map(({ emailAddress }) => emailAddress.address).sort(),
    ]),
    [
      [
        pairing?.slot?.start.slice(0, 16),
        pairing?.members.map(({ name }) => name).sort(),
        pairing?.members.map(({ mail }) => mail).sort(),
      ],
    ],
  );
}

function gist(message: Message): string {
  if (message.kind === 'unplaced') return `unplaced, ${message.reason}`;
  const others = message.kind === 'pairing' ? message.pairing.partners : message.partners;
  const partners = others
    .map(({ name }) => name)
    .sort()
    .join(' and ');
  if (message.kind === 'called-off') return `called off with ${partners}`;
  const by =
    message.because === null ? '' : ` by ${message.because === 'you' ? 'you' : message.because.name}`;
  const instead = message.insteadOf === null ? '' : ` instead of ${message.insteadOf}`;
  const said = `${message.news}${by}${instead}${message.passedOver ? ', not as proposed' : ''}`;
  const { offer } = message.pairing;
  return offer === null ? said : `${said}, ${offer.length} slots`;
}
