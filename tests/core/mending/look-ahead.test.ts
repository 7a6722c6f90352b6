import assert from 'node:assert/strict';
import sinon from 'sinon';
import { forgetConversation } from '../../../core/enrolment/reach.ts';
import { conversationOperations } from '../../../core/conversation/operations.ts';
import { lookAfterRound } from '../../../core/mending/look-after-round.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { answersOf, type PairingRecord, slotOf } from '../../../core/records/pairing.ts';
import { toIso } from '../../../core/time/instant.ts';
import { attendees } from '../../support/attendee.ts';
import { bookedProduct, newsAmong, newsOf } from '../../support/booked-round.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { letItClose } from '../../support/let-it-close.ts';
import { ann, ben, eve, fay } from '../../support/people.ts';
import { met, record, records } from '../../support/stored.ts';
import { callerOf, december, useProduct } from '../../support/test-product.ts';
import type { Employee } from '../../../local/organisation/employee.ts';

const minute = 60_000;

/** The same people, free on one morning of the week only. */
function onlyOn(day: 'Tue' | 'Thu' | 'Fri', ...people: readonly Employee[]): Employee[] {
  return people.map((person) => ({ ...person, workDays: [day], workStart: '09:00', workEnd: '12:00' }));
}

/** People who work from 10:00 on, so that their meeting begins then. */
const fromTen = [ann, ben].map((person): Employee => ({ ...person, workStart: '10:00' }));

