import assert from 'node:assert/strict';
import { lookAfterRound } from '../../../core/mending/look-after-round.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { Mailbox } from '../../../core/records/mailbox.ts';
import { type PairingRecord, slotOf } from '../../../core/records/pairing.ts';
import { change } from '../../../core/shared/change.ts';
import { letItClose } from '../../support/let-it-close.ts';
import { changeRecord, records as recordsOf, toBook } from '../../support/stored.ts';
import { december, type TestProduct } from '../../support/test-product.ts';
import { assertBookedOnce, book, usePaired } from './paired.ts';

const minute = 60_000;
const ten = Date.parse('2026-12-10T10:00:00Z');

describe('an event that Outlook refuses for good', () => {
  const paired = usePaired();

  /** Ports whose Outlook refuses the events of a pairing. */
  function refusing({ ports }: TestProduct, pairing: string): Ports {
    const { meetings } = ports;
    const isRefused = ({ key }: { readonly key: string }) => key.includes(pairing);
    return {
      ...ports,
      meetings: {
        ...meetings,
        async create(organiser, invitations) {
          const rest = invitations.filter((invitation) => !isRefused(invitation));
          const made = await meetings.create(organiser, rest);
          return invitations.map((invitation) =>
            isRefused(invitation)
              ? { kind: 'refused' }
              : (made[rest.indexOf(invitation)] ?? { kind: 'unknown', reason: 'left out' }),
          );
        },
        update: async () => ({ kind: 'refused' }),
      },
    };
  }

  it('ends its pairing, tells both, shows the coordinator why, and is not asked for again', async () => {
    const product = await paired(3);
    await product.work(refusing(product, 'p00002'));
    const { pairings, receipt } = await product.detail();
    assert.deepEqual(
      pairings.map(({ state, endedBecause }) => [state, endedBecause]),
      [
        ['booked', null],
        ['booked', null],
        ['failed', 'refused-by-outlook'],
      ],
    );
    const [, failed] = await recordsOf(product);
    const theirs = new Set(failed?.members);
    assert.deepEqual(
      product.sent.flatMap(({ reader, message }) =>
        theirs.has(reader.id) ? [message.kind === 'unplaced' && message.reason] : [],
      ),
      ['not-booked', 'not-booked'],
    );
    assert.deepEqual(
      receipt.flatMap(({ id, reason }) => (theirs.has(id) ? [reason] : [])),
      ['not-booked', 'not-booked'],
    );
    const requests = () =>
      product.graph.graph.requests().filter(({ template }) => template === '/users/{id}/events').length;
    const before = requests();
    await product.tickAt('2026-12-10T10:15:00Z');
    assert.equal(requests(), before);
  });

  it('cancels an event that may not be moved', async () => {
    const product = await paired(1);
    await book(product);
    const [{ slots } = { slots: [] }] = await recordsOf(product);
    await changeRecord(product, (pairing) => toBook(pairing, slots[1]));
    await product.work(refusing(product, 'nobody'));
    await book(product, refusing(product, 'nobody'));
    await product.work();
    assert.deepEqual(await product.graph.events(), []);
    const [record] = await recordsOf(product);
    assert.equal(record?.state === 'failed' && record.reason, 'refused-by-outlook');
  });

  it('is taken with a subject as long as two names of 256 characters', async () => {
    const product = await paired(1);
    const [record] = await recordsOf(product);
    assert.ok(record);
    const { people } = product.ports.storage;
    for (const [i, id] of record.members.entries()) {
      await change(people, id, (known) => {
        const name = `${'Ann '.repeat(64)}${i}`;
        return known && { ...known, work: known.work && { ...known.work, name } };
      });
    }
    await book(product);
    await assertBookedOnce(product);
    assert.match((await product.graph.events())[0]?.subject ?? '', /^UnMentoring: (Ann )+Ann…$/);
  });
});

