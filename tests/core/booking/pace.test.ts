import assert from 'node:assert/strict';
import { setImmediate as soon } from 'node:timers/promises';
import { bookPairings } from '../../../core/booking/book-pairings.ts';
import { wake } from '../../../core/mailbox/wake.ts';
import { newMailbox } from '../../../core/mailbox/change-mailbox.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { Mailbox } from '../../../core/records/mailbox.ts';
import { change } from '../../../core/shared/change.ts';
import { organiser } from '../../support/emulated-graph.ts';
import { bookedPairing, knownPerson, pairing, round, tenOn } from '../../support/records.ts';
import { records as recordsOf, toCallOff } from '../../support/stored.ts';
import { december, type TestProduct } from '../../support/test-product.ts';
import { assertBookedOnce, book, takeSends, usePaired } from './paired.ts';

const minute = 60_000;
const ten = Date.parse('2026-12-10T10:00:00Z');

describe('the pace of a mailbox', () => {
  const paired = usePaired();

  const stored = async ({ ports }: TestProduct, mailbox = organiser.mail): Promise<Mailbox> => {
    const found = await ports.storage.mailboxes.get(mailbox);
    assert.ok(found);
    return found.value;
  };
  const write = ({ ports }: TestProduct, more: Partial<Mailbox>) =>
    change(ports.storage.mailboxes, organiser.mail, (current) => ({
      ...(current ?? newMailbox(organiser.mail)),
      ...more,
    }));
  const waiting = ({ queue }: TestProduct) =>
    queue.flatMap(({ work, from }) => (work.kind === 'send' ? [(from - ten) / 1000] : []));

  it('sends thirty invitations a minute, in batches of twenty, until nothing is left', async () => {
    const product = await paired(65);
    const sizes: [number, number][] = [];
    const { meetings } = product.ports;
    const ports: Ports = {
      ...product.ports,
      meetings: {
        ...meetings,
        create: async (mailbox, invitations) => {
          sizes.push([(product.ports.now() - ten) / 1000, invitations.length]);
          return meetings.create(mailbox, invitations);
        },
      },
    };
    await product.work(ports);
    await assertBookedOnce(product);
    assert.deepEqual(sizes, [
      [0, 20],
      [0, 10],
      [60, 20],
      [60, 10],
      [120, 5],
    ]);
    const { next, holder, sentToday } = await stored(product);
    assert.deepEqual([next, holder, sentToday], [null, null, 130]);
  });

  it('counts what it is about to send, so that a worker that takes over sends no 31st', async () => {
    const product = await paired(40);
    const [message] = takeSends(product);
    assert.ok(message);
    const { meetings } = product.ports;
    const lost: Ports = {
      ...product.ports,
      meetings: { ...meetings, create: async () => new Promise(() => undefined) },
    };
    void bookPairings(lost, message);
    while ((await stored(product)).sentInMinute === 0) await soon();
    product.setClock('2026-12-10T10:02:00Z');
    await bookPairings(product.ports, message);
    assert.deepEqual(await product.graph.events(), [], 'the other may have sent until its hold ended');
    assert.deepEqual(waiting(product), [180]);
    await product.work();
    await assertBookedOnce(product);
  });

  it('takes the end of the work for the time at which it last sent', async () => {
    const product = await paired(3);
    const { meetings } = product.ports;
    const slow: Ports = {
      ...product.ports,
      meetings: {
        ...meetings,
        create: async (...asked) => {
          product.setClock(ten + 7_000);
          return meetings.create(...asked);
        },
      },
    };
    await book(product, slow);
    const { minute: lastSent, sentInMinute, holder } = await stored(product);
    assert.deepEqual([lastSent, sentInMinute, holder], [ten + 7_000, 3, null]);
  });

  it('waits for the rest of the minute', async () => {
    const product = await paired(2);
    await write(product, { minute: ten - 10_000, sentInMinute: 29 });
    await book(product);
    assert.equal((await product.graph.events()).length, 1);
    assert.deepEqual(waiting(product), [60]);
    await product.work();
    await assertBookedOnce(product);
  });

  it('waits for a day when ten thousand people were invited', async () => {
    const product = await paired(2);
    await write(product, { minute: ten - 120_000, day: ten - 3_600_000, sentToday: 9_998 });
    await book(product);
    assert.equal((await product.graph.events()).length, 1);
    await product.work();
    await assertBookedOnce(product);
    assert.equal(new Date(product.ports.now()).toISOString().slice(0, 13), '2026-12-11T10');
  });

  it('goes on once, however often it is asked to', async () => {
    const product = await paired(35);
    const [message] = takeSends(product);
    assert.ok(message);
    await bookPairings(product.ports, message);
    await bookPairings(product.ports, message);
    await wake(product.ports, organiser.mail);
    assert.deepEqual(waiting(product), [60]);
    await product.work();
    await assertBookedOnce(product);
  });

  it('sends what is recorded while a worker ends that has looked already', async () => {
    const product = await paired(1);
    const [message] = takeSends(product);
    assert.ok(message);
    const { pairings, people } = product.ports.storage;
    for (const name of ['Cem', 'Dora']) await people.insert(knownPerson(name));
    const late = pairing('p00002', ['Cem', 'Dora'], { organiser: organiser.mail });
    const { meetings } = product.ports;
    await bookPairings(
      {
        ...product.ports,
        meetings: {
          ...meetings,
          create: async (...asked) => {
            await pairings.insertMissing([late]);
            await wake(product.ports, organiser.mail);
            return meetings.create(...asked);
          },
        },
      },
      message,
    );
    assert.deepEqual(waiting(product), [0]);
    for (const next of takeSends(product)) await bookPairings(product.ports, next);
    assert.deepEqual(
      (await recordsOf(product)).map(({ state }) => state),
      ['booked', 'booked'],
    );
    assert.deepEqual(waiting(product), []);
  });

  for (const [when, pairings] of [
    ['with something to send', 1],
    ['with nothing to send', 0],
  ] as const) {
    it(`sends what is recorded while a worker ${when} has looked, and does not hold the mailbox yet`, async () => {
      const product = await paired(1);
      const { storage } = product.ports;
      if (pairings === 0) await product.work();
      for (const name of ['Cem', 'Dora']) await storage.people.insert(knownPerson(name));
      const late = pairing('p00002', ['Cem', 'Dora'], { organiser: organiser.mail });
      await wake(product.ports, organiser.mail);
      const [message] = takeSends(product);
      assert.ok(message);
      let isRecorded = false;
      const slow: Ports = {
        ...product.ports,
        storage: {
          ...storage,
          pairings: {
            ...storage.pairings,
            async *toSend(of) {
              yield* storage.pairings.toSend(of);
              if (isRecorded) return;
              isRecorded = true;
              await storage.pairings.insertMissing([late]);
              await wake(product.ports, organiser.mail);
            },
          },
        },
      };
      await bookPairings(slow, message);
      await product.work();
      assert.deepEqual(
        (await recordsOf(product)).map(({ state }) => state),
        ['booked', 'booked'],
      );
    });
  }

  it('sends calls-off and moves before new invitations, the soonest meeting first, over all rounds', async () => {
    const product = await paired(32);
    const { ports, graph } = product;
    const { storage } = ports;
    for (const name of ['Ann', 'Ben']) await storage.people.insert(knownPerson(name));
    const january = { ...december, round: '2027-01-11' };
    await storage.rounds.insert(round({ ...january, number: 2, stage: 'meeting' }));
    const made = async (key: string, day: number) => {
      const slot = tenOn(day);
      const attendees = [{ name: 'Ann', mail: 'p000@contoso.example' }];
      const invitation = { key, subject: 'Coffee', body: '', category: 'UnMentoring', slot, attendees };
      const [result] = await ports.meetings.create(organiser.mail, [invitation]);
      assert.ok(result?.kind === 'booked');
      const event = { ...result.event, kind: 'made' as const, members: ['ann', 'ben'] };
      return { event, organiser: organiser.mail };
    };
    const moved = pairing('p90002', ['Ann', 'Ben'], { ...(await made('moved', 18)), slot: tenOn(17) });
    const booked = bookedPairing('p90003', ['Ann', 'Ben'], {
      ...january,
      ...(await made('called off', 15)),
    });
    const calledOff = toCallOff(booked);
    await storage.pairings.insertMissing([moved, calledOff]);
    product.setClock('2026-12-10T10:01:00Z');
    const before = graph.graph.requests().length;
    await book(product);
    const steps = graph.graph.requests().slice(before);
    const count = (template: string, method = 'POST') =>
      steps.filter((step) => step.template === template && step.method === method).length;
    assert.deepEqual(
      {
        first: steps.find(({ template }) => template !== '/$batch')?.template,
        cancelled: count('/users/{id}/events/{id}/cancel'),
        moved: count('/users/{id}/events/{id}', 'PATCH'),
        created: count('/users/{id}/events'),
      },
      { first: '/users/{id}/events/{id}/cancel', cancelled: 1, moved: 1, created: 28 },
    );
  });

  it('tries again a minute later when Graph asks for three minutes of rest', async () => {
    const product = await paired(2);
    const { faults } = product.graph.graph;
    faults.set({ retryAfter: 180 });
    faults.next({ method: 'POST', path: '/$batch', effect: 'throttle' });
    await assert.rejects(book(product), /turned a call away 1 times, now for 180 s: 429/);
    assert.equal(product.ports.now(), ten, 'nobody waited');
    assert.equal((await stored(product)).holder, null);
    assert.deepEqual(waiting(product), [60]);
    await product.work();
    await assertBookedOnce(product);
  });

  it('deals the pairings of a round to the mailboxes of the pool, a minute’s worth to each in turn', async () => {
    const product = await paired(61, 2);
    const [one = '', two = ''] = product.ports.organisers;
    const dealt = (await recordsOf(product)).map((record) => record.organiser);
    assert.deepEqual(
      [0, 29, 30, 59, 60].map((i) => dealt[i]),
      [one, one, two, two, one],
    );
    await product.work();
    await assertBookedOnce(product);
    assert.equal(product.ports.now(), ten + minute);
  });
});
