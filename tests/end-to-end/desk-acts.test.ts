// What coordinators do about a round in the running product, followed to calendars and chats.
import assert from 'node:assert/strict';
import type { ActView } from '../../core/api/acts.ts';
import type { PairingTimes } from '../../core/api/desk.ts';
import type { RoundDetail } from '../../core/api/rounds.ts';
import type { DeskAct } from '../../core/records/work.ts';
import { objectIdOf } from '../../local/organisation/object-id.ts';
import { employee } from '../support/emulated-graph.ts';
import { useRunningProduct } from '../support/running-product.ts';
import { type Client, clientOf, eventsOf } from './client.ts';

const inRound = { scheme: 'unmentoring', round: '2026-12-14' };
const word = 'The building is closed that day.';
const [mel, nia] = ['mel@x.example', 'nia@x.example'];

const staff = ['Mel Ray', 'Nia Fox', 'Ada', 'Ben', 'Cleo', 'Dev', 'Eva', 'Finn', 'Gia', 'Hal'].map((name) => {
  const mail = `${name.split(' ')[0]?.toLowerCase() ?? ''}@x.example`;
  return employee(name, { oid: objectIdOf(mail), mail });
});

/** A pairing, its members' mails, and what they have: the starts of their events, and how many messages the bot wrote. */
interface Seen {
  readonly pairing: string;
  readonly people: readonly string[];
  readonly mails: readonly string[];
  readonly events: readonly (readonly string[])[];
  readonly messages: readonly number[];
}

