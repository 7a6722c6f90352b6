// Three months of somebody who never opens the chat, and of the same person who never opens the tab, each in a product of
// their own with the same colleagues. Both products then hold the same.
import assert from 'node:assert/strict';
import type { MyData } from '../../../core/api/data.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { chatHands, type Hands, tabHands, type TabHands } from '../../support/tab/hands.ts';
import { mailOf, type ProductTab, useProductTab } from '../../support/tab/product-tab.ts';

const ada = 'Ada Lovelace';
const others = ['Ben Okafor', 'Cleo Marsh', 'Dev Patel'];
const start = '2026-12-07T11:00:00Z';
const minute = 60_000;
const quarter = 15 * minute;

/** The records about each person, by part. */
type Records = readonly Readonly<Record<string, readonly unknown[]>>[];

describe('three months from the tab alone, and from the chat alone', function () {
  this.timeout(300_000);
  const inTab = useProductTab([...others, ada], start);
  const inChat = useProductTab([...others, ada], start);
  let [tab, chat]: Records[] = [];

  before(async () => {
    const hands = tabHands(inTab(), ada);
    [tab, chat] = await Promise.all([
      live(inTab(), hands, hands),
      live(inChat(), chatHands(inChat(), ada), null),
    ]);
  });

  it('end in the same records about the person and about everybody else', () => {
    assert.deepEqual(comparable(tab), comparable(chat));
  });

  it('leave what was done on record', () => {
    for (const [mine] of [tab, chat].map((records) => records ?? [])) {
      assert.ok(mine);
      const text = JSON.stringify(mine);
      for (const said of ['mint tea', 'Bridges have moods.', 'Ask twice.'])
        assert.ok(text.includes(said), said);
      const [enrolment] = mine.enrolments as [
        { status: string; meetings: { round: string; met: boolean }[] },
      ];
      assert.equal(enrolment.status, 'left');
      assert.deepEqual(
        enrolment.meetings.map(({ round, met }) => [round, met]),
        [
          ['2026-12-14', true],
          ['2027-02-08', true],
        ],
      );
      const rounds = mine.rounds as { round: string; pairings: { revision: number }[] }[];
      assert.deepEqual(
        rounds.map(({ round, pairings }) => [round, pairings.map(({ revision }) => revision)]),
        [
          ['2026-12-14', [0]],
          ['2027-02-08', [1]],
        ],
      );
    }
  });

  it('differ in private notes and wishes to meet again, which the chat does not know', () => {
    const [inTabs, inChats] = [tab, chat].map((records) => JSON.stringify(records));
    for (const kept of ['"note":{"before":"Ask about the bridge."', '"again":["']) {
      assert.ok(inTabs?.includes(kept), kept);
      assert.ok(!inChats?.includes(kept), kept);
    }
  });
});

/**
 * Lives through three rounds.
 * @param more what the tab alone can do
 */
async function live(product: ProductTab, hands: Hands, more: TabHands | null): Promise<Records> {
  const { client } = product;
  const until = async (now: string | number) => {
    await client.post('/local/clock', { now: new Date(now).toISOString(), idle: 'skip' });
  };
  const meeting = async () => {
    const { slot } = await client.get<PairingView>('/api/me/pairing', mailOf(ada));
    assert.ok(slot, 'expected a meeting');
    return { start: Date.parse(slot.start), end: Date.parse(slot.end) };
  };
  for (const name of others) await client.post(`/local/say?user=${mailOf(name)}`, { text: 'join' });
  await hands.joins('mint tea');

  await until('2026-12-10T11:00:00Z');
  await more?.notes('Ask about the bridge.');
  await until((await meeting()).start - 2 * quarter);
  await hands.comes();
  await until((await meeting()).end + quarter);
  await hands.met('Bridges have moods.');

  await until('2026-12-28T11:00:00Z');
  await more?.wishesAgain();
  await hands.skipsNext();

  await until('2027-02-04T11:00:00Z');
  await hands.moves();
  await until((await meeting()).end + quarter);
  await hands.met('Ask twice.');

  await until('2027-02-17T11:00:00Z');
  await hands.pauses('2027-05-03');
  await until('2027-02-24T11:00:00Z');
  await hands.comesBack();
  await until('2027-03-01T11:00:00Z');
  await hands.leaves();
  await until('2027-03-02T11:00:00Z');
  return recordsOf(product);
}

async function recordsOf({ client }: ProductTab): Promise<Records> {
  const all: Record<string, unknown[]>[] = [];
  for (const name of [ada, ...others]) {
    const { parts } = await client.get<MyData>('/api/me/data', mailOf(name));
    all.push(Object.fromEntries(parts.map(({ part, records }) => [part, records])));
  }
  return all;
}

/** What names a chat, an activity, or what was asked for in one of the two; and what the chat does not know. */
const leftOut = ['conversation', 'activity', 'acts', 'commands', 'note', 'again'];
/** Names that Microsoft 365 makes up. */
const madeUp = ['event.id', 'event.joinUrl'];

/** Records without what is made up or belongs to one of the two ways, and times to the quarter of an hour. */
function comparable(value: unknown, within = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => comparable(one, within));
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) {
    return new Date(Math.floor(Date.parse(value) / quarter) * quarter).toISOString();
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name]) => !leftOut.includes(name) && !madeUp.includes(`${within}.${name}`),
  );
  return Object.fromEntries(kept.map(([name, one]) => [name, comparable(one, name)]));
}