describe('a mailbox that refuses', () => {
  const paired = usePaired();

  const stored = async ({ ports }: TestProduct, mailbox: string): Promise<Mailbox> => {
    const found = await ports.storage.mailboxes.get(mailbox);
    assert.ok(found);
    return found.value;
  };
  const organisersOf = (all: readonly PairingRecord[]) => new Set(all.map(({ organiser }) => organiser));
  /** The product with its alarms. */
  const listening = ({ ports }: TestProduct) => {
    const alarms: unknown[] = [];
    const log: Ports['log'] = (event, fields) => {
      if (event === 'alarm') alarms.push(fields);
    };
    return { ports: { ...ports, log }, alarms };
  };

  for (const refusal of ['off', 'denied'] as const) {
    it(`gives what it has not booked to the next one when it is ${refusal}, and raises one alarm`, async () => {
      const product = await paired(5, 2);
      const [one = '', two = ''] = product.graph.organisers;
      product.graph.graph.faults.refuse(one, refusal);
      const { ports, alarms } = listening(product);
      await product.work(ports);
      await assertBookedOnce(product);
      assert.deepEqual(organisersOf(await recordsOf(product)), new Set([two]));
      assert.deepEqual(alarms, [{ reason: 'mailbox-refuses', mailbox: 1, mailboxes: 2 }]);
      const { goneUntil, next } = await stored(product, one);
      assert.deepEqual([goneUntil, next], [ten + 60 * minute, null]);
    });
  }

  it('keeps the events that it has booked, and the round goes on without it', async () => {
    const product = await paired(4, 2);
    await product.work();
    const [one = ''] = product.graph.organisers;
    const before = await recordsOf(product);
    product.graph.graph.faults.refuse(one, 'off');
    product.setClock('2026-12-10T11:00:00Z');
    await lookAfterRound(product.ports, december.scheme, december.round);
    assert.deepEqual(await recordsOf(product), before);
    assert.equal(
      (await product.ports.storage.rounds.get(december))?.value.answersCheckedAt,
      Date.parse('2026-12-10T11:00:00Z'),
    );
    await letItClose(product);
    assert.equal((await product.detail()).stage, 'closed');
  });

  it('moves its meeting once it comes back, and is asked once an hour until then', async () => {
    const product = await paired(2, 2);
    await product.work();
    const [one = ''] = product.graph.organisers;
    const { faults } = product.graph.graph;
    faults.refuse(one, 'denied');
    const [first] = await recordsOf(product);
    assert.equal(first?.organiser, one);
    const slot = first.slots[1];
    await changeRecord(product, (pairing) => toBook(pairing, slot));
    const asked = () =>
      product.graph.graph.requests().filter(({ method, status }) => method === 'PATCH' && status === 403)
        .length;
    await book(product);
    await book(product);
    assert.equal(asked(), 1);
    assert.equal((await stored(product, one)).next, ten + 60 * minute);
    faults.refuse(one, null);
    await product.work();
    const [moved] = await recordsOf(product);
    assert.deepEqual([moved?.state, moved && slotOf(moved), moved?.organiser], ['booked', slot, one]);
    assert.equal((await stored(product, one)).goneUntil, null);
    assert.equal(product.ports.now(), ten + 60 * minute);
  });

  it('fails nothing and tells nobody while all refuse: one alarm and one try an hour', async () => {
    const product = await paired(3, 1);
    const [one = ''] = product.graph.organisers;
    const { faults } = product.graph.graph;
    faults.refuse(one, 'denied');
    const { ports, alarms } = listening(product);
    const tries = () =>
      product.graph.graph
        .requests()
        .filter(({ status, template }) => status === 403 && template === '/users/{id}/events').length;
    const isDue = ({ from }: { readonly from: number }) => from < ten + 119 * minute;
    while (product.queue.some(isDue)) await product.workOnce(() => ports);
    assert.deepEqual([tries(), alarms.length], [2 * 3, 2]);
    assert.deepEqual(product.sent, []);
    faults.refuse(one, null);
    await product.work(ports);
    await assertBookedOnce(product);
    assert.equal(product.sent.length, 6);
  });

  it('waits with pairing until one may be read at again', async () => {
    const product = await paired(1, 2);
    await product.work();
    const { faults } = product.graph.graph;
    for (const mailbox of product.graph.organisers) faults.refuse(mailbox, 'denied');
    const { ports } = listening(product);
    await product.tickAt('2027-01-07T10:00:00Z', ports);
    const january = { ...december, round: '2027-01-11' };
    const requests = product.graph.graph.requests().length;
    await product.tickAt('2027-01-07T10:15:00Z', ports);
    assert.equal(product.graph.graph.requests().length, requests, 'nothing is asked for an hour');
    for (const mailbox of product.graph.organisers) faults.refuse(mailbox, null);
    await product.tickAt('2027-01-07T11:15:00Z', ports);
    assert.equal((await ports.storage.rounds.get(january))?.value.stage, 'booking');
  });

  it('ends its pairings when their last slot has passed', async () => {
    const product = await paired(2, 1);
    product.graph.graph.faults.refuse(product.graph.organisers[0] ?? '', 'off');
    await book(product);
    product.setClock('2026-12-18T16:55:00Z');
    await product.work();
    assert.deepEqual(
      (await product.detail()).pairings.map(({ state, endedBecause }) => [state, endedBecause]),
      [
        ['failed', 'every-slot-passed'],
        ['failed', 'every-slot-passed'],
      ],
    );
    assert.equal(product.sent.length, 4);
  });
});
