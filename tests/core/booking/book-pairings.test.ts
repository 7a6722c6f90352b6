import assert from 'node:assert/strict';
import sinon from 'sinon';
import { bookPairings } from '../../../core/booking/book-pairings.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { change as changeAny } from '../../../core/shared/change.ts';
import { eventOf, slotOf } from '../../../core/records/pairing.ts';
import type { Work } from '../../../core/records/work.ts';
import type { Effect } from '../../../local/graph/control/faults.ts';
import { dying, untilDeath } from '../../support/dying.ts';
import { readMyPairing } from '../../../core/views/my-pairing.ts';
import { wordsFor } from '../../../core/words/languages.ts';
import { questionWords } from '../../../core/words/question.ts';
import { organiser } from '../../support/emulated-graph.ts';
import {
  changeRecord as change,
  record as firstRecord,
  records as recordsOf,
  toBook,
} from '../../support/stored.ts';
import { december } from '../../support/test-product.ts';
import { assertBookedOnce, book, takeSends, usePaired } from './paired.ts';

const createEvent = { method: 'POST', path: '/users/{id}/events' } as const;

describe('bookPairings', () => {
  const paired = usePaired();

  it('books pairings in one batch, each at its best slot, and queues telling once', async () => {
    const product = await paired(3);
    const before = product.graph.graph.requests().length;
    await book(product);
    const requests = product.graph.graph.requests().slice(before);
    await assertBookedOnce(product);
    assert.deepEqual(requests.map(({ template, batch }) => `${template} ${batch ?? 'itself'}`).toSorted(), [
      '/$batch itself',
      ...Array.from({ length: 3 }, () => '/users/{id}/events 3'),
    ]);
    const record = await firstRecord(product);
    assert.deepEqual(slotOf(record), record.slots[0]);
    assert.match(eventOf(record)?.joinUrl ?? '', /^https:/);
    assert.equal(record.organiser, organiser.mail);
    assert.deepEqual(
      product.queue.map(({ work: asked }): Work => asked),
      [{ kind: 'tell', ...december, pairings: ['p00001', 'p00002', 'p00003'], people: [] }],
    );
  });

  it('records that it is about to create each event before it does', async () => {
    const product = await paired(2);
    const { meetings } = product.ports;
    const create = sinon.fake(async (...asked: Parameters<typeof meetings.create>) => {
      for (const { event } of await recordsOf(product)) assert.equal(event.kind, 'begun');
      return meetings.create(...asked);
    });
    await book(product, { ...product.ports, meetings: { ...meetings, create } });
    assert.equal(create.callCount, 1);
  });

  it('says first in the invitation who calls whom when a member would rather talk on the phone, and keeps the link', async () => {
    const product = await paired(1);
    const { members } = await firstRecord(product);
    const [caller = '', called = ''] = members;
    const profile = { call: 'phone', language: null } as const;
    await changeAny(product.ports.storage.people, called, (current) => current && { ...current, profile });
    const { meetings } = product.ports;
    const create = sinon.fake((...asked: Parameters<typeof meetings.create>) => meetings.create(...asked));
    await book(product, { ...product.ports, meetings: { ...meetings, create } });
    const nameOf = async (id: string) => (await product.ports.storage.people.get(id))?.value.work?.name ?? '';
    const [, [invitation]] = create.firstCall.args;
    const first = `<div lang="en"><p>By phone: ${await nameOf(caller)} calls ${await nameOf(called)}. `;
    assert.ok(invitation?.body.startsWith(first), invitation?.body);
    assert.match(eventOf(await firstRecord(product))?.joinUrl ?? '', /^https:/);
  });

  it('asks in each invitation the question that its members are shown elsewhere', async () => {
    const product = await paired(2);
    const { meetings } = product.ports;
    const create = sinon.fake((...asked: Parameters<typeof meetings.create>) => meetings.create(...asked));
    await book(product, { ...product.ports, meetings: { ...meetings, create } });
    const words = wordsFor('en');
    const shown = (await recordsOf(product)).map(async ({ members: [reader = ''] }) => {
      const view = await readMyPairing(product.ports, reader);
      return view && questionWords(view.question, words).question;
    });
    const [one, other] = await Promise.all(shown);
    assert.notEqual(one, other);
    const [, invitations] = create.firstCall.args;
    for (const [i, question] of [one, other].entries())
      assert.ok(invitations[i]?.body.includes(`: ${question ?? 'none'}<`), invitations[i]?.body);
  });

  it('makes no second event, and does not touch the mailbox, when the message is delivered twice', async () => {
    const product = await paired(2);
    const [message] = takeSends(product);
    assert.ok(message);
    await bookPairings(product.ports, message);
    const mailbox = await product.ports.storage.mailboxes.get(organiser.mail);
    await bookPairings(product.ports, message);
    await assertBookedOnce(product);
    assert.deepEqual(await product.ports.storage.mailboxes.get(organiser.mail), mailbox);
  });

  it('makes one event a pairing when four workers get the same message at once', async () => {
    const product = await paired(3);
    const [message] = takeSends(product);
    assert.ok(message);
    await Promise.all([1, 2, 3, 4].map(() => bookPairings(product.ports, message)));
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
      product.graph.graph.faults.next({ ...createEvent, effect, after: 1 });
      const first = book(product);
      if (repeats) await assert.rejects(first);
      else await first;
      await book(product);
      await assertBookedOnce(product);
    });
  }

  it('records the others when Graph does not make one, and books that one when repeated', async () => {
    const product = await paired(3);
    const { meetings } = product.ports;
    const refusing: Ports = {
      ...product.ports,
      meetings: {
        ...meetings,
        create: async (mailbox, invitations) => [
          { kind: 'unknown', reason: '503 ServiceUnavailable' },
          ...(await meetings.create(mailbox, invitations.slice(1))),
        ],
      },
    };
    await assert.rejects(book(product, refusing), /did not make the event: 503 ServiceUnavailable/);
    assert.deepEqual(
      (await recordsOf(product)).map(({ state }) => state),
      ['planned', 'booked', 'booked'],
    );
    assert.deepEqual(
      product.queue.flatMap(({ work }) => (work.kind === 'tell' ? work.pairings : [])),
      ['p00002', 'p00003'],
    );
    await book(product);
    await assertBookedOnce(product);
  });

  it('uses the existing event when Graph answers that its key was used', async () => {
    const product = await paired(1);
    product.graph.graph.faults.next({ ...createEvent, effect: 'cut' });
    await assert.rejects(book(product));
    const { meetings } = product.ports;
    // The calendar does not show the event yet, and the invitation's text has changed.
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
    await book(product, ports);
    await assertBookedOnce(product);
    assert.notEqual((await product.graph.events())[0]?.subject, 'Coffee, reworded');
  });

  it('reports an event that Microsoft made without a Teams meeting', async () => {
    const product = await paired(1);
    product.graph.graph.faults.next({ ...createEvent, effect: 'no-online-meeting' });
    await product.work();
    await assertBookedOnce(product);
    assert.equal(eventOf(await firstRecord(product))?.joinUrl, null);
    assert.deepEqual(
      product.sent.map(({ message }) => message.kind === 'pairing' && message.pairing.joinUrl),
      [null, null],
    );
    assert.deepEqual(
      (await product.detail()).pairings.map(({ online }) => online),
      [false],
    );
  });

  it('makes the same calendar, wherever the worker is killed', async () => {
    let deaths = 0;
    for (let at = 1; ; at++) {
      const product = await paired(2);
      const [work] = takeSends(product);
      assert.ok(work);
      const mortal = dying(product.ports, at);
      await untilDeath(bookPairings(mortal.ports, work));
      if (!mortal.died()) break;
      deaths += 1;
      // The message comes back from the queue, and waits until the dead worker's hold is over.
      product.queue.push({ work, from: 0 });
      await product.work();
      await product.tick();
      await assertBookedOnce(product, `killed after effect ${at}:`);
      assert.equal(product.sent.length, 4, `killed after effect ${at}: everybody is told once`);
    }
    assert.equal(deaths, 6, 'hold and count, slots, events, records, ask for the telling, end the hold');
  });

  it('is queued again by the next tick after its message went to the poison queue', async () => {
    const product = await paired(2);
    const { meetings } = product.ports;
    const out = sinon.fake.rejects(new Error('out of order'));
    const broken: Ports = { ...product.ports, meetings: { ...meetings, create: out, find: out } };
    for (let attempt = 0; attempt < 2; attempt++) await assert.rejects(book(product, broken), /out of order/);
    product.queue.length = 0;
    await product.tickAt('2026-12-10T10:15:00Z');
    await assertBookedOnce(product);
    assert.equal((await product.detail()).counts.told, 4);
  });

  it('skips slots that begin within half an hour', async () => {
    const product = await paired(1);
    const { slots } = await firstRecord(product);
    const chronological = slots.toSorted((a, b) => a.start - b.start);
    await change(product, (pairing) => ({ ...toBook(pairing, chronological[0]), slots: chronological }));
    product.setClock((chronological[0]?.start ?? 0) - 29 * 60_000);
    await book(product);
    assert.deepEqual(slotOf(await firstRecord(product)), chronological[1]);
    await assertBookedOnce(product);
  });

  it('moves the event of an earlier attempt to the slot now recorded', async () => {
    const product = await paired(1);
    product.graph.graph.faults.next({ ...createEvent, effect: 'cut' });
    await assert.rejects(book(product));
    const { slots } = await firstRecord(product);
    await change(product, (pairing) => toBook(pairing, slots[1]));
    await book(product);
    assert.deepEqual(slotOf(await firstRecord(product)), slots[1]);
    await assertBookedOnce(product);
  });

  it('fails when every slot has passed, and both are told', async () => {
    const product = await paired(1);
    product.setClock('2026-12-18T16:55:00Z');
    await product.work();
    assert.deepEqual(await product.graph.events(), []);
    const failed = await firstRecord(product);
    assert.equal(failed.state === 'failed' && failed.reason, 'every-slot-passed');
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
});