describe('what coordinators do about a round, in the running product', function () {
  this.timeout(120_000);
  const organisation = { employees: staff, coordinators: [mel, nia], calendars: new Map() };
  const product = useRunningProduct(organisation, '2026-12-10T09:00:00Z');
  const pairs: { before: Seen; after: Seen }[] = [];
  const outcomes = new Map<string, string>();
  const chosen = { start: '' };
  const [moved, undone, offAndPaired, reminded] = [0, 1, 2, 3];

  const client = (): Client => clientOf(product().url, mel);
  const pairOf = (nth: number | undefined) => {
    const pair = pairs[nth ?? 0];
    assert.ok(pair, 'expected four pairs');
    return pair;
  };

  /** Sends a request of somebody; gives the body of the answer. */
  async function send(mail: string, method: 'POST' | 'DELETE', path: string, key = '', body?: DeskAct) {
    const token = await (await fetch(`${product().url}/local/token?user=${mail}`)).text();
    const answer = await fetch(product().url + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
    return (await answer.json()) as ActView;
  }
  const ask = (mail: string, key: string, act: DeskAct) =>
    send(mail, 'POST', '/api/schemes/unmentoring/acts', key, act);
  /** Lets what was asked for be done, and keeps how it ended. */
  async function settle(mail: string, ...keys: string[]): Promise<void> {
    await client().post('/local/clock', { advance: 'PT1M' });
    for (const key of keys) {
      const { state, reason } = await client().get<ActView>(`/api/me/acts/${key}`, mail);
      outcomes.set(key, reason ?? state);
    }
  }
  async function seen(pairing: string, people: readonly string[], mails: readonly string[]): Promise<Seen> {
    const events = await Promise.all(mails.map((mail) => eventsOf(client(), mail)));
    const inboxes = await Promise.all(mails.map((mail) => client().inbox(mail)));
    return {
      pairing,
      people,
      mails,
      events: events.map((all) =>
        all.filter(({ isCancelled }) => !isCancelled).map(({ start }) => `${start.dateTime.slice(0, 16)}Z`),
      ),
      messages: inboxes.map(({ length }) => length),
    };
  }
  const textsOf = async (mail: string) =>
    (await client().inbox(mail)).map((entry) => JSON.stringify(entry.activity));

  before(async () => {
    for (const { mail } of staff.slice(2)) await client().enrol(mail);
    await client().moveClock('2026-12-10T10:00:00Z');
    const { pairings } = await client().get<RoundDetail>('/api/schemes/unmentoring/rounds/2026-12-14', mel);
    for (const { pairing, members } of pairings) {
      const mails = members.map(({ name }) => `${name.toLowerCase()}@x.example`);
      const now = await seen(
        pairing,
        members.map(({ id }) => id),
        mails,
      );
      pairs.push({ before: now, after: now });
    }

    // 1. A move, one that is undone, a call-off that two ask for, a reminder that two ask for.
    const about = (nth: number | undefined) => ({ ...inRound, pairing: pairOf(nth).before.pairing });
    const timesOf = async (nth: number | undefined) => {
      const { pairing } = pairOf(nth).before;
      const path = `/api/schemes/unmentoring/rounds/2026-12-14/pairings/${pairing}/times`;
      return client().get<PairingTimes>(path, mel);
    };
    const { revision, times } = await timesOf(moved);
    chosen.start = times.at(-1)?.start ?? '';
    await ask(mel, 'move-0001', { kind: 'move', ...about(moved), revision, start: chosen.start });
    const others = await timesOf(undone);
    const start = others.times[0]?.start ?? '';
    await ask(mel, 'move-0002', { kind: 'move', ...about(undone), revision: others.revision, start });
    await send(mel, 'DELETE', '/api/me/acts/move-0002');
    const callOff = { kind: 'call-off', ...about(offAndPaired), revision: 0, word } as const;
    await ask(mel, 'off-00001', callOff);
    await ask(mel, 'off-00001', callOff);
    await ask(mel, 'remind-01', { kind: 'remind', ...about(reminded) });
    await settle(mel, 'move-0001', 'move-0002', 'off-00001', 'remind-01');
    await ask(nia, 'off-00002', { ...callOff, word: 'Another word.' });
    await ask(nia, 'remind-02', { kind: 'remind', ...about(reminded) });
    await settle(nia, 'off-00002', 'remind-02');
    for (const pair of pairs)
      pair.after = await seen(pair.before.pairing, pair.before.people, pair.before.mails);

    // 2. Those whose meeting was called off are paired by hand.
    const { people } = pairOf(offAndPaired).before;
    await ask(mel, 'pair-0001', { kind: 'pair', ...inRound, people: [...people] });
    await settle(mel, 'pair-0001');
  });

  it('moves a meeting in both calendars, and both read who did it', async () => {
    const { before, after } = pairOf(moved);
    assert.equal(outcomes.get('move-0001'), 'done');
    const at = `${chosen.start.slice(0, 16)}Z`;
    assert.deepEqual(after.events, [[at], [at]]);
    assert.notDeepEqual(after.events, before.events);
    for (const mail of after.mails)
      assert.match((await textsOf(mail)).at(-1) ?? '', /Mel Ray, who looks after these meetings, has moved/);
  });

  it('moves nothing and tells nobody when it was undone', () => {
    assert.equal(outcomes.get('move-0002'), 'withdrawn');
    assert.deepEqual(pairOf(undone).after, pairOf(undone).before);
  });

  it('calls a meeting off: both calendars are free, and both read the word of the first coordinator once', async () => {
    assert.deepEqual([outcomes.get('off-00001'), outcomes.get('off-00002')], ['done', 'changed']);
    const { after } = pairOf(offAndPaired);
    assert.deepEqual(after.events, [[], []]);
    for (const mail of after.mails) {
      const texts = await textsOf(mail);
      assert.equal(texts.filter((text) => text.includes(word)).length, 1, mail);
      assert.ok(!texts.join().includes('Another word.'));
    }
  });

  it('pairs them by hand after it: both have an invitation for the same time, and read who did it', async () => {
    assert.equal(outcomes.get('pair-0001'), 'done');
    const { mails, pairing, people } = pairOf(offAndPaired).before;
    const { events } = await seen(pairing, people, mails);
    assert.equal(events[0]?.length, 1);
    assert.deepEqual(events[1], events[0]);
    for (const mail of mails)
      assert.match((await textsOf(mail)).at(-1) ?? '', /Mel Ray, who looks after these meetings, has found/);
  });

  it('reminds both who have not answered, once, and not again within the hour', async () => {
    assert.deepEqual([outcomes.get('remind-01'), outcomes.get('remind-02')], ['done', 'too-soon']);
    const { before, after } = pairOf(reminded);
    assert.deepEqual(after.events, before.events);
    assert.deepEqual(
      after.messages,
      before.messages.map((count) => count + 1),
    );
    for (const mail of after.mails) assert.match((await textsOf(mail)).at(-1) ?? '', /will you be there\?/);
  });

  it('takes the answer to a reminder: the card becomes it, and it counts in the round', async () => {
    const { mails, pairing } = pairOf(reminded).before;
    const [mail = ''] = mails;
    const content = (await client().inbox(mail)).at(-1)?.activity.attachments?.[0]?.content;
    const [coming] = (content as { actions: { title: string }[] }).actions;
    assert.equal(coming?.title, "I'll be there");
    await client().post(`/local/say?user=${mail}`, { action: coming });
    assert.match((await textsOf(mail)).at(-1) ?? '', /Noted: you'll be there/);
    await client().post('/local/clock', { advance: 'PT61M' });
    await ask(mel, 'remind-03', { kind: 'remind', ...inRound, pairing });
    await settle(mel, 'remind-03');
    assert.equal(outcomes.get('remind-03'), 'done');
    const asked = await Promise.all(mails.map(async (one) => (await textsOf(one)).at(-1) ?? ''));
    assert.deepEqual(
      asked.map((text) => text.includes('will you be there?')),
      [false, true],
      'the other alone is asked once more',
    );
  });

  it('accounts for everybody: eight people are paired', async () => {
    const { receipt } = await client().round(inRound.round);
    assert.deepEqual(
      receipt.map(({ outcome }) => outcome),
      staff.slice(2).map(() => 'paired'),
    );
  });
});