describe('a look shortly before a meeting', () => {
  const start = useProduct();

  /** Booked on Thursday 10 December, and looked at an hour before the first meeting. `said`: the news since then. */
  async function shortlyBefore(people: readonly Employee[]) {
    const product = await bookedProduct(start, people);
    const pairings = (await records(product)).sort((a, b) => startOf(a) - startOf(b));
    const [first] = pairings;
    assert.ok(first);
    /** A tick at this many minutes after the first meeting begins; negative: before. */
    const tickAt = async (minutes: number) => {
      await product.tickAt(startOf(first) + minutes * minute);
    };
    await tickAt(-60);
    const saidBefore = product.sent.length;
    return {
      product,
      first,
      tickAt,
      outlook: attendees(product.graph),
      said: () => newsAmong(product.sent.slice(saidBefore)).map(newsOf).sort(),
    };
  }

  it('moves a meeting that was declined half an hour before', async () => {
    const { product, first, tickAt, outlook, said } = await shortlyBefore(fromTen);
    assert.equal(toIso(startOf(first)).slice(11, 16), '10:00');
    await outlook.respond(ben, 'decline');
    await tickAt(-45);
    assert.deepEqual(said(), [], 'there is time');
    await tickAt(-30);
    assert.deepEqual(said(), ['Ann: moved', 'Ben: moved']);
    const moved = await record(product);
    assert.equal(slotOf(moved)?.start, first.slots[1]?.start);
    const round = (await product.ports.storage.rounds.get(december))?.value;
    const looks = [round?.answersCheckedAt, round?.lookedAheadAt];
    assert.deepEqual(looks, [startOf(first) - 60 * minute, startOf(first) - 30 * minute]);
    await tickAt(-15);
    assert.equal(said().length, 2, 'nothing more is said');
  });

  for (const [minutes, when] of [
    [0, 'when it began'],
    [29, 'in its last minute'],
  ] as const) {
    it(`moves a meeting that was declined ${when}, by the look on the next hour`, async () => {
      const { product, tickAt, outlook, said, first } = await shortlyBefore(fromTen);
      await outlook.respond(ann, 'accept');
      await tickAt(-30);
      await tickAt(0);
      product.setClock(startOf(first) + minutes * minute);
      await outlook.respond(ben, 'decline');
      await tickAt(45);
      assert.deepEqual(said(), []);
      await tickAt(60);
      assert.deepEqual(said(), ['Ann: moved', 'Ben: moved']);
    });
  }

  it('records a decline after the meeting, and tells nobody', async () => {
    const { product, tickAt, outlook, said, first } = await shortlyBefore(fromTen);
    await outlook.respond(ann, 'accept');
    product.setClock(startOf(first) + 31 * minute);
    await outlook.respond(ben, 'decline');
    await tickAt(60);
    const over = await record(product);
    assert.deepEqual(answersOf(over), { [idOf(ann)]: 'accepted', [idOf(ben)]: 'declined' });
    assert.deepEqual([over.revision, said()], [0, []]);
    await tickAt(120);
    assert.deepEqual(said(), []);
  });

  for (const { why, happens } of [
    { why: 'leaves', happens: (ports: Ports) => conversationOperations(ports).leave(callerOf(ben), null) },
    { why: 'removes the app', happens: (ports: Ports) => forgetConversation(ports, idOf(ben)) },
  ]) {
    it(`tells nobody when a member ${why} during the meeting, which counts as held`, async () => {
      const { product, tickAt, said, first } = await shortlyBefore([ann, ben]);
      await tickAt(0);
      product.setClock(startOf(first) + 10 * minute);
      await happens(product.ports);
      await product.work();
      for (const minutes of [15, 30, 60]) await tickAt(minutes);
      assert.deepEqual(said(), []);
      const [after] = await records(product);
      assert.deepEqual({ ...after, nudged: [] }, first, 'nothing changed');
      const asked = product.sent.filter(({ message }) => message.kind === 'met');
      assert.deepEqual(
        asked.map(({ reader }) => reader.name),
        ['Ann'],
        'the other is asked whether they met',
      );
      assert.equal((await product.graph.events()).length, 1);

      await letItClose(product);
      assert.deepEqual(said(), []);
      const { stage, receipt } = await product.detail();
      assert.deepEqual([stage, receipt.map(({ reason }) => reason)], ['closed', [null, null]]);
      assert.deepEqual([await met(product, ann), await met(product, ben)], [[null], [null]]);
    });
  }

  it('reads only the answers about that meeting, and no calendar when nobody declined', async () => {
    const [a, b] = onlyOn('Tue', ann, ben);
    const [e, f] = onlyOn('Thu', eve, fay);
    assert.ok(a && b && e && f);
    const { product, first } = await shortlyBefore([a, b, e, f]);
    const { calendars, meetings, directory } = product.ports;
    const calls = [sinon.spy(calendars, 'freeBusy'), sinon.spy(directory, 'people')];
    const seen = sinon.spy(meetings, 'seen');
    product.setClock(startOf(first) - 30 * minute);
    await lookAhead(product.ports);
    assert.deepEqual(
      calls.map(({ callCount }) => callCount),
      [0, 0],
    );
    assert.deepEqual(
      seen.args.map(([, window]) => window),
      [{ start: startOf(first) - 30 * minute, end: startOf(first) + 30 * minute }],
    );
    await lookAhead(product.ports);
    assert.equal(seen.callCount, 1, 'they were read just now');
    sinon.restore();
    const next = (await product.ports.storage.rounds.get(december))?.value.nextMeetingAt;
    assert.ok(next && toIso(next).startsWith('2026-12-17T'), 'the next one is on Thursday');
  });

  it('records the next meeting, also when it has read a trio that meets later', async () => {
    const three = ['Gus', 'Hal', 'Ida'].map((name) => employee(name));
    const people = [...onlyOn('Tue', ann, ben), ...onlyOn('Thu', eve, fay), ...onlyOn('Fri', ...three)];
    const { product, first } = await shortlyBefore(people);
    assert.deepEqual((await records(product)).map(({ members }) => members.length).sort(), [2, 2, 3]);
    product.setClock(startOf(first) - 30 * minute);
    await lookAhead(product.ports);
    const next = (await product.ports.storage.rounds.get(december))?.value.nextMeetingAt;
    assert.ok(next && toIso(next).startsWith('2026-12-17T'), 'the next one is on Thursday');
  });

  it('finds company in any pairing when somebody is left alone, and tells each once', async () => {
    const { product, tickAt, said, first } = await shortlyBefore([ann, ben, eve, fay]);
    const [leaver, partner] = first.members;
    const leaving = [ann, ben, eve, fay].find((person) => idOf(person) === leaver);
    await conversationOperations(product.ports).leave(callerOf(leaving ?? ann), null);
    product.queue.splice(0);
    await tickAt(-30);
    const live = (await records(product)).filter(({ state }) => state === 'booked');
    assert.equal(live.length, 1);
    assert.ok(partner && live[0]?.members.length === 3 && live[0].members.includes(partner));
    const told = [ann, ben, eve, fay].filter((person) => person !== leaving);
    assert.deepEqual(
      said(),
      told.map(({ name }) => `${name}: member-joined`),
    );
  });

  it('is made for a time that was chosen since the last look', async () => {
    const { product, first, tickAt, outlook, said } = await shortlyBefore([ann, ben]);
    const bot = conversationOperations(product.ports);
    const later = await bot.choose(callerOf(ann), {
      pairing: first.pairing,
      revision: 0,
      start: first.slots[1]?.start ?? 0,
    });
    assert.equal(later.kind, 'chosen');
    await product.work();
    await tickAt(-30);
    const sooner = await bot.choose(callerOf(ann), {
      pairing: first.pairing,
      revision: 1,
      start: startOf(first) + 15 * minute,
    });
    assert.equal(sooner.kind, 'chosen');
    await product.work();
    await outlook.respond(ben, 'decline');
    await tickAt(-15);
    assert.deepEqual(said(), ['Ann: moved', 'Ben: chosen', 'Ben: chosen', 'Ben: moved']);
  });

  it('does not overwrite the next meeting when a member chose one meanwhile', async () => {
    const { product, first } = await shortlyBefore([ann, ben]);
    const { storage } = product.ports;
    const { placements } = storage;
    const chosen = startOf(first) - 10 * minute;
    const meanwhile: Ports = {
      ...product.ports,
      storage: {
        ...storage,
        placements: {
          ...placements,
          async *watched(key) {
            yield* placements.watched(key);
            const round = await storage.rounds.get(december);
            if (round) await storage.rounds.replace({ ...round.value, nextMeetingAt: chosen }, round.version);
          },
        },
      },
    };
    await lookAhead(meanwhile);
    assert.equal((await storage.rounds.get(december))?.value.nextMeetingAt, chosen);
  });
});

async function lookAhead(ports: Ports): Promise<void> {
  await lookAfterRound(ports, december.scheme, december.round, 'soon');
}

function startOf(pairing: PairingRecord): number {
  return slotOf(pairing)?.start ?? NaN;
}
