import assert from 'node:assert/strict';
import { readWork, workQueue, type QueueName } from '../../adapters/queues/work-queue.ts';
import { type Work, stepWork } from '../../core/records/work.ts';
import { storageSpace, useAzurite } from '../support/azurite.ts';

const inRound = { scheme: 'unmentoring', round: '2026-12-14' };

describe('the work queues (Azurite)', () => {
  const azurite = useAzurite();

  async function queues() {
    const { queue } = await storageSpace(azurite());
    await Promise.all(
      ['steps', 'bookings', 'messages', 'answers', 'acts'].map((name) => queue(name).create()),
    );
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
    const answer: Work = { kind: 'answer', person: 'tenant.zoë', activity: '1', tries: 0 };
    const act: Work = { kind: 'act', person: 'tenant.zoë', id: 'key-1234' };
    await put([pair, send, tell, answer, act, close]);
    const versioned = (work: Work) => ({ v: 1, ...work });
    // They are sent at the same time, and come in any order.
    assert.deepEqual(new Set(await take('steps')), new Set([close, pair].map(versioned)));
    assert.deepEqual(await take('bookings'), [send].map(versioned));
    assert.deepEqual(await take('messages'), [tell].map(versioned));
    assert.deepEqual(await take('answers'), [answer].map(versioned));
    assert.deepEqual(await take('acts'), [act].map(versioned));
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

describe('a message of a queue', () => {
  const pair = { kind: 'pair', ...inRound } as const;

  it('is read without its version', () => {
    assert.deepEqual(readWork('steps', stepWork, { v: 1, ...pair }), pair);
  });

  for (const { message, problem } of [
    { message: { v: 2, ...pair }, problem: 'has version 2' },
    { message: pair, problem: 'has no version' },
    { message: { v: 1, kind: 'dance', ...inRound }, problem: 'does not fit its schema: kind' },
  ]) {
    it(`fails, and names its queue, when it ${problem}`, () => {
      assert.throws(() => readWork('steps', stepWork, message), {
        message: `a message of queue steps ${problem}`,
      });
    });
  }
});
