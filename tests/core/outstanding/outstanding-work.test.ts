import assert from 'node:assert/strict';
import { outstandingWork } from '../../../core/outstanding/outstanding-work.ts';
import type { OutboxRecord } from '../../../core/records/outbox.ts';
import type { PairingRecord } from '../../../core/records/pairing.ts';
import { one, pairing, two } from '../../support/dealt-pairings.ts';
import { bookedPairing, eventOn, message, suggestedPairing } from '../../support/records.ts';
import { toCallOff } from '../../support/stored.ts';
import { december, useProduct, type TestProduct } from '../../support/test-product.ts';

const names = ['ann1', 'ben1'];
const booked = bookedPairing('p00001', names, { organiser: one });

/** Messages about the first pairing, in these states. */
const messages = (...states: OutboxRecord['state'][]) =>
  states.map((state, i) => message(`m${i}`, names[i] ?? '', { state }));

describe('outstandingWork', () => {
  const start = useProduct();

  async function given(pairings: readonly PairingRecord[], about: OutboxRecord[] = []): Promise<TestProduct> {
    const product = await start({ employees: [] });
    await product.ports.storage.pairings.insertMissing(pairings);
    await product.ports.storage.outbox.insertMissing(about);
    return product;
  }

  it('names the mailboxes that have something to send', async () => {
    const more = [pairing(21), pairing(22), bookedPairing('p00041', ['ann41', 'ben41'], { organiser: one })];
    const product = await given([booked, pairing(2), ...more]);
    const { toSend, mailboxes } = await outstandingWork(product.ports, december);
    assert.deepEqual([toSend, mailboxes], [3, [one, two]]);
  });

  it('asks for no message about a pairing that cannot be read', async () => {
    const product = await given([booked, pairing(2)], messages('unsent'));
    await product.spoil('pairings', 'p00001', 'torn');
    const { toSend, tellings } = await outstandingWork(product.ports, december);
    assert.deepEqual([toSend, tellings], [1, []]);
  });

  for (const { name, record, states, missing } of [
    { name: 'booked, one not told', record: booked, states: ['sent', 'unsent'], missing: 'tell' },
    { name: 'booked, both told', record: booked, states: ['sent', 'sent'], missing: null },
    {
      name: 'booked, one told and one out of reach',
      record: booked,
      states: ['sent', 'unreachable'],
      missing: null,
    },
    { name: 'booked, one perhaps told', record: booked, states: ['sent', 'doubtful'], missing: 'tell' },
    {
      name: 'booked, with news that something later took the place of',
      record: booked,
      states: ['overtaken'],
      missing: null,
    },
    {
      name: 'to be moved',
      record: pairing(1, { event: eventOn('p00001', names) }),
      states: ['unsent', 'unsent'],
      missing: 'send',
    },
    {
      name: 'called off, its event still there',
      record: toCallOff(booked),
      states: ['unsent'],
      missing: 'send',
    },
    { name: 'suggested', record: suggestedPairing('p00001', names), states: ['unsent'], missing: 'tell' },
  ] satisfies {
    name: string;
    record: PairingRecord;
    states: OutboxRecord['state'][];
    missing: 'tell' | 'send' | null;
  }[]) {
    it(`${name}: ${missing ?? 'nothing'}`, async () => {
      const product = await given([record], messages(...states));
      const { toSend, mailboxes, tellings } = await outstandingWork(product.ports, december);
      assert.deepEqual([toSend, mailboxes], missing === 'send' ? [1, [one]] : [0, []]);
      assert.deepEqual(
        tellings.map(({ pairings }) => pairings),
        missing === 'tell' ? [['p00001']] : [],
      );
    });
  }

  it('tells people without a pairing', async () => {
    const said = { kind: 'unplaced', reason: 'away-all-week' } as const;
    const to = (person: string, state: OutboxRecord['state']) =>
      message(person, person, { pairing: null, said, state });
    const product = await given([], [to('dora1', 'unsent'), to('dora2', 'sent'), to('dora3', 'doubtful')]);
    assert.deepEqual((await outstandingWork(product.ports, december)).tellings, [
      { kind: 'tell', ...december, pairings: [], people: ['dora1', 'dora3'] },
    ]);
  });
});
