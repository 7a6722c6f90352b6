import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { QueueClient } from '@azure/storage-queue';
import { queueTrigger } from '../../../local/host/queue-trigger.ts';
import { useAzurite } from '../../support/azurite.ts';

const rules = { batchSize: 16, maxDequeueCount: 2 };

describe('queueTrigger (Azurite)', () => {
  const azurite = useAzurite();

  async function newQueue() {
    const name = `q-${randomUUID()}`;
    const client = (of: string) => new QueueClient(azurite().connectionString, of);
    await client(name).create();
    const count = async (of: string) => (await client(of).getProperties()).approximateMessagesCount;
    return {
      name,
      /** @returns shows a delayed message a second later */
      put: async (text: string, delay = 0) => {
        const sent = Buffer.from(text).toString('base64');
        const { messageId, popReceipt } = await client(name).sendMessage(sent, { visibilityTimeout: delay });
        return () => client(name).updateMessage(messageId, popReceipt, sent, 1);
      },
      left: () => count(name),
      poisoned: async () => {
        const { receivedMessageItems } = await client(`${name}-poison`).receiveMessages({
          numberOfMessages: 32,
        });
        return receivedMessageItems.map(({ messageText }) =>
          Buffer.from(messageText, 'base64').toString('utf8'),
        );
      },
      trigger: (invoke: (text: string) => Promise<unknown>) =>
        queueTrigger(
          azurite().connectionString,
          name,
          rules,
          (data) => invoke(data.string ?? ''),
          () => undefined,
        ),
    };
  }

  it('calls the function with each message, once, and says whether there were any', async () => {
    const queue = await newQueue();
    const seen: string[] = [];
    const trigger = queue.trigger(async (text) => seen.push(text));
    assert.equal(await trigger.drain(() => false), false);
    const all = Array.from({ length: 40 }, (_, n) => `zoë ${n}`);
    for (const text of all) await queue.put(text);
    assert.equal(await trigger.drain(() => false), true);
    assert.deepEqual(seen.sort(), all.sort());
    assert.equal(await queue.left(), 0);
    assert.equal(await trigger.poll(), false);
  });

  it('reports messages that a poll had taken, because they may have led to others', async () => {
    const queue = await newQueue();
    const trigger = queue.trigger(async () => undefined);
    await queue.put('pair');
    assert.equal(await trigger.poll(), true);
    assert.equal(await trigger.drain(() => false), true);
    assert.equal(await trigger.drain(() => false), false);
  });

  it('brings a failed message back until it is done', async () => {
    const queue = await newQueue();
    await queue.put('pair');
    let calls = 0;
    await queue
      .trigger(async () => {
        calls += 1;
        if (calls < 2) throw new Error('not yet');
      })
      .drain(() => false);
    assert.equal(calls, 2);
    assert.equal(await queue.left(), 0);
  });

  it('moves a message to the poison queue after the last attempt, and goes on with the others', async () => {
    const queue = await newQueue();
    await queue.put('broken');
    await queue.put('whole');
    const calls: string[] = [];
    await queue
      .trigger(async (text) => {
        calls.push(text);
        if (text === 'broken') throw new Error('never');
      })
      .drain(() => false);
    assert.equal(calls.filter((text) => text === 'broken').length, 2);
    assert.equal(calls.filter((text) => text === 'whole').length, 1);
    assert.deepEqual(await queue.poisoned(), ['broken']);
    assert.equal(await queue.left(), 0);
  });

  it('waits for delayed messages when it drains, and not when it polls', async () => {
    const queue = await newQueue();
    const show = await queue.put('later', 3600);
    const seen: string[] = [];
    const trigger = queue.trigger(async (text) => seen.push(text));
    assert.equal(await trigger.poll(), false);
    assert.deepEqual(seen, []);
    const drained = trigger.drain(() => false);
    await show();
    await drained;
    assert.deepEqual(seen, ['later']);
  });

  it('works on no message twice while it polls and drains at once', async () => {
    const queue = await newQueue();
    for (let n = 0; n < 20; n++) await queue.put(`${n}`);
    const seen: string[] = [];
    const trigger = queue.trigger(async (text) => {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(text);
    });
    await Promise.all([trigger.drain(() => false), trigger.poll(), trigger.drain(() => false)]);
    assert.equal(seen.length, 20);
    assert.equal(new Set(seen).size, 20);
  });

  it('works on messages that the function puts on its own queue', async () => {
    const queue = await newQueue();
    await queue.put('3');
    const seen: string[] = [];
    await queue
      .trigger(async (text) => {
        seen.push(text);
        if (text !== '0') await queue.put(`${Number(text) - 1}`);
      })
      .drain(() => false);
    assert.deepEqual(seen, ['3', '2', '1', '0']);
  });
});
