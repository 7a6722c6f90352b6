import assert from 'node:assert/strict';
import { setImmediate as soon } from 'node:timers/promises';
import sinon from 'sinon';
import { Unavailable } from '../../core/shared/unavailable.ts';
import { ann, bernd, cardOf, useWorld, wordsOf } from './world.ts';

const storageIsDown = async () => {
  throw new Unavailable('storage', 'down');
};
const graphIsDown = async () => {
  throw new Unavailable('graph', 'down');
};

describe('somebody who waits for the bot', () => {
  const world = useWorld();
  beforeEach(async () => {
    for (const { mail } of [ann, bernd]) await world.local(`/local/install?user=${mail}`);
  });
  afterEach(() => {
    sinon.restore();
  });

  const say = (text: string, { mail } = ann) => world.local(`/local/say?user=${mail}`, { text });
  const lastWords = async ({ mail } = ann) => {
    const { activity } = (await inbox(mail)).at(-1) ?? { activity: {} };
    return activity.text ?? activity.summary ?? '';
  };
  const inbox = async (mail: string) =>
    (await world.local(`/local/inbox?user=${mail}`)).body as unknown as readonly {
      readonly activity: { readonly text?: string; readonly summary?: string };
    }[];

  /** Somebody joins, which takes until `end` is called. */
  function slowJoin() {
    const clock = sinon.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout'],
      shouldClearNativeTimers: true,
    });
    const { promise: ended, resolve: end } = Promise.withResolvers<undefined>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>();
    const { join } = world.operations;
    world.operations.join = async (...asked) => {
      begin(undefined);
      await ended;
      return join.call(world.operations, ...asked);
    };
    return { clock, begun, end: end as () => void };
  }

  for (const how of ['says it', 'presses it'] as const) {
    it(`sees after half a second that the bot is at work, and then the answer (${how})`, async () => {
      const { clock, begun, end } = slowJoin();
      const joining =
        how === 'says it'
          ? say('join')
          : world.local(`/local/say?user=${ann.mail}`, {
              action: { type: 'Action.Execute', verb: 'join', data: {} },
            });
      await begun;
      await clock.tickAsync(499);
      assert.equal(world.typing(), 0);
      await clock.tickAsync(1);
      while (world.typing() === 0) await soon();
      end();
      assert.match(wordsOf(cardOf((await joining).body.replies[0])), /^You are in\./);
      assert.equal(world.typing(), 1);
    });
  }

  it('sees nothing of that when the answer comes at once', async () => {
    const { clock, end } = slowJoin();
    end();
    await say('join');
    await clock.tickAsync(5_000);
    assert.equal(world.typing(), 0);
  });

  it('gets the answer although the sign of work is refused', async () => {
    const { clock, begun, end } = slowJoin();
    const joining = say('join');
    await begun;
    const send = sinon.stub().callsFake(globalThis.fetch);
    sinon.replace(globalThis, 'fetch', send.onFirstCall().rejects(new TypeError('fetch failed')));
    await clock.tickAsync(1_000);
    while (!send.called) await soon();
    end();
    assert.equal((await joining).status, 200);
    assert.match(await lastWords(), /^You are in\./);
  });

  it('is told what becomes of an act that needs Microsoft 365 while that is down', async () => {
    world.operations.join = graphIsDown;
    await say('join');
    assert.match(await lastWords(), /I have written down what you asked for, and will tell you here/);
    assert.deepEqual(world.operations.calls, ['postpone join']);
  });

  it('is not promised anything that could not be written down', async () => {
    world.operations.join = graphIsDown;
    world.operations.postpone = storageIsDown;
    assert.equal((await say('join')).status, 200);
    assert.match(await lastWords(), /^I can't reach my notebook/);
  });

  const without: readonly (readonly [string, 'remember' | 'join' | 'myPairing', RegExp])[] = [
    ['join', 'remember', /Nothing was changed; please say it again in a few minutes\.$/],
    ['my pairing', 'myPairing', /Nothing was changed; please say it again in a few minutes\.$/],
    ['join', 'join', /I am not sure whether that was written down\. .* saying it twice does no harm\.$/],
  ];
  for (const [text, operation, words] of without) {
    it(`hears what holds when "${text}" ends at storage, in ${operation}`, async () => {
      world.operations[operation] = storageIsDown;
      assert.equal((await say(text)).status, 200);
      assert.match(await lastWords(), words);
    });
  }

  it('hears it in German', async () => {
    world.operations.remember = storageIsDown;
    await say('mitmachen', bernd);
    assert.match(
      await lastWords(bernd),
      /^Ich komme gerade nicht an mein Notizbuch\. Es wurde nichts geändert/,
    );
  });

  it('is welcomed when Teams reports the install again, after storage was down', async () => {
    await world.local(`/local/uninstall?user=${ann.mail}`);
    const { remember } = world.operations;
    world.operations.remember = storageIsDown;
    const { status } = await world.local(`/local/install?user=${ann.mail}`);
    assert.equal(status, 502, 'a failure, which Teams repeats');
    assert.equal((await inbox(ann.mail)).length, 1);
    world.operations.remember = remember;
    await world.local(`/local/install?user=${ann.mail}`);
    assert.equal((await inbox(ann.mail)).length, 2);
  });
});
