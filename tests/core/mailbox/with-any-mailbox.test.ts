import assert from 'node:assert/strict';
import sinon from 'sinon';
import { withAnyMailbox } from '../../../core/mailbox/with-any-mailbox.ts';
import { withMailbox } from '../../../core/mailbox/with-mailbox.ts';
import type { MailboxBudget } from '../../../core/records/mailbox.ts';
import { useTurns } from '../../support/turns.ts';

const one = 'coffee-1@contoso.example';
const two = 'coffee-2@contoso.example';
const ten = Date.parse('2026-12-10T10:00:00Z');
const booking = { key: 'unmentoring:2026-12-14:p00001', invitations: 20, recipients: 40 };

describe('withAnyMailbox', () => {
  const turns = useTurns(ten);
  const { elsewhere } = turns;
  const read = (mailboxes: readonly string[]) =>
    withAnyMailbox(elsewhere(), mailboxes, 'reading', async (mailbox) => {
      assert.equal((await turns.budget(mailbox))?.turn?.key, 'reading', 'the turn is on record');
      return mailbox;
    });

  it('reads at the first mailbox, at the cost of two reads and two writes of its budget', async () => {
    await withMailbox(turns.ports, one, booking, async () => 'booked');
    const before = await turns.ports.storage.budgets.get(one);
    const { budgets } = turns.ports.storage;
    const calls = {
      get: sinon.spy((key: string) => budgets.get(key)),
      insert: sinon.spy((value: MailboxBudget) => budgets.insert(value)),
      replace: sinon.spy((value: MailboxBudget, version: string) => budgets.replace(value, version)),
    };
    const counted = { ...turns.ports, storage: { ...turns.ports.storage, budgets: calls } };
    assert.equal(await withAnyMailbox(counted, [one, two], 'reading', async (mailbox) => mailbox), one);
    assert.deepEqual([calls.get.callCount, calls.insert.callCount, calls.replace.callCount], [2, 0, 2]);
    assert.deepEqual((await budgets.get(one))?.value, before?.value, 'reading sends nothing');
  });

  it('reads at another mailbox while somebody books at the first, without waiting', async () => {
    await withMailbox(turns.ports, one, booking, async () => {
      assert.equal(await read([one, two]), two);
    });
    assert.equal(turns.clock, ten);
  });

  it('reads at a free mailbox rather than wait for one that this process works at', async () => {
    const order: string[] = [];
    let end: (() => void) | undefined;
    const first = withAnyMailbox(turns.ports, [one, two], 'reading', async () => {
      await new Promise<void>((resolve) => (end = resolve));
      order.push('first');
    });
    await withAnyMailbox(turns.ports, [one, two], 'reading', async (mailbox) => {
      order.push(mailbox);
    });
    end?.();
    await first;
    assert.deepEqual(order, [two, 'first']);
  });

  it('waits until a mailbox is free, and logs that once', async () => {
    let end: (() => void) | undefined;
    const begun = new Promise<void>((begin) => {
      void withMailbox(turns.ports, one, booking, async () => {
        begin();
        await new Promise<void>((resolve) => (end = resolve));
      });
    });
    await begun;
    const log = sinon.spy();
    const patient = {
      ...elsewhere(),
      log,
      wait: async (milliseconds: number) => {
        turns.clock += milliseconds;
        if (turns.clock === ten + 3_000) end?.();
      },
    };
    assert.equal(await withAnyMailbox(patient, [one], 'reading', async (mailbox) => mailbox), one);
    assert.ok(
      turns.clock >= ten + 3_000 && turns.clock < ten + 60_000,
      'sooner than the lease of the other turn',
    );
    assert.deepEqual(log.args, [['waiting for a mailbox', { what: 'reading', mailboxes: 1 }]]);
  });

  it('reads at the mailbox of a dead worker when its lease is over', async () => {
    await withMailbox(turns.ports, one, booking, async () => {
      assert.equal(await read([one]), one);
      assert.equal(turns.clock, ten + 120_000);
    });
  });

  it('fails when all mailboxes are busy for longer than a turn can last', async () => {
    const { budgets } = turns.ports.storage;
    for (const mailbox of [one, two]) {
      const turn = { holder: 'x', key: 'x', until: ten + 600_000 };
      await budgets.insert({ mailbox, turn, sendings: [], recipients: [] });
    }
    await assert.rejects(read([one, two]), /reading found all 2 mailboxes busy for 130 seconds/);
    assert.equal(turns.clock, ten + 130_000);
  });

  it('ends the turn of a reading that fails', async () => {
    const out = new Error('out of order');
    const failing = withAnyMailbox(turns.ports, [one], 'reading', async () => Promise.reject(out));
    await assert.rejects(failing, out);
    assert.equal((await turns.budget(one))?.turn, null);
  });
});
