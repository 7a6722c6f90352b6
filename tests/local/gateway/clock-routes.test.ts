import assert from 'node:assert/strict';
import { clockRoutes } from '../../../local/gateway/clock-routes.ts';
import { employee } from '../../support/emulated-graph.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import { useRunningProduct } from '../../support/running-product.ts';

const [ann, ben] = [employee('Ann'), employee('Ben')];

interface Moved {
  readonly now: string;
  readonly ticks: number;
  readonly messages: readonly { readonly user: string; readonly at: string; readonly key: string }[];
}

describe('POST /local/clock', () => {
  const product = useRunningProduct(
    { employees: [ann, ben], coordinators: [ann.mail], calendars: new Map() },
    '2026-12-07T08:00:00Z',
  );

  const post = (path: string, body: object) =>
    fetch(product().url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const move = async (to: object): Promise<Moved> => {
    const response = await post('/local/clock', to);
    assert.equal(response.status, 200);
    return (await response.json()) as Moved;
  };
  /** The kinds of messages, each with its reader, in the order of their text. */
  const kinds = ({ messages }: Moved) =>
    messages.map(({ user, key }) => `${key.split(':')[0] ?? ''} to ${user}`).sort();
  const toBoth = (kind: string) => [`${kind} to ${ann.mail}`, `${kind} to ${ben.mail}`];

  it('goes to each next message of the month, and says who got which', async () => {
    for (const { mail } of [ann, ben]) {
      await post(`/local/install?user=${mail}`, {});
      await post(`/local/say?user=${mail}`, { text: 'join' });
    }
    const paired = await move({ until: 'message' });
    assert.equal(paired.now.slice(0, 16), '2026-12-10T10:00', 'the Thursday before the week');
    assert.deepEqual(kinds(paired), toBoth('pairing'));
    assert.ok(paired.messages.every(({ at }) => at.startsWith('2026-12-10T10:00')));

    const figures = await move({ until: 'message' });
    assert.deepEqual(kinds(figures), [`coordinator to ${ann.mail}`]);
    const before = await move({ until: 'message' });
    assert.deepEqual(kinds(before), toBoth('before'));
    const met = await move({ until: 'message' });
    assert.deepEqual(kinds(met), toBoth('met'));
    assert.ok(before.now < met.now && met.now < '2026-12-21');
  });

  it('goes to the close of the round', async () => {
    const { now } = await move({ until: 'close' });
    assert.ok(now > '2026-12-21' && now < '2027-01-04', now);
    const token = await (await fetch(`${product().url}/local/token?user=${ann.mail}`)).text();
    const rounds = await fetch(`${product().url}/api/schemes/unmentoring/rounds`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const [newest] = (await rounds.json()) as { round: string; stage: string }[];
    assert.deepEqual([newest?.round, newest?.stage], ['2026-12-14', 'closed']);
  });

  it('leaves out idle ticks on the way to an instant only when asked', async () => {
    const now = new Date(product().clock.now()).toISOString();
    const later = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString();
    assert.equal((await move({ now: later(1) })).ticks, 8, 'four, and four for messages');
    const { ticks, now: after } = await move({ now: later(3), idle: 'skip' });
    assert.deepEqual([ticks, after.slice(0, 16)], [0, later(3).slice(0, 16)]);
  });

  it('refuses what is none of these', async () => {
    for (const body of [{ until: 'tomorrow' }, { until: 'message', now: '2027-06-01T00:00:00Z' }, {}]) {
      const response = await post('/local/clock', body);
      assert.equal(response.status, 400);
      assert.match(((await response.json()) as { error: string }).error, /^Expected \{"now": INSTANT\}/);
    }
  });
});

describe('POST /local/clock {"until": "message"}, when none comes', () => {
  it('goes 62 days on, and says so', async () => {
    const clock = { time: Date.parse('2026-12-07T08:00:00Z') };
    const app = clockRoutes({
      clock: {
        now: () => clock.time,
        moveTo: () => undefined,
        save: () => undefined,
      },
      host: {
        advanceTo: () => Promise.reject(new Error('the ticks that do nothing are left out')),
        advanceUntil: async (instant, { isReached }) => {
          assert.equal(await isReached(), false);
          clock.time = instant;
          return 3;
        },
        tick: () => Promise.resolve(),
        stop: () => Promise.resolve(),
      },
      ports: { storage: memoryStorage(), now: () => clock.time },
      teams: { onInitiative: () => () => undefined },
    });
    const body = JSON.stringify({ until: 'message' });
    const response = await app.request('/local/clock', { method: 'POST', body });
    assert.deepEqual(await response.json(), { now: '2027-02-07T08:00:00.000Z', ticks: 3, messages: [] });
  });
});
