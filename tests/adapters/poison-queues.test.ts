import assert from 'node:assert/strict';
import { poisonQueues } from '../../adapters/queues/poison-queues.ts';
import type { Work } from '../../core/records/work.ts';
import { storageSpace, useAzurite } from '../support/azurite.ts';

const inRound = { scheme: 'unmentoring', round: '2026-12-14' };
const pair: Work = { kind: 'pair', ...inRound };
const none = () => undefined;

describe('the poison queues (Azurite)', () => {
  const azurite = useAzurite();

  async function queues() {
    const { queue } = await storageSpace(azurite());
    await Promise.all(
      ['steps', 'bookings', 'messages', 'answers', 'acts', 'steps-poison'].map((name) =>
        queue(name).create(),
      ),
    );
    const text = (work: object) => Buffer.from(JSON.stringify({ v: 1, ...work })).toString('base64');
    return {
      poison: poisonQueues(queue),
      queue,
      /** Gives up messages, as Azure Functions does. Returns their ids. */
      giveUp: async (...works: object[]) => {
        const ids: string[] = [];
        for (const work of works) ids.push((await queue('steps-poison').sendMessage(text(work))).messageId);
        return ids;
      },
      /** The work on the queue itself. */
      waiting: async () => {
        const { receivedMessageItems } = await queue('steps').receiveMessages({ numberOfMessages: 32 });
        return receivedMessageItems.map(
          ({ messageText }) => JSON.parse(Buffer.from(messageText, 'base64').toString('utf8')) as unknown,
        );
      },
      steps: async () => (await poisonQueues(queue).counts()).find((one) => one.queue === 'steps')?.messages,
    };
  }

  it('are counted; those that nothing was ever put in count as empty', async () => {
    const { poison, giveUp } = await queues();
    await giveUp(pair, pair);
    assert.deepEqual(await poison.counts(), [
      { queue: 'steps', messages: 2 },
      { queue: 'bookings', messages: 0 },
      { queue: 'messages', messages: 0 },
      { queue: 'answers', messages: 0 },
      { queue: 'acts', messages: 0 },
    ]);
  });

  it('are listed without being touched, also a message that cannot be read', async () => {
    const { poison, giveUp } = await queues();
    const [first, second] = await giveUp(pair, { kind: 'dance' });
    const look = async () =>
      (await poison.list()).map(({ queue, id, work, taken }) => ({ queue, id, work, taken }));
    const listed = [
      { queue: 'steps', id: first, work: pair, taken: 0 },
      { queue: 'steps', id: second, work: null, taken: 0 },
    ];
    assert.deepEqual(await look(), listed);
    assert.deepEqual(await look(), listed);
  });

  it('give one message back to its queue, once, and leave the others', async () => {
    const { poison, giveUp, waiting, steps } = await queues();
    const [, second] = await giveUp({ ...pair, kind: 'close' }, pair, { ...pair, kind: 'close' });
    assert.equal(await poison.retry('steps', second ?? '', none), 1);
    assert.equal(await poison.retry('steps', second ?? '', none), 0);
    assert.deepEqual(await waiting(), [{ v: 1, ...pair }]);
    assert.equal(await steps(), 2);
    assert.equal((await poison.list()).length, 2, 'the others are seen at once');
  });

  it('give all messages back, more than storage gives at once', async () => {
    const { poison, giveUp, steps, queue } = await queues();
    await giveUp(...Array.from({ length: 40 }, () => pair));
    assert.equal(await poison.retry('steps', null, none), 40);
    assert.equal(await steps(), 0);
    assert.equal((await queue('steps').getProperties()).approximateMessagesCount, 40);
  });

  it('remove messages, and say first what they were', async () => {
    const { poison, giveUp, waiting, steps } = await queues();
    await giveUp(pair);
    const said: unknown[] = [];
    assert.equal(await poison.remove('steps', null, ({ work }) => said.push(work)), 1);
    assert.deepEqual([said, await waiting(), await steps()], [[pair], [], 0]);
  });

  it('keep a message when putting it on its queue fails', async () => {
    const { poison, giveUp, steps, queue } = await queues();
    await giveUp(pair);
    await queue('steps').delete();
    await assert.rejects(poison.retry('steps', null, none));
    assert.equal(await steps(), 1);
  });

  it('know no other queues', async () => {
    const { poison } = await queues();
    assert.equal(await poison.retry('rounds', null, none), 0);
    assert.equal(await poison.remove('steps-poison', null, none), 0);
  });
});
