import assert from 'node:assert/strict';
import { workQueue, type QueueName } from '../../adapters/queues/work-queue.ts';
import type { Work } from '../../core/records/work.ts';
import { storageSpace, useAzurite } from '../support/azurite.ts';

const inRound = { scheme: 'unmentoring', round: '2026-12-14' };

describe('the work queues (Azurite)', () => {
  const azurite = useAzurite();

  async function queues() {
    const { queue } = await storageSpace(azurite());
    await Promise.all(['steps', 'bookings', 'messages'].map((name) => queue(name).create()));
    return {
      put: (work: readonly Work[], delay?: number) => workQueue(queue).put(work, delay),
      /** Takes the visible messages, decoded as the queue trigger does. */
      take: async (name: QueueName): Promise<unknown[]> => {
        const { receivedMessageItems } = await queue(name).receiveMessages({ numberOfMessages: 32 });
        return receivedMessageItems.map(
          ({ messageText }) => JSON.parse(Buffer.from(messageText, 'base64').toString('utf8')) as unknown,
        );
      },
      waiting: async (name: QueueName) => (await queue(name).getProperties()).approximateMessagesCount,
    };
  }

  it('puts each kind of work on its own queue, in base64', async () => {
    const { put, take } = await queues();
    const pair: Work = { kind: 'pair', ...inRound };
    const close: Work = { kind: 'close', ...inRound };
    const send: Work = { kind: 'send', mailbox: 'coffee@contoso.example', at: 1 };
    const tell: Work = { kind: 'tell', ...inRound, pairings: [], people: ['tenant.zoë'] };
    await put([pair, send, tell, close]);
    assert.deepEqual(await take('steps'), [pair, close]);
    assert.deepEqual(await take('bookings'), [send]);
    assert.deepEqual(await take('messages'), [tell]);
  });

  it('puts fifty messages at once, and accepts an empty list', async () => {
    const { put, waiting } = await queues();
    await put([]);
    await put(
      Array.from({ length: 50 }, (_, at): Work => ({ kind: 'send', mailbox: 'coffee@contoso.example', at })),
    );
    assert.equal(await waiting('bookings'), 50);
    assert.equal(await waiting('steps'), 0);
  });

  it('does not deliver delayed work early', async () => {
    const { put, take, waiting } = await queues();
    await put([{ kind: 'tell', ...inRound, pairings: [], people: ['a'] }], 600);
    assert.equal(await waiting('messages'), 1);
    assert.deepEqual(await take('messages'), []);
  });
});
