import assert from 'node:assert/strict';
import sinon from 'sinon';
import { answerCommand } from '../../bot/activities/answer-command.ts';
import { answerLater } from '../../bot/activities/answer-later.ts';
import type { Command } from '../../bot/commands/command.ts';
import type { SendCard } from '../../bot/framework/messenger.ts';
import { rulesVersion } from '../../core/records/participant.ts';
import { conversationOperations } from '../../core/conversation/operations.ts';
import type { Ports } from '../../core/ports/ports.ts';
import type { AnswerWork } from '../../core/records/work.ts';
import { Unavailable } from '../../core/shared/unavailable.ts';
import { idOf } from '../support/emulated-graph.ts';
import { ann, ben } from '../support/people.ts';
import { callerOf, useProduct } from '../support/test-product.ts';

const join: Command = { kind: 'join', scheme: null };
const leave: Command = { kind: 'leave', scheme: null };
const otherTimes: Command = { kind: 'other-times' };

describe('what was asked for while Microsoft Graph was down', () => {
  const start = useProduct();

  /** A chat with Ann, to whom the bot answers; what follows is done by `work`. */
  async function chat() {
    const product = await start({ employees: [ann, ben] });
    let isDown = true;
    const failing = async () => {
      throw new Unavailable('graph', 'down');
    };
    const ports = (): Ports =>
      isDown
        ? {
            ...product.ports,
            directory: { people: failing, find: failing },
            calendars: { freeBusy: failing },
          }
        : product.ports;
    const operations = () => conversationOperations(ports());
    await operations().remember(callerOf(ann), 'chat of Ann');

    let activities = 0;
    const said: { words: string; key: string }[] = [];
    const telling: { after: (() => void) | null } = { after: null };
    const send: SendCard = async (to, { body, fallbackText }) => {
      const [first] = body as readonly { id: string }[];
      const key = first?.id ?? '';
      const delivery = await product.ports.messenger.send(
        to,
        { id: idOf(ann), name: '', language: 'en', zone: 'UTC' },
        // The emulated chat knows keys alone.
        null as never,
        key,
      );
      said.push({ words: fallbackText, key });
      telling.after?.();
      return delivery;
    };
    return {
      product,
      said,
      telling,
      operations,
      graph: (is: 'up' | 'down') => {
        isDown = is === 'down';
      },
      /** Ann's command as an activity of its own, and the answer to it. */
      says: async (command: Command) => {
        activities += 1;
        const caller = await operations().remember(
          { ...callerOf(ann), activity: `${activities}` },
          'chat of Ann',
        );
        return (await answerCommand(operations(), caller, command)).fallbackText;
      },
      /** Takes the next piece of work off the queue, and does it. Gives the seconds that it waited. */
      work: async (): Promise<number> => {
        const next = product.queue.shift();
        assert.ok(next, 'nothing is on the queue');
        const waited = (next.from - product.ports.now()) / 1000;
        product.setClock(next.from);
        await answerLater(operations(), send, () => undefined, next.work as AnswerWork);
        return waited;
      },
      status: async () =>
        (await product.ports.storage.participants.get({ scheme: 'unmentoring', person: idOf(ann) }))?.value
          .status ?? null,
    };
  }

  it('is done once, and told once, however often it was said', async () => {
    const { says, work, graph, said, product, status } = await chat();
    for (let i = 0; i < 3; i++) assert.match(await says(join), /^Microsoft 365 is not answering me/);
    assert.equal(product.queue.length, 1);
    graph('up');
    const [message] = product.queue;
    await work();
    assert.equal(await status(), 'active');
    assert.deepEqual(
      said.map(({ words, key }) => [words.slice(0, 11), key]),
      [['You are in.', 'answer 1']],
    );
    // Queues may deliver twice.
    if (message) product.queue.push(message);
    await work();
    assert.equal(said.length, 1);
  });

  it('is done with everything that was filled in on the sign-up card', async () => {
    const { says, work, graph, said, product, status } = await chat();
    const profile = { drink: 'mint tea', call: 'phone', language: 'de' } as const;
    const preferences = { hours: 'morning', minutes: null, third: true } as const;
    await says({ kind: 'join', scheme: null, answers: { rules: rulesVersion, preferences, profile } });
    const record = async () => (await product.ports.storage.people.get(idOf(ann)))?.value;
    assert.equal((await record())?.profile, undefined);
    graph('up');
    await work();
    assert.equal(await status(), 'active');
    assert.deepEqual((await record())?.profile, profile);
    assert.match(said[0]?.words ?? '', /^Sie sind dabei\./, 'in the language that was chosen');
    assert.equal((await record())?.postponed, undefined);
  });

  it('is not kept when the work could not be put on the queue', async () => {
    const { says, work, graph, said, product } = await chat();
    const { queue } = product.ports;
    sinon.replace(queue, 'put', async () => {
      throw new Unavailable('storage', 'down');
    });
    await assert.rejects(says(join), Unavailable);
    sinon.restore();
    await says(join);
    graph('up');
    await work();
    assert.equal(said.length, 1, 'what was not promised does not count as waiting');
  });

  it('is not done any more when the person says the opposite meanwhile', async () => {
    const { says, work, graph, said, status } = await chat();
    await says(join);
    assert.match(await says(leave), /^You are not taking part/);
    graph('up');
    await work();
    assert.deepEqual([await status(), said], [null, []]);
  });

  it('is not done again when the person says it once more and it works', async () => {
    const { says, work, graph, said } = await chat();
    await says(join);
    graph('up');
    assert.match(await says(join), /^You are in\./);
    await work();
    assert.deepEqual(said, []);
  });

  it('stays beside what was asked for about something else', async () => {
    const { says, work, graph, said } = await chat();
    await says(join);
    assert.match(await says(otherTimes), /^You have no meeting at the moment/);
    graph('up');
    await work();
    assert.match(said[0]?.words ?? '', /^You are in\./);
  });

  it('is tried for a day, at most a quarter of an hour apart; then the person is told, once', async () => {
    const { says, work, said, product, status } = await chat();
    await says(join);
    const waits: number[] = [];
    while (product.queue.length > 0) waits.push(await work());
    assert.deepEqual(waits.slice(0, 8), [15, 30, 60, 120, 240, 480, 900, 900]);
    assert.equal(Math.max(...waits), 900);
    assert.equal(waits.reduce((sum, wait) => sum + wait, 0) >= 24 * 3600, true);
    assert.deepEqual(
      said.map(({ words }) => words.slice(0, 51)),
      ['Microsoft 365 has not answered me for a whole day, '],
    );
    assert.equal(await status(), null);
  });

  it('is looked for in the chat when telling it was interrupted, so that it is told once', async () => {
    const { says, work, graph, said, telling, product } = await chat();
    await says(join);
    graph('up');
    telling.after = () => {
      throw new Error('cut after it arrived');
    };
    await work();
    telling.after = null;
    while (product.queue.length > 0) await work();
    assert.equal(said.length, 1);
  });

  it('is not done for somebody who removed the app meanwhile', async () => {
    const { says, work, graph, said, operations, status, product } = await chat();
    await says(join);
    graph('up');
    await operations().forgetConversation(idOf(ann));
    await work();
    assert.deepEqual([said, await status(), product.queue.length], [[], null, 0]);
  });
});
