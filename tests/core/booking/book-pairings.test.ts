import assert from 'node:assert/strict';
import sinon from 'sinon';
import { bookPairings } from '../../../core/booking/book-pairings.ts';
import type { MailboxBudget } from '../../../core/records/mailbox.ts';
import { change as changeRecord } from '../../../core/shared/change.ts';
import { carryOutRound } from '../../../core/outstanding/carry-out-round.ts';
import { doStep } from '../../../core/clockwork/do-step.ts';
import { tick } from '../../../core/clockwork/tick.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { BookingWork, Work } from '../../../core/records/work.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import type { Effect } from '../../../local/graph/control/faults.ts';
import { employee, organiser } from '../../support/emulated-graph.ts';
import { dying, untilDeath } from '../../support/dying.ts';
import { changeRecord as change, record as firstRecord, records as recordsOf } from '../../support/stored.ts';
import { december, useProduct, type TestProduct } from '../../support/test-product.ts';

const createEvent = { method: 'POST', path: '/users/{id}/events' } as const;

/** Staff with letters for names, so many. */
const staffOf = (size: number) =>
  Array.from({ length: size }, (_, i) =>
    employee(`Person ${i}`, { mail: `p${String(i).padStart(3, '0')}@contoso.example` }),
  );

describe('bookPairings', () => {
  const start = useProduct();

  /** So many pairings on the record, in handfuls on the queue; nothing is booked yet. */
  async function paired(pairings: number, organisers = 1, log?: Ports['log']): Promise<TestProduct> {
    const staff = staffOf(2 * pairings);
    const product = await start({ employees: staff, organisers });
    await product.signUp(...staff);
    product.setClock('2026-12-10T10:00:00Z');
    await tick(product.ports);
    const step = product.queue.shift();
    assert.ok(step?.work.kind === 'pair');
    await doStep({ ...product.ports, ...(log && { log }) }, step.work);
    return product;
  }

  /** The handfuls that wait to be booked, taken from the queue. */
  function handfuls({ queue }: TestProduct): BookingWork[] {
    return queue.splice(0).flatMap(({ work }) => (work.kind === 'book' ? [work] : []));
  }

  async function onlyHandful(product: TestProduct): Promise<BookingWork> {
    const [work, ...others] = handfuls(product);
    assert.ok(work);
    assert.deepEqual(others, []);
    return work;
  }

  /** One event for each pairing, and the record of each tells the truth about it. */
  async function assertBookedOnce(product: TestProduct, note?: string): Promise<void> {
    const events = new Map((await product.graph.events()).map((event) => [event.id, event]));
    const records = await recordsOf(product);
    assert.equal(events.size, records.length, note);
    for (const { pairing, state, event, slot, members } of records) {
      assert.equal(state, 'booked', `${note ?? ''} ${pairing}`);
      assert.ok(event && slot, note);
      const standing = events.get(event.id);
      assert.equal(`${standing?.start.dateTime.slice(0, 19)}.000Z`, slot.start, note);
      assert.deepEqual(event.slot, slot, note);
      assert.deepEqual(event.members.toSorted(), members.map(({ id }) => id).toSorted(), note);
      assert.deepEqual(
        standing?.attendees.map(({ emailAddress }) => emailAddress.address).toSorted(),
        members.map(({ mail }) => mail).toSorted(),
        note,
      );
    }
  }

  it('books a handful in one batch, each at its best slot, and asks once for their members to be told', async () => {
    const product = await paired(3);
    const work = await onlyHandful(product);
    const before = product.graph.graph.requests().length;
    await bookPairings(product.ports, work);
    const requests = product.graph.graph.requests().slice(before);
    await assertBookedOnce(product);
    assert.deepEqual(requests.map(({ template, batch }) => `${template} ${batch ?? 'itself'}`).toSorted(), [
      '/$batch itself',
      ...Array.from({ length: 3 }, () => '/users/{id}/events 3'),
    ]);
    const record = await firstRecord(product);
    assert.deepEqual(record.slot, record.slots[0]);
    assert.match(record.event?.joinUrl ?? '', /^https:/);
    assert.equal(record.organiser, organiser.mail);
    assert.deepEqual(
      product.queue.map(({ work: asked }): Work => asked),
      [{ kind: 'tell', ...december, pairings: work.pairings, people: [] }],
    );
  });

  it('has each slot on the record before it asks for the event', async () => {
    const product = await paired(2);
    const work = await onlyHandful(product);
    const { meetings } = product.ports;
    const create = sinon.fake(async (...asked: Parameters<typeof meetings.create>) => {
      for (const { slot, slots } of await recordsOf(product)) assert.deepEqual(slot, slots[0]);
      return meetings.create(...asked);
    });
    await bookPairings({ ...product.ports, meetings: { ...meetings, create } }, work);
    assert.equal(create.callCount, 1);
  });

  it('makes no second event when it is repeated, and needs no turn at the mailbox for that', async () => {
    const product = await paired(2);
    const work = await onlyHandful(product);
    await bookPairings(product.ports, work);
    const budget = await product.ports.storage.budgets.get(organiser.mail);
    await bookPairings(product.ports, work);
    await assertBookedOnce(product);
    assert.deepEqual(await product.ports.storage.budgets.get(organiser.mail), budget);
  });

  it('makes one event a pairing when four workers book the same handful at once', async () => {
    const product = await paired(3);
    const work = await onlyHandful(product);
    // As many processes: none knows of the others' lines.
    const workers = [1, 2, 3, 4].map((): Ports => {
      const { storage } = product.ports;
      return { ...product.ports, storage: { ...storage, budgets: { ...storage.budgets } } };
    });
    await Promise.allSettled(workers.map((ports) => bookPairings(ports, work)));
    await bookPairings(product.ports, work);
    await assertBookedOnce(product);
  });

  for (const { effect, repeats } of [
    { effect: 'cut', repeats: true },
    { effect: 'after-504', repeats: false },
    { effect: 'throttle', repeats: false },
    { effect: 'fail', repeats: false },
  ] satisfies { effect: Effect; repeats: boolean }[]) {
    it(`makes one event a pairing when the second of three meets ‘${effect}’`, async () => {
      const product = await paired(3);
      const work = await onlyHandful(product);
      product.graph.graph.faults.next({ ...createEvent, effect, after: 1 });
      const first = bookPairings(product.ports, work);
      if (repeats) await assert.rejects(first);
      else await first;
      await bookPairings(product.ports, work);
      await assertBookedOnce(product);
    });
  }

  it('records those that were made when Graph refuses one, and makes that one when it is repeated', async () => {
    const product = await paired(3);
    const work = await onlyHandful(product);
    const { meetings } = product.ports;
    const refusing: Ports = {
      ...product.ports,
      meetings: {
        ...meetings,
        create: async (mailbox, invitations) => [
          { kind: 'refused', reason: '400 ErrorInvalidRecipients' },
          ...(await meetings.create(mailbox, invitations.slice(1))),
        ],
      },
    };
    await assert.rejects(bookPairings(refusing, work), /refused the event: 400 ErrorInvalidRecipients/);
    assert.deepEqual(
      (await recordsOf(product)).map(({ state }) => state),
      ['planned', 'booked', 'booked'],
    );
    assert.deepEqual(
      product.queue.map(({ work: asked }) => asked.kind === 'tell' && asked.pairings),
      [work.pairings.slice(1)],
    );
    await bookPairings(product.ports, work);
    await assertBookedOnce(product);
  });

  it('takes the event that stands when Graph answers that the key was used', async () => {
    const product = await paired(1);
    const work = await onlyHandful(product);
    product.graph.graph.faults.next({ ...createEvent, effect: 'cut' });
    await assert.rejects(bookPairings(product.ports, work));
    const { meetings } = product.ports;
    // The calendar does not show it yet, and the invitation reads differently now.
    const ports: Ports = {
      ...product.ports,
      meetings: {
        ...meetings,
        find: async () => new Map(),
        create: (mailbox, invitations) =>
          meetings.create(
            mailbox,
            invitations.map((invitation) => ({ ...invitation, subject: 'Coffee, reworded' })),
          ),
      },
    };
    await bookPairings(ports, work);
    await assertBookedOnce(product);
    assert.notEqual((await product.graph.events())[0]?.subject, 'Coffee, reworded');
  });

  it('says so when Microsoft makes the event without a Teams meeting', async () => {
    const product = await paired(1);
    product.graph.graph.faults.next({ ...createEvent, effect: 'no-online-meeting' });
    await product.work();
    await assertBookedOnce(product);
    assert.equal((await firstRecord(product)).event?.joinUrl, null);
    assert.deepEqual(
      product.sent.map(({ message }) => message.kind === 'pairing' && message.pairing.joinUrl),
      [null, null],
    );
    assert.deepEqual(
      (await product.detail()).pairings.map(({ online }) => online),
      [false],
    );
  });

  it('is the same calendar when the worker dies after any of its effects', async () => {
    let deaths = 0;
    for (let at = 1; ; at++) {
      const product = await paired(2);
      const work = await onlyHandful(product);
      const mortal = dying(product.ports, at);
      await untilDeath(bookPairings(mortal.ports, work));
      if (!mortal.died()) break;
      deaths += 1;
      // The message comes back from the queue; who finds the dead worker's turn comes back when it is over.
      product.queue.push({ work, from: 0 });
      await product.work();
      await assertBookedOnce(product, `killed after effect ${at}:`);
      assert.equal(product.sent.length, 4, `killed after effect ${at}: everybody is told once`);
    }
    assert.equal(deaths, 6, 'take the turn, slots, events, records, end the turn, ask for the telling');
  });

  it('is asked for again by the next tick when it went to the poison queue', async () => {
    const product = await paired(2);
    const work = await onlyHandful(product);
    const { meetings } = product.ports;
    const out = sinon.fake.rejects(new Error('out of order'));
    const broken: Ports = { ...product.ports, meetings: { ...meetings, create: out, find: out } };
    for (let attempt = 0; attempt < 5; attempt++)
      await assert.rejects(bookPairings(broken, work), /out of order/);
    product.queue.length = 0;
    await product.tickAt('2026-12-10T10:15:00Z');
    await assertBookedOnce(product);
    assert.equal((await product.detail()).counts.told, 4);
  });

  describe('at the mailbox', () => {
    const full = { mailbox: organiser.mail, turn: null, recipients: [] };
    const standsAs = ({ ports }: TestProduct, budget: MailboxBudget) =>
      changeRecord(ports.storage.budgets, organiser.mail, () => budget);
    const at = (instant: string) => Date.parse(instant);

    it('lets the 31st invitation of a minute wait, says so, and sends it then', async () => {
      const product = await paired(2);
      const work = await onlyHandful(product);
      const log = sinon.spy();
      const ports = { ...product.ports, log };
      await standsAs(product, {
        ...full,
        sendings: [{ key: null, at: at('2026-12-10T09:59:50Z'), invitations: 29 }],
      });
      await bookPairings(ports, work);
      assert.deepEqual(await product.graph.events(), []);
      assert.deepEqual(product.queue, [{ work, from: at('2026-12-10T10:00:55Z') }]);
      assert.deepEqual(log.args, [['waiting for the mailbox', { ...december, pairings: 2, seconds: 55 }]]);
      await product.work();
      await assertBookedOnce(product);
    });

    it('is not asked for twice while it waits, and the round goes on booking', async () => {
      const product = await paired(2);
      const work = await onlyHandful(product);
      await standsAs(product, {
        ...full,
        sendings: [{ key: null, at: at('2026-12-10T10:00:00Z'), invitations: 30 }],
      });
      await bookPairings(product.ports, work);
      await carryOutRound(product.ports, december.scheme, december.round);
      assert.equal(product.queue.length, 1);
      assert.equal((await product.detail()).stage, 'booking');
    });

    it('ends its turn when Graph is to be left alone for three minutes, and finds its place kept', async () => {
      const product = await paired(2);
      const work = await onlyHandful(product);
      const { faults } = product.graph.graph;
      faults.set({ retryAfter: 180 });
      faults.next({ method: 'POST', path: '/$batch', effect: 'throttle' });
      await assert.rejects(
        bookPairings(product.ports, work),
        /turned a call away 1 times, now for 180 s: 429/,
      );
      const now = at('2026-12-10T10:00:00Z');
      assert.equal(product.ports.now(), now, 'nobody waited');
      const budget = await product.ports.storage.budgets.get(organiser.mail);
      assert.equal(budget?.value.turn, null);
      assert.deepEqual(budget.value.sendings, [
        { key: 'unmentoring:2026-12-14:p00001', at: now, invitations: 2 },
      ]);
      product.setClock('2026-12-10T10:03:00Z');
      await bookPairings(product.ports, work);
      await assertBookedOnce(product);
    });

    it('is left to a later tick when two hundred handfuls wait: nothing comes back in vain, and it says so', async () => {
      const product = await paired(2);
      const work = await onlyHandful(product);
      const log = sinon.spy();
      const sendings = Array.from({ length: 200 }, (_, i) => ({
        key: `other ${i}`,
        at: at('2026-12-10T10:00:00Z') + i * 65_000,
        invitations: 30,
      }));
      await standsAs(product, { ...full, sendings });
      await bookPairings({ ...product.ports, log }, work);
      assert.deepEqual(product.queue, []);
      assert.deepEqual(log.args, [['no place at the mailbox', { ...december, pairings: 2, seconds: 65 }]]);
      const { stage, counts } = await product.detail();
      assert.deepEqual([stage, counts.waiting], ['booking', 2]);

      product.setClock('2026-12-10T10:15:00Z');
      await tick(product.ports);
      assert.deepEqual(
        product.queue.filter(({ work: { kind } }) => kind === 'book'),
        [],
        'there is no place yet',
      );
      product.queue.length = 0;
      await product.tickAt('2026-12-10T11:02:00Z');
      await assertBookedOnce(product);
    });

    it('comes back when the turn of a worker that died is over', async () => {
      const product = await paired(1);
      const work = await onlyHandful(product);
      await standsAs(product, {
        ...full,
        turn: { holder: 'dead', key: 'dead', until: at('2026-12-10T10:02:00Z') },
        sendings: [{ key: 'dead', at: at('2026-12-10T10:00:00Z'), invitations: 20 }],
      });
      await bookPairings(product.ports, work);
      assert.deepEqual(await product.graph.events(), []);
      assert.deepEqual(
        product.queue.map(({ from }) => from),
        [at('2026-12-10T10:02:00Z')],
      );
      await product.work();
      await assertBookedOnce(product);
    });

    it('sends sixteen handfuls that come at once one after the other, thirty invitations a minute', async () => {
      const product = await paired(16);
      const [first] = handfuls(product);
      assert.ok(first);
      const singles = first.pairings.map((pairing): BookingWork => ({ ...first, pairings: [pairing] }));
      const { meetings } = product.ports;
      let running = 0;
      const ports: Ports = {
        ...product.ports,
        meetings: {
          ...meetings,
          create: async (mailbox, invitations) => {
            running += 1;
            assert.equal(running, 1);
            const made = await meetings.create(mailbox, invitations);
            running -= 1;
            return made;
          },
        },
      };
      await Promise.all(singles.map((work) => bookPairings(ports, work)));
      await assertBookedOnce(product);
    });
  });

  it('passes over slots that begin within half an hour', async () => {
    const product = await paired(1);
    const work = await onlyHandful(product);
    const { slots } = await firstRecord(product);
    const chronological = slots.toSorted((a, b) => a.start.localeCompare(b.start));
    await change(product, { slots: chronological });
    product.setClock(new Date(Date.parse(chronological[0]?.start ?? '') - 29 * 60_000).toISOString());
    await bookPairings(product.ports, work);
    assert.deepEqual((await firstRecord(product)).slot, chronological[1]);
    await assertBookedOnce(product);
  });

  it('moves the event of an earlier attempt to the slot that is on the record by now', async () => {
    const product = await paired(1);
    const work = await onlyHandful(product);
    product.graph.graph.faults.next({ ...createEvent, effect: 'cut' });
    await assert.rejects(bookPairings(product.ports, work));
    const { slots } = await firstRecord(product);
    await change(product, { slot: slots[1] ?? null });
    await bookPairings(product.ports, work);
    assert.deepEqual((await firstRecord(product)).slot, slots[1]);
    await assertBookedOnce(product);
  });

  it('gives up when every slot has passed, and both hear that it is not booked', async () => {
    const product = await paired(1);
    product.setClock('2026-12-20T12:00:00Z');
    await product.work();
    assert.deepEqual(await product.graph.events(), []);
    const { state, endedBecause } = await firstRecord(product);
    assert.deepEqual([state, endedBecause], ['failed', 'every-slot-passed']);
    assert.deepEqual(
      product.sent.map(({ message }) => message.kind === 'unplaced' && message.reason),
      ['not-booked', 'not-booked'],
    );
    const { receipt, counts } = await product.detail();
    assert.deepEqual(
      receipt.map(({ outcome, reason, told }) => [outcome, reason, told]),
      [
        ['unplaced', 'not-booked', 'sent'],
        ['unplaced', 'not-booked', 'sent'],
      ],
    );
    assert.deepEqual([counts.booked, counts.unplaced, counts.told], [0, 2, 2]);
  });

  describe('when a booked pairing was changed', () => {
    async function booked(): Promise<{ product: TestProduct; work: BookingWork; record: PairingRecord }> {
      const product = await paired(1);
      const work = await onlyHandful(product);
      await bookPairings(product.ports, work);
      product.queue.length = 0;
      return { product, work, record: await firstRecord(product) };
    }

    it('moves the event, which keeps its link', async () => {
      const { product, work, record } = await booked();
      await change(product, { state: 'planned', revision: 1, news: 'moved', slot: record.slots[1] ?? null });
      await bookPairings(product.ports, work);
      await assertBookedOnce(product);
      const moved = await firstRecord(product);
      assert.deepEqual(moved.event, { ...record.event, slot: record.slots[1] });
      assert.equal(product.queue.length, 1);
    });

    it('cancels the event, and the next one has a key of its own', async () => {
      const { product, work, record } = await booked();
      await change(product, { state: 'suggested', revision: 1, news: 'asked', slot: null });
      await bookPairings(product.ports, work);
      assert.deepEqual(await product.graph.events(), []);
      assert.equal((await firstRecord(product)).event, null);
      await change(product, { state: 'planned', revision: 2, news: 'chosen', slot: record.slots[1] ?? null });
      await bookPairings(product.ports, work);
      await assertBookedOnce(product);
      const again = await firstRecord(product);
      assert.deepEqual([again.generation, again.slot], [1, record.slots[1]]);
    });

    it('makes a new event when the old one is gone', async () => {
      const { product, work, record } = await booked();
      await product.ports.meetings.cancel(organiser.mail, record.event?.id ?? '', 'by hand');
      await change(product, { state: 'planned', revision: 1, news: 'moved', slot: record.slots[1] ?? null });
      await bookPairings(product.ports, work);
      await product.work();
      await assertBookedOnce(product);
      assert.equal((await firstRecord(product)).generation, 1);
    });

    it('makes no event for what is cancelled between reading it and the turn at the mailbox', async () => {
      const product = await paired(1);
      const work = await onlyHandful(product);
      const { storage } = product.ports;
      const get: typeof storage.budgets.get = async (mailbox) => {
        await change(product, { state: 'cancelled', revision: 1, news: 'cancelled', slot: null });
        return storage.budgets.get(mailbox);
      };
      const ports: Ports = {
        ...product.ports,
        storage: { ...storage, budgets: { ...storage.budgets, get } },
      };
      await assert.rejects(bookPairings(ports, work), /was changed by somebody else meanwhile/);
      await bookPairings(product.ports, work);
      assert.deepEqual(await product.graph.events(), []);
    });

    it('leaves no event behind when it is cancelled while its event is being made', async () => {
      const product = await paired(1);
      const work = await onlyHandful(product);
      const { meetings } = product.ports;
      const ports: Ports = {
        ...product.ports,
        meetings: {
          ...meetings,
          create: async (...made) => {
            const created = await meetings.create(...made);
            await change(product, { state: 'cancelled', revision: 1, news: 'cancelled', slot: null });
            return created;
          },
        },
      };
      await assert.rejects(bookPairings(ports, work), /was changed by somebody else meanwhile/);
      await bookPairings(product.ports, work);
      assert.deepEqual(await product.graph.events(), []);
      assert.deepEqual((await firstRecord(product)).event, null);
    });

    it('leaves no event behind when it is cancelled after a worker died making it', async () => {
      const product = await paired(1);
      const work = await onlyHandful(product);
      product.graph.graph.faults.next({ ...createEvent, effect: 'cut' });
      await assert.rejects(bookPairings(product.ports, work));
      await change(product, { state: 'cancelled', revision: 1, news: 'cancelled', slot: null });
      await bookPairings(product.ports, work);
      assert.deepEqual(await product.graph.events(), []);
    });
  });

  it('deals the pairings out to the pool by the handful', async () => {
    const product = await paired(21, 2);
    const organisers = (await recordsOf(product)).map((record) => record.organiser);
    const [one, two] = product.ports.organisers;
    assert.deepEqual(organisers, [...Array.from({ length: 20 }, () => one), two]);
    assert.deepEqual(
      handfuls(product).map(({ pairings }) => pairings.length),
      [20, 1],
    );
  });

  it('keeps pairings of two organisers apart when one message names both', async () => {
    const product = await paired(21, 2);
    const [first, second] = handfuls(product);
    assert.ok(first && second);
    await bookPairings(product.ports, {
      ...first,
      pairings: [...first.pairings.slice(1), ...second.pairings],
    });
    await bookPairings(product.ports, first);
    await assertBookedOnce(product);
  });

  it('sends the handfuls of a mailbox when their places are due, and says how many wait', async () => {
    const log = sinon.spy();
    const product = await paired(45, 1, log);
    const from = (instant: string) => Date.parse(instant);
    assert.deepEqual(
      product.queue.map(({ work, from: due }) => [work.kind === 'book' && work.pairings.length, due]),
      [
        [20, from('2026-12-10T10:00:00Z')],
        [5, from('2026-12-10T10:00:00Z')],
        [20, from('2026-12-10T10:01:05Z')],
      ],
    );
    assert.deepEqual(
      log.args.filter(([what]) => what === 'waiting for the mailbox'),
      [['waiting for the mailbox', { ...december, pairings: 20, seconds: 65 }]],
    );
    for (const { work } of product.queue.splice(0, 2)) {
      assert.ok(work.kind === 'book');
      await bookPairings(product.ports, work);
    }
    assert.equal((await product.graph.events()).length, 25);
    // A tick meanwhile does not ask for what waits.
    await carryOutRound(product.ports, december.scheme, december.round);
    assert.equal(product.queue.filter(({ work }) => work.kind === 'book').length, 1);
    await product.work();
    await assertBookedOnce(product);
  });

  it('has its turn under the first pairing that the message names, in whatever order records are read', async () => {
    const product = await paired(2);
    const work = await onlyHandful(product);
    const { storage, meetings } = product.ports;
    const { pairings, budgets } = storage;
    const reversed = {
      ...pairings,
      getMany: async (keys: Parameters<typeof pairings.getMany>[0]) =>
        (await pairings.getMany(keys)).reverse(),
    };
    const keys: (string | undefined)[] = [];
    const create: typeof meetings.create = async (...invitations) => {
      keys.push((await budgets.get(organiser.mail))?.value.turn?.key);
      return meetings.create(...invitations);
    };
    await bookPairings(
      { ...product.ports, storage: { ...storage, pairings: reversed }, meetings: { ...meetings, create } },
      work,
    );
    assert.deepEqual(keys, ['unmentoring:2026-12-14:p00001']);
    await assertBookedOnce(product);
  });

  it('is an error for a pairing that is not there', async () => {
    const product = await paired(1);
    const work: BookingWork = { kind: 'book', ...december, pairings: ['p00009'] };
    await assert.rejects(
      bookPairings(product.ports, work),
      /pairing p00009 of round 2026-12-14 is not there/,
    );
  });
});
