import assert from 'node:assert/strict';
import { wake, wakeOverdue } from '../../../core/mailbox/wake.ts';
import { allMailboxes, newMailbox } from '../../../core/mailbox/change-mailbox.ts';
import type { Mailbox } from '../../../core/records/mailbox.ts';
import type { Work } from '../../../core/records/work.ts';
import { memoryStorage } from '../../support/memory-storage.ts';

const mailbox = 'coffee@contoso.example';
const ten = Date.parse('2026-12-10T10:00:00Z');
const minute = 60_000;

/** A mailbox whose record differs from a new one by `more`; null: it has no record. */
async function given(more: Partial<Mailbox> | null) {
  const storage = memoryStorage();
  if (more !== null) await storage.mailboxes.insert({ ...newMailbox(mailbox), ...more });
  const queue: Work[] = [];
  return {
    ports: {
      storage,
      now: () => ten,
      queue: { put: async (work: readonly Work[]) => void queue.push(...work) },
      organisers: [mailbox],
      log: () => undefined,
    },
    queue,
    next: async () => (await storage.mailboxes.get(mailbox))?.value.next,
  };
}

describe('wake', () => {
  for (const { name, more, at } of [
    { name: 'that has never sent', more: null, at: ten },
    { name: 'that has nothing more to send', more: { minute: ten - 1 }, at: ten },
    {
      name: 'at which somebody works who may have looked already',
      more: { next: ten - 1, holder: 'x' },
      at: ten,
    },
    { name: 'at which somebody works since this millisecond', more: { next: ten, holder: 'x' }, at: ten + 1 },
    {
      name: 'that refuses, so that others can send instead',
      more: { next: ten + minute, goneUntil: ten + minute },
      at: ten + minute + 1,
    },
  ] satisfies { name: string; more: Partial<Mailbox> | null; at: number }[]) {
    it(`queues sending at a mailbox ${name}`, async () => {
      const { ports, queue, next } = await given(more);
      await wake(ports, mailbox);
      assert.deepEqual(queue, [{ kind: 'send', mailbox, at }]);
      assert.equal(await next(), at);
    });
  }

  it('queues nothing for a mailbox whose message is on the queue', async () => {
    const { ports, queue, next } = await given({ next: ten + minute });
    await wake(ports, mailbox);
    assert.deepEqual(queue, []);
    assert.equal(await next(), ten + minute);
  });

  it('queues one message when two ask at once', async () => {
    const { ports, queue } = await given(null);
    await Promise.all([wake(ports, mailbox), wake(ports, mailbox)]);
    assert.equal(queue.length, 1);
  });
});

describe('wakeOverdue', () => {
  for (const { name, more, wakes } of [
    {
      name: 'a message that was due more than five minutes ago',
      more: { next: ten - 5 * minute - 1 },
      wakes: true,
    },
    {
      name: 'one whose worker died',
      more: { next: ten - 6 * minute, holder: 'dead', until: ten },
      wakes: true,
    },
    {
      name: 'not one that somebody works on',
      more: { next: ten - 6 * minute, holder: 'x', until: ten + 1 },
      wakes: false,
    },
    { name: 'not one that was due five minutes ago', more: { next: ten - 5 * minute }, wakes: false },
    { name: 'none where nothing is to be sent', more: {}, wakes: false },
    { name: 'none of a mailbox that has never sent', more: null, wakes: false },
  ] satisfies { name: string; more: Partial<Mailbox> | null; wakes: boolean }[]) {
    it(`replaces ${name}`, async () => {
      const { ports, queue } = await given(more);
      await wakeOverdue(ports, await allMailboxes(ports));
      assert.deepEqual(queue, wakes ? [{ kind: 'send', mailbox, at: ten }] : []);
    });
  }
});
