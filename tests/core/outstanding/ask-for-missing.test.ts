import assert from 'node:assert/strict';
import { askForMissing } from '../../../core/outstanding/ask-for-missing.ts';
import { one, pairing, two } from '../../support/dealt-pairings.ts';
import { message } from '../../support/records.ts';
import { december, useProduct } from '../../support/test-product.ts';

describe('askForMissing', () => {
  const start = useProduct();

  it('wakes each mailbox that has something to send, and queues messages, once', async () => {
    const { ports, queue } = await start({ employees: [], now: '2026-12-07T08:00:00.000Z' });
    await ports.storage.pairings.insertMissing(Array.from({ length: 60 }, (_, i) => pairing(i + 1)));
    const said = { kind: 'unplaced', reason: 'away-all-week' } as const;
    const unsent = message('dora', 'dora', { pairing: null, said, state: 'unsent' });
    await ports.storage.outbox.insertMissing([unsent]);
    const at = ports.now();
    assert.equal((await askForMissing(ports, december)).missing, 61);
    assert.deepEqual(
      queue.splice(0).map(({ work }) => work),
      [
        { kind: 'tell', ...december, pairings: [], people: ['dora'] },
        { kind: 'send', mailbox: one, at },
        { kind: 'send', mailbox: two, at },
      ],
    );
    assert.equal((await askForMissing(ports, december)).missing, 61, 'nothing was done yet');
    assert.deepEqual(
      queue.map(({ work }) => work.kind),
      ['tell'],
      'the mailboxes go on by themselves',
    );
  });
});
