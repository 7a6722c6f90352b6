// What a coordinator does about meetings, followed to calendars and chats.
import assert from 'node:assert/strict';
import { doAct } from '../../../core/acts/do-act.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { slotOf } from '../../../core/records/pairing.ts';
import type { DeskAct } from '../../../core/records/work.ts';
import { possibleActs } from '../../../core/rounds/possible-acts.ts';
import { readPairingTimes } from '../../../core/stepping-in/pairing-times.ts';
import { findPairing } from '../../../core/stepping-in/find-pairing.ts';
import { acting } from '../../support/acting.ts';
import { bookedRound, newsOf } from '../../support/booked-round.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, cem, dora, doraIsAway, eve, fay } from '../../support/people.ts';
import { record, records } from '../../support/stored.ts';
import { december, type TestProduct, useProduct } from '../../support/test-product.ts';

const pairing = 'p00001';
const about = { ...december, pairing };
const hour = 60 * 60_000;

describe('a coordinator’s act on a meeting', () => {
  const start = useProduct();

  /** Ann and Ben have a meeting; Eve and Fay look after the scheme. */
  const begin = async (people = [ann, ben]) => {
    const round = await bookedRound(start, people, newsOf, {
      employees: [...new Set([...people, cem, eve, fay])],
    });
    const { product } = round;
    return { ...round, eve: acting(product, eve), fay: acting(product, fay) };
  };
  const timesOf = async ({ ports }: TestProduct) => {
    const times = await readPairingTimes(ports, about);
    assert.ok(times);
    return times;
  };
  const actsOn = async ({ ports }: TestProduct) => {
    const found = await findPairing(ports, about);
    assert.ok(found);
    return possibleActs(found, ports.now());
  };

  it('releases no draft where there is none', async () => {
    const { eve: desk } = await begin();
    assert.equal(await desk.act({ kind: 'release', ...december, draft: 1 }), 'no-draft');
  });

  describe('moves it', () => {
    it('to one of twelve times, in both calendars, and tells both who did it', async () => {
      const { product, outlook, said, eve: desk } = await begin();
      const { times, revision } = await timesOf(product);
      assert.equal(times.length, 12);
      const to = times.at(-1)?.start ?? '';
      assert.equal(await desk.act({ kind: 'move', ...about, revision, start: to }), 'done');
      for (const person of [ann, ben]) {
        const events = await outlook.calendar(person);
        assert.deepEqual(
          events.map(({ start: { dateTime } }) => dateTime.slice(0, 16)),
          [to.slice(0, 16)],
        );
      }
      assert.deepEqual(said(), ['Ann: moved-by-coordinator', 'Ben: moved-by-coordinator']);
      const [{ message } = { message: null }] = product.sent.slice(-1);
      assert.deepEqual(message?.kind === 'pairing' && message.because, { name: 'Eve' });
    });

    it('where its members were still choosing: what she chose is booked, unless a calendar cannot be read', async () => {
      const { product, said } = await bookedRound(start, [ann, ben], newsOf, {
        employees: [ann, ben, eve],
        scheme: { booking: 'suggestions' },
      });
      const { calendars } = product.ports;
      const isUnread = { kind: 'unreadable', reason: 'ErrorMailboxNotFound' } as const;
      const blind: Ports = {
        ...product.ports,
        calendars: {
          freeBusy: async (...asked) =>
            new Map([...(await calendars.freeBusy(...asked)), [idOf(ben), isUnread]]),
        },
      };
      const { times, revision } = await timesOf(product);
      assert.deepEqual((await readPairingTimes(blind, about))?.times, []);
      const move: DeskAct = { kind: 'move', ...about, revision, start: times[6]?.start ?? '' };
      const desk = acting(product, eve);
      await desk.take(move);
      await product.work(blind);
      assert.equal((await desk.acts()).at(-1)?.reason, 'must-choose');
      assert.equal((await record(product)).state, 'suggested');
      assert.equal(await desk.act(move), 'done');
      assert.equal(slotOf(await record(product))?.start, Date.parse(move.start));
      assert.deepEqual(said(), ['Ann: moved-by-coordinator', 'Ben: moved-by-coordinator']);
    });

    it('once: another coordinator who saw it before is told that it has changed', async () => {
      const { product, said, eve: desk, fay: other } = await begin();
      const { times, revision } = await timesOf(product);
      const to = (nth: number): DeskAct => ({
        kind: 'move',
        ...about,
        revision,
        start: times[nth]?.start ?? '',
      });
      assert.equal(await desk.act(to(3)), 'done');
      assert.equal(await other.act(to(4)), 'changed');
      assert.equal(await other.act(to(3)), 'done', 'it is there already');
      assert.equal(said().length, 2);
    });

    it('not when it was undone, nor to a time that is not free, nor once it has begun', async () => {
      const { product, outlook, said, eve: desk } = await begin();
      const before = await record(product);
      const { times, revision } = await timesOf(product);
      const move = { kind: 'move', ...about, revision, start: times[5]?.start ?? '' } as const;
      const { id } = await desk.take(move);
      assert.equal((await desk.undo(id)).kind, 'withdrawn');
      await product.work();
      assert.deepEqual(await record(product), before);
      await outlook.fill(ben, times[5] ?? { start: 0, end: 0 });
      assert.equal(await desk.act(move), 'taken');
      assert.equal(await desk.act({ ...move, start: '2026-12-16T03:00:00.000Z' }), 'taken');
      assert.equal(await desk.act({ ...move, pairing: 'p09999' }), 'unknown');
      product.setClock(slotOf(before)?.start ?? 0);
      assert.equal(await desk.act(move), 'passed');
      assert.deepEqual(await actsOn(product), []);
      assert.deepEqual(said(), []);
    });
  });

  describe('reminds', () => {
    const remind = { kind: 'remind', ...about } as const;

    it('those who have not answered, at most once an hour, until all have', async () => {
      const { product, outlook, said, look, eve: desk, fay: other } = await begin();
      await outlook.respond(ann, 'accept');
      await look('2026-12-10T11:00:00Z');
      assert.ok((await actsOn(product)).includes('remind'));
      assert.equal(await desk.act(remind), 'done');
      assert.equal(await other.act(remind), 'too-soon');
      assert.ok(!(await actsOn(product)).includes('remind'));
      assert.deepEqual(said(), ['Ben: remind']);
      product.setClock(product.ports.now() + hour);
      assert.equal(await other.act(remind), 'done');
      assert.deepEqual(said(), ['Ben: remind', 'Ben: remind']);
      await outlook.respond(ben, 'accept');
      await look('2026-12-10T14:00:00Z');
      assert.equal(await desk.act(remind), 'all-answered');
    });

    it('in the morning, and only of a meeting that is still at that time', async () => {
      const { product, said, eve: desk } = await begin();
      product.setClock('2026-12-10T20:00:00Z');
      assert.equal(await desk.act(remind), 'done');
      assert.deepEqual(said(), [], 'nobody works now');
      const { times, revision } = await timesOf(product);
      const move = { kind: 'move', ...about, revision, start: times[0]?.start ?? '' } as const;
      assert.equal(await desk.act(move), 'done');
      await product.tickAt('2026-12-11T09:30:00Z');
      await product.tickAt('2026-12-11T10:00:00Z');
      assert.deepEqual(said(), ['Ann: moved-by-coordinator', 'Ben: moved-by-coordinator']);
    });
  });

  describe('calls it off', () => {
    const word = 'The office is closed that day.';
    const callOff = { kind: 'call-off', ...about, revision: 0, word } as const;

    it('in both calendars: both hear the word once, and nobody is looked for', async () => {
      const { product, outlook, said, look, eve: desk, fay: other } = await begin();
      assert.equal(await desk.act(callOff), 'done');
      assert.deepEqual([...(await outlook.calendar(ann)), ...(await outlook.calendar(ben))], []);
      assert.deepEqual(said(), ['Ann: called-off', 'Ben: called-off']);
      const told = product.sent.at(-1)?.message;
      assert.deepEqual(told?.kind === 'called-off' && told.by, { name: 'Eve', word });
      assert.deepEqual(
        (await desk.acts()).map(({ act }) => 'word' in act && act.word),
        [''],
        'the word is with those who were told',
      );
      assert.equal(await desk.act(callOff), 'done', 'it is off already');
      assert.equal(await other.act({ ...callOff, word: 'Another word.' }), 'changed');
      // Somebody joins who could have met one of them.
      await product.signUp(cem);
      for (const at of ['2026-12-10T13:00:00Z', '2026-12-11T09:00:00Z', '2026-12-14T09:00:00Z'])
        await look(at);
      await look('2026-12-21T09:00:00Z');
      assert.deepEqual(
        said().filter((line) => !line.startsWith('Cem')),
        ['Ann: called-off', 'Ben: called-off'],
      );
      const { pairings, receipt } = await product.detail();
      assert.deepEqual(
        pairings.map(({ endedBecause }) => endedBecause),
        ['called-off'],
      );
      assert.deepEqual(
        receipt.map(({ name, reason }) => `${name}: ${reason}`),
        ['Ann: called-off', 'Ben: called-off', 'Cem: joined-late'],
      );
    });

    it('not when a member has changed it since, or it has begun', async () => {
      const { product, eve: desk } = await begin();
      const { start: at } = slotOf(await record(product)) ?? { start: 0 };
      assert.equal(await desk.act({ ...callOff, revision: 3 }), 'changed');
      product.setClock(at);
      assert.equal(await desk.act(callOff), 'passed');
    });
  });

  describe('pairs by hand', () => {
    const pair = (...people: (typeof ann)[]): DeskAct => ({
      kind: 'pair',
      ...december,
      people: people.map(idOf),
    });
    const calledOff = async () => {
      const round = await begin();
      await round.eve.act({ kind: 'call-off', ...about, revision: 0, word: '' });
      return round;
    };

    it('two who have no meeting: they get an invitation, and hear who found them', async () => {
      const { product, outlook, said, eve: desk, fay: other } = await calledOff();
      assert.equal(await desk.act(pair(ben, ann)), 'done');
      assert.equal(await other.act(pair(ann, ben)), 'done', 'they are paired already');
      assert.deepEqual(said().slice(2), ['Ann: paired-by-coordinator', 'Ben: paired-by-coordinator']);
      for (const person of [ann, ben]) assert.equal((await outlook.calendar(person)).length, 1);
      assert.deepEqual(
        (await product.detail()).receipt.map(({ outcome }) => outcome),
        ['paired', 'paired'],
      );
    });

    it('pairs nobody twice when two coordinators do it at the same moment', async () => {
      const { product, eve: desk, fay: other } = await begin([ann, ben, cem, dora]);
      for (const id of ['p00001', 'p00002'])
        await desk.act({ kind: 'call-off', ...december, pairing: id, revision: 0, word: '' });
      await desk.take(pair(ann, ben));
      await other.take(pair(ann, cem));
      const asked = product.queue.splice(0).map(({ work }) => work);
      product.setClock(product.ports.now() + 20_000);
      await Promise.all(asked.flatMap((work) => (work.kind === 'act' ? [doAct(product.ports, work)] : [])));
      await product.work();
      const ended = [(await desk.acts()).at(-1), (await other.acts()).at(-1)].map(
        (one) => one?.reason ?? one?.state,
      );
      assert.deepEqual(ended.toSorted(), ['done', 'has-meeting']);
      const made = (await records(product)).filter(({ state }) => state === 'booked');
      assert.deepEqual(
        made.map(({ members }) => members.length),
        [2],
      );
    });

    it('pairs three as well', async () => {
      const { product, outlook, eve: desk } = await begin([ann, ben, cem, dora]);
      for (const id of ['p00001', 'p00002'])
        await desk.act({ kind: 'call-off', ...december, pairing: id, revision: 0, word: '' });
      assert.equal(await desk.act(pair(ann, cem, dora)), 'done');
      for (const person of [ann, cem, dora]) assert.equal((await outlook.calendar(person)).length, 1);
      assert.deepEqual(await outlook.calendar(ben), []);
      assert.equal(await desk.act(pair(ann, ben)), 'has-meeting');
      assert.equal((await product.detail()).counts.trios, 1);
    });

    it('refuses a confidential wish as it refuses people without a common time', async () => {
      const { product, eve: desk, said } = await calledOff();
      const { people } = product.ports.storage;
      const stored = await people.get(idOf(ben));
      assert.ok(stored);
      await people.replace({ ...stored.value, neverWith: [idOf(ann)] }, stored.version);
      const read: string[] = [];
      const watching: Ports = {
        ...product.ports,
        calendars: {
          freeBusy: async (asked, ...rest) => {
            read.push(...asked.map(({ mail }) => mail));
            return product.ports.calendars.freeBusy(asked, ...rest);
          },
        },
      };
      await desk.take(pair(ann, ben));
      await product.work(watching);
      assert.equal((await desk.acts()).at(-1)?.reason, 'no-common-slot');
      assert.deepEqual(read.sort(), [ann.mail, ben.mail], 'calendars are read before');
      assert.equal(said().length, 2);
    });

    it('refuses somebody who is away all week, who has a meeting, or who is not in the round', async () => {
      const { product, eve: desk } = await calledOff();
      assert.equal(await desk.act(pair(ann, fay)), 'not-in');
      assert.equal(await desk.act(pair(ann, ann)), 'not-in');
      await desk.act(pair(ann, ben));
      await product.signUp(cem);
      assert.equal(await desk.act(pair(ann, cem)), 'has-meeting');
      const away = await bookedRound(start, [ann, ben, dora], newsOf, {
        busy: doraIsAway,
        employees: [ann, ben, dora, eve],
      });
      const { act } = acting(away.product, eve);
      await act({ kind: 'call-off', ...about, revision: 0, word: '' });
      assert.equal(await act(pair(ann, dora)), 'no-common-slot');
      assert.equal(await act(pair(ann, ben)), 'done');
    });
  });
});
