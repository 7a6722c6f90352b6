import assert from 'node:assert/strict';
import sinon from 'sinon';
import { bookPairings } from '../../../core/booking/book-pairings.ts';
import { tick } from '../../../core/clockwork/tick.ts';
import { carryOutRound } from '../../../core/outstanding/carry-out-round.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { MailboxBudget } from '../../../core/records/mailbox.ts';
import type { BookingWork } from '../../../core/records/work.ts';
import { change as changeRecord } from '../../../core/shared/change.ts';
import { organiser } from '../../support/emulated-graph.ts';
import { records as recordsOf } from '../../support/stored.ts';
import { december, type TestProduct } from '../../support/test-product.ts';
import { assertBookedOnce, handfuls, onlyHandful, usePaired } from './paired.ts';

describe('booking at a mailbox', () => {
  const paired = usePaired();

  const full = { mailbox: organiser.mail, turn: null, recipients: [] };
  const standsAs = ({ ports }: TestProduct, budget: MailboxBudget) =>
    changeRecord(ports.storage.budgets, organiser.mail, () => budget);
  const at = (instant: string) => Date.parse(instant);

  it('sends the 31st invitation of a minute later, and logs that it waits', async () => {
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

  it('is not queued twice while it waits, and the round stays in booking', async () => {
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

  it('gives up its turn and keeps its place when Graph asks for three minutes of rest', async () => {
    const product = await paired(2);
    const work = await onlyHandful(product);
    const { faults } = product.graph.graph;
    faults.set({ retryAfter: 180 });
    faults.next({ method: 'POST', path: '/$batch', effect: 'throttle' });
    await assert.rejects(bookPairings(product.ports, work), /turned a call away 1 times, now for 180 s: 429/);
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

  it('is left to a later tick, and logs it, when two hundred handfuls wait', async () => {
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
    assert.deepEqual(log.args, [['no place at the mailbox', { ...december, pairings: 2, seconds: 60 }]]);
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

  it('comes back when the turn of a killed worker is over', async () => {
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

  it('sends sixteen handfuls one after the other', async () => {
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

  it('gives the mailboxes of the pool a handful each in turn', async () => {
    const product = await paired(21, 2);
    const organisers = (await recordsOf(product)).map((record) => record.organiser);
    const [one, two] = product.ports.organisers;
    assert.deepEqual(organisers, [...Array.from({ length: 20 }, () => one), two]);
    assert.deepEqual(
      handfuls(product).map(({ pairings }) => pairings.length),
      [20, 1],
    );
  });

  it('books pairings of two organisers that one message names', async () => {
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

  it('sends the handfuls of a mailbox when their places are due, and logs how many wait', async () => {
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
    // A tick meanwhile does not queue what already waits.
    await carryOutRound(product.ports, december.scheme, december.round);
    assert.equal(product.queue.filter(({ work }) => work.kind === 'book').length, 1);
    await product.work();
    await assertBookedOnce(product);
  });

  it('has its turn under the first pairing that the message names', async () => {
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
});
