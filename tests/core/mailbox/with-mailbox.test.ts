import assert from 'node:assert/strict';
import sinon from 'sinon';
import { withMailbox } from '../../../core/mailbox/with-mailbox.ts';
import { reserveStartsAt } from '../../../core/mailbox/reserve-starts.ts';
import type { Need } from '../../../core/mailbox/decide-turn.ts';
import { useTurns } from '../../support/turns.ts';

const mailbox = 'coffee@contoso.example';
const ten = Date.parse('2026-12-10T10:00:00Z');
const need = (key: string, invitations = 10): Need => ({ key, invitations, recipients: 2 * invitations });
const out = new Error('out of order');

describe('withMailbox', () => {
  const turns = useTurns(ten);
  const { elsewhere } = turns;
  const budget = () => turns.budget(mailbox);

  it('does the work, counts what it sends, and ends the turn', async () => {
    assert.deepEqual(await withMailbox(turns.ports, mailbox, need('a'), async () => 'sent'), {
      kind: 'done',
      result: 'sent',
    });
    assert.deepEqual(await budget(), {
      mailbox,
      turn: null,
      sendings: [{ key: null, at: ten, invitations: 10 }],
      recipients: [{ hour: ten, count: 20 }],
    });
  });

  it('ends the turn of work that fails, and counts its invitations once with the repeat', async () => {
    const failing = withMailbox(turns.ports, mailbox, need('a'), async () => Promise.reject(out));
    await assert.rejects(failing, out);
    assert.equal((await budget())?.turn, null);
    await withMailbox(turns.ports, mailbox, need('a'), async () => 'sent');
    assert.deepEqual((await budget())?.sendings, [{ key: null, at: ten, invitations: 10 }]);
    assert.deepEqual((await budget())?.recipients, [{ hour: ten, count: 20 }]);
  });

  it('counts unfinished work and its repeat once', async () => {
    const isFinished = (result: string) => result === 'all sent';
    await withMailbox(turns.ports, mailbox, need('a', 20), async () => 'half sent', { isFinished });
    assert.deepEqual((await budget())?.sendings, [{ key: 'a', at: ten, invitations: 20 }]);
    await withMailbox(turns.ports, mailbox, need('a', 10), async () => 'all sent', { isFinished });
    assert.deepEqual((await budget())?.sendings, [{ key: null, at: ten, invitations: 20 }]);
    assert.deepEqual((await budget())?.recipients, [{ hour: ten, count: 40 }]);
  });

  it('does the works of one process one after the other, in the order in which they came', async () => {
    const order: string[] = [];
    await Promise.all(
      ['a', 'b', 'c'].map((key) =>
        withMailbox(turns.ports, mailbox, need(key), async () => {
          order.push(`${key} begins`);
          await Promise.resolve();
          order.push(`${key} ends`);
        }),
      ),
    );
    assert.deepEqual(
      order,
      ['a', 'b', 'c'].flatMap((key) => [`${key} begins`, `${key} ends`]),
    );
  });

  it('keeps other processes away meanwhile, and reserves a start for work beyond the limit', async () => {
    await withMailbox(turns.ports, mailbox, need('a', 20), async () => {
      const reading = await withMailbox(elsewhere(), mailbox, need('reading', 0), async () => 'read');
      assert.deepEqual(reading, { kind: 'wait', until: ten + 120_000 });
      turns.clock = ten;
      const sending = await withMailbox(elsewhere(), mailbox, need('b', 20), async () => 'sent');
      assert.deepEqual(sending, { kind: 'wait', until: ten + 65_000 });
    });
    const stored = await budget();
    assert.equal(stored?.turn, null, 'the turn is over although the budget was changed meanwhile');
    assert.deepEqual(
      stored.sendings.map(({ key }) => key),
      [null, 'b'],
    );
    turns.clock = ten + 65_000;
    const sent = await withMailbox(elsewhere(), mailbox, need('b', 20), async () => 'sent');
    assert.deepEqual(sent, { kind: 'done', result: 'sent' });
  });

  it('takes over from a worker whose lease is over, which then cannot end the new turn', async () => {
    await withMailbox(turns.ports, mailbox, need('a'), async () => {
      turns.clock = ten + 120_000;
      await withMailbox(elsewhere(), mailbox, need('b'), async () => {
        turns.clock += 1_000;
      });
    });
    assert.deepEqual((await budget())?.sendings, [
      { key: 'a', at: ten + 120_000, invitations: 10 },
      { key: null, at: ten + 121_000, invitations: 10 },
    ]);
  });

  it('reserves a later start when another process reserves one at the same time', async () => {
    await withMailbox(turns.ports, mailbox, need('a', 30), async () => 'sent');
    const other = elsewhere();
    const { budgets } = other.storage;
    const replace = sinon.stub(budgets, 'replace').callsFake(async (value, version) => {
      replace.restore();
      await withMailbox(turns.ports, mailbox, need('first'), async () => assert.fail('it has to wait'));
      return budgets.replace(value, version);
    });
    const asked = await withMailbox(other, mailbox, need('b', 30), async () => assert.fail('as well'));
    assert.deepEqual(asked, { kind: 'wait', until: ten + 130_000 });
    assert.deepEqual(
      (await budget())?.sendings.map(({ key, at }) => [key, at]),
      [
        [null, ten],
        ['first', ten + 65_000],
        ['b', ten + 130_000],
      ],
    );
  });

  it('reserves starts after those that another process reserved', async () => {
    await withMailbox(turns.ports, mailbox, need('a', 30), async () => 'sent');
    await withMailbox(elsewhere(), mailbox, need('b', 30), async () => assert.fail('it has to wait'));
    assert.deepEqual(
      [...(await reserveStartsAt(turns.ports, mailbox, [need('c', 30), need('d', 30)]))],
      [
        ['c', ten + 130_000],
        ['d', ten + 195_000],
      ],
    );
  });

  it('reserves nothing when two hundred wait, and leaves the record as it is', async () => {
    const sendings = Array.from({ length: 200 }, (_, i) => ({
      key: `work ${i}`,
      at: ten + 65_000 * (i + 1),
      invitations: 20,
    }));
    const line = { mailbox, turn: null, sendings: [{ key: null, at: ten, invitations: 30 }, ...sendings] };
    await turns.ports.storage.budgets.insert({ ...line, recipients: [] });
    const asked = await withMailbox(turns.ports, mailbox, need('one more'), async () =>
      assert.fail('not its turn'),
    );
    assert.deepEqual(asked, { kind: 'full', until: ten + 60_000 });
    assert.equal(turns.clock, ten);
    assert.deepEqual(await budget(), { ...line, recipients: [] });
  });

  it('waits for a start less than ten seconds away, instead of going back to the queue', async () => {
    await withMailbox(turns.ports, mailbox, need('a', 30), async () => 'sent');
    await withMailbox(turns.ports, mailbox, need('b'), async () => assert.fail('it has to wait'));
    turns.clock = ten + 58_000;
    const waited = await withMailbox(turns.ports, mailbox, need('b'), async () => 'sent');
    assert.deepEqual(waited, { kind: 'done', result: 'sent' });
    assert.equal(turns.clock, ten + 65_000);
  });
});
