import assert from 'node:assert/strict';
import { createPace } from '../../bot/activities/pace.ts';
import { ann, bernd, useWorld } from './world.ts';

describe('the limit for each person', () => {
  const world = useWorld();

  it('answers thirty messages in a minute, then one kind word in their language, then nothing', async () => {
    await world.local(`/local/install?user=${ann.mail}`);
    await world.local(`/local/install?user=${bernd.mail}`);
    const say = async (mail: string) =>
      (await world.local(`/local/say?user=${mail}`, { text: 'hello' })).body.replies;
    for (let n = 1; n <= 30; n += 1) {
      assert.match((await say(bernd.mail))[0]?.activity.summary ?? '', /^Hallo Bernd/, `message ${n}`);
    }
    const [word, ...more] = await say(bernd.mail);
    assert.match(word?.activity.text ?? '', /sehr viel in einer Minute/);
    assert.deepEqual([more, await say(bernd.mail), await say(bernd.mail)], [[], [], []]);
    const pressed = await world.local(`/local/say?user=${bernd.mail}`, {
      action: { verb: 'join', data: {} },
    });
    assert.match(JSON.stringify(pressed.body.response), /sehr viel in einer Minute/);
    assert.deepEqual(world.operations.calls, []);
    assert.match((await say(ann.mail))[0]?.activity.summary ?? '', /^Hello Ann/);
  });

  it('begins anew after a minute', () => {
    let now = 0;
    const pace = createPace(() => now);
    const allowed = Array.from({ length: 33 }, () => pace('ann'));
    assert.deepEqual(allowed.slice(29), ['within', 'last', 'over', 'over']);
    assert.equal(pace('ben'), 'within');
    now = 60_000;
    assert.equal(pace('ann'), 'within');
  });
});
