// Everything that can be done in the tab, followed to its effect: in calendars, in chats, in what is kept.
import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import type { MyData } from '../../../core/api/data.ts';
import type { Me, MySettings } from '../../../core/api/me.ts';
import type { MyMeeting } from '../../../core/api/meetings.ts';
import type { People } from '../../../core/api/people.ts';
import type { RoundDetail } from '../../../core/api/rounds.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { mailOf, useProductTab, written } from '../../support/tab/product-tab.ts';
import { eventsOf } from '../client.ts';

const [ada, mia] = ['Ada Lovelace', 'Mia Frost'];
const others = [
  ...['Ben Okafor', 'Cleo Marsh', 'Dev Patel', 'Eva Lind', 'Finn Roe', 'Gia Rossi'],
  ...['Hal Stone', 'Ida Berg', 'Jon Park', 'Kim Vale', 'Lea Wolf'],
];
const atPairing = '2026-12-10T10:00:00Z';
const scheme = 'unmentoring';
const round = '2026-12-14';

/** What somebody has: when the product's events are, and how many messages the bot wrote. */
interface Seen {
  readonly events: readonly string[];
  readonly messages: number;
}

/** Two who were paired: who does something in the tab, and their partner. */
interface Pair {
  readonly mails: readonly [string, string];
  /** The partner's name. */
  readonly partner: string;
  readonly before: readonly [Seen, Seen];
  /** When everything was done that was asked for first. */
  readonly after: readonly [Seen, Seen];
}

describe('what is done in the tab, in the running product', function () {
  this.timeout(180_000);
  const product = useProductTab([ada, mia, ...others], '2026-12-10T09:00:00Z');
  const chosen = { time: '' };
  const pairs: Pair[] = [];
  const [comes, moves, undoesMove, skips, pauses, leaves] = [0, 1, 2, 3, 4, 5];

  const pairOf = (nth: number | undefined): Pair => {
    const pair = pairs[nth ?? 0];
    assert.ok(pair, 'expected six pairs');
    return pair;
  };
  const seenBy = async (mail: string): Promise<Seen> => {
    const { client } = product();
    const events = (await eventsOf(client, mail)).filter(({ isCancelled }) => !isCancelled);
    return {
      events: events.map(({ start }) => `${start.dateTime.slice(0, 16)}Z`),
      messages: (await client.inbox(mail)).length,
    };
  };
  const bothSeen = async ([one, other]: Pair['mails']) => [await seenBy(one), await seenBy(other)] as const;
  const on = (mail: string, hash: string, use: (tab: FrameLocator, page: Page) => Promise<void>) =>
    product().tab(mail, { hash }, use);
  const press = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true }).click();
  /** Presses a button of something that the product does in ten seconds. */
  const ask = (tab: FrameLocator, page: Page, name: string) =>
    written(page, 'POST', 'me/acts', () => press(tab, name));
  const undo = (tab: FrameLocator, page: Page) =>
    written(page, 'DELETE', 'me/acts/', () => press(tab, 'Undo'));
  const signUp = async (tab: FrameLocator, page: Page) => {
    await press(tab, 'Join');
    for (const rule of await tab.getByRole('checkbox').all()) await rule.check();
    await ask(tab, page, 'Sign me up');
  };
  const moveMeeting = async (tab: FrameLocator, page: Page): Promise<string> => {
    await press(tab, 'Another time');
    const time = tab
      .getByRole('region', { name: 'Another time' })
      .getByRole('listitem')
      .getByRole('button')
      .first();
    const label = await time.innerText();
    await written(page, 'POST', 'me/acts', () => time.click());
    return label;
  };

  /** Chooses a colleague in a part of the settings. */
  const find = async (tab: FrameLocator, part: string, name: string) => {
    const field = tab
      .getByRole('form', { name: part })
      .getByRole('combobox', { name: 'First name and surname' });
    await field.click();
    await field.pressSequentially(name);
    await tab.getByRole('option', { name }).click();
  };

  before(async () => {
    const { client, settle } = product();
    for (const name of others) await client.post(`/local/say?user=${mailOf(name)}`, { text: 'join' });
    await on(mailOf(ada), '', signUp);
    await on(mailOf(mia), '', async (tab, page) => {
      await signUp(tab, page);
      await undo(tab, page);
    });
    await settle();
    await client.moveClock(atPairing);
    for (const pair of await pairsNow()) pairs.push(pair);

    await on(pairOf(moves).mails[0], '', async (tab, page) => {
      chosen.time = await moveMeeting(tab, page);
    });
    await on(pairOf(undoesMove).mails[0], '', async (tab, page) => {
      await moveMeeting(tab, page);
      await undo(tab, page);
    });
    await on(pairOf(skips).mails[0], '', async (tab, page) => {
      await press(tab, "Can't make it");
      await ask(tab, page, 'Not this time');
    });
    await on(pairOf(comes).mails[0], '', async (tab, page) => {
      await written(page, 'PATCH', 'me/meetings/', () => press(tab, "I'll be there"));
      await tab.getByText('Your private notes').click();
      await tab.getByLabel('Before you meet').fill('Ask about the bridge.');
      await written(page, 'PATCH', 'me/meetings/', () => tab.getByLabel('Before you meet').blur());
    });
    await on(pairOf(pauses).mails[0], '#/me', async (tab, page) => {
      await tab.getByLabel('First day back').fill('2027-02-01');
      await ask(tab, page, 'Take a break');
    });
    await on(pairOf(leaves).mails[0], '#/me', async (tab, page) => {
      await ask(tab, page, 'Leave');
    });
    await settle();
    for (const [nth, pair] of pairs.entries()) pairs[nth] = { ...pair, after: await bothSeen(pair.mails) };

    await on(pairOf(pauses).mails[0], '', async (tab, page) => {
      await ask(tab, page, 'Come back');
    });
    await on(pairOf(leaves).mails[0], '#/me', async (tab, page) => {
      await ask(tab, page, 'Join again');
    });
    await on(mailOf(ada), '#/me', async (tab, page) => {
      await find(tab, 'Invite a colleague', mia);
      await ask(tab, page, 'Invite');
      await tab.getByLabel('Favourite drink').fill('mint tea');
      await written(page, 'PUT', 'me/settings/', () => press(tab, 'Save'));
      await find(tab, 'Never with', mia);
      await written(page, 'PUT', 'me/never-with', () => press(tab, 'Never pair us'));
    });
    await on(pairOf(undoesMove).mails[0], '#/me', async (tab, page) => {
      await find(tab, 'Never with', mia);
      await written(page, 'PUT', 'me/never-with', () => press(tab, 'Never pair us'));
      await written(page, 'PUT', 'me/never-with', () => press(tab, 'Undo'));
    });
    await on(pairOf(skips).mails[0], '#/me', async (tab, page) => {
      await written(page, 'POST', 'me/erase', () => press(tab, 'Erase my data'));
      await written(page, 'POST', 'me/erase', () => press(tab, 'Yes, erase it all'));
    });
    await settle();
    // Their meeting is the first of the week.
    const over = Date.parse(pairOf(comes).before[0].events[0] ?? '') + 45 * 60_000;
    await client.post('/local/clock', { now: new Date(over).toISOString(), idle: 'skip' });
    await on(pairOf(comes).mails[0], '', async (tab, page) => {
      const change = (act: () => Promise<void>) => written(page, 'PATCH', 'me/meetings/', act);
      await change(() => press(tab, 'Yes'));
      await change(() => tab.getByLabel(/Lovely/).click());
      await tab.getByLabel('One thing to take away').fill('Bridges have moods.');
      await change(() => tab.getByLabel('One thing to take away').blur());
    });
  });

  async function pairsNow(): Promise<Pair[]> {
    const { client } = product();
    const found: Pair[] = [];
    for (const name of [ada, ...others]) {
      const mail = mailOf(name);
      if (found.some(({ mails }) => mails.includes(mail))) continue;
      const pairing = await client.get<PairingView>('/api/me/pairing', mail);
      const partner = pairing.partners[0]?.name ?? '';
      const before = await bothSeen([mail, mailOf(partner)]);
      found.push({ mails: [mail, mailOf(partner)], partner, before, after: before });
    }
    return found.sort((a, b) => (a.before[0].events[0] ?? '').localeCompare(b.before[0].events[0] ?? ''));
  }

  it('joins the scheme; undone within ten seconds it leaves nothing', async () => {
    const { client } = product();
    const enrolled = async (name: string) => (await client.get<Me>('/api/me', mailOf(name))).enrolments;
    assert.deepEqual(
      (await enrolled(ada)).map(({ status }) => status),
      ['active'],
    );
    assert.deepEqual(await enrolled(mia), []);
  });

  it('moves a meeting in both calendars, and tells the partner', () => {
    const { before, after } = pairOf(moves);
    const [mine, theirs] = after;
    assert.equal(mine.events.length, 1);
    assert.notDeepEqual(mine.events, before[0].events);
    assert.deepEqual(theirs.events, mine.events);
    // Such as `Tue 15 Dec, 09:30`; London is on UTC in December.
    const [, day = '', , hour = ''] = /(\d+) Dec, ((\d\d:\d\d))/.exec(chosen.time) ?? [];
    assert.equal(mine.events[0], `2026-12-${day}T${hour}Z`);
    assert.ok(theirs.messages > before[1].messages, 'the partner hears of it');
  });

  it('moves nothing and tells nobody when it was undone', () => {
    const { before, after } = pairOf(undoesMove);
    assert.deepEqual(after, before);
  });

  for (const [nth, title] of [
    [skips, 'leaves a meeting out'],
    [pauses, 'takes a break'],
    [leaves, 'leaves the scheme'],
  ] as const) {
    it(`${title}: the meeting is cancelled, and the partner meets somebody else and hears of it`, () => {
      const { before, after } = pairOf(nth);
      assert.deepEqual(after[0].events, []);
      assert.notDeepEqual(after[1].events, before[1].events);
      assert.ok(after[1].messages > before[1].messages);
    });
  }

  it('keeps that somebody will be there and their note, and tells nobody', async () => {
    const { mails, before, after } = pairOf(comes);
    assert.deepEqual(after, before);
    const meeting = await product().client.get<MyMeeting>(`/api/me/meetings/${scheme}/${round}`, mails[0]);
    assert.equal(meeting.coming, true);
    assert.equal(meeting.note.before, 'Ask about the bridge.');
  });

  it('comes back from a break and after leaving', async () => {
    for (const nth of [pauses, leaves]) {
      const { enrolments } = await product().client.get<Me>('/api/me', pairOf(nth).mails[0]);
      assert.deepEqual(
        enrolments.map(({ status }) => status),
        ['active'],
      );
    }
  });

  it('invites a colleague, who gets one card', async () => {
    const messages = JSON.stringify(await product().client.inbox(mailOf(mia)));
    assert.match(messages, /Ada Lovelace/);
  });

  it('keeps the sign-up card and whom somebody never meets; undone the list is empty', async () => {
    const { client } = product();
    const { answers } = await client.get<MySettings>(`/api/me/settings/${scheme}`, mailOf(ada));
    assert.equal(answers.profile.drink, 'mint tea');
    const never = async (mail: string) =>
      (await client.get<People>('/api/me/never-with', mail)).people.map(({ name }) => name);
    assert.deepEqual(await never(mailOf(ada)), [mia]);
    assert.deepEqual(await never(pairOf(undoesMove).mails[0]), []);
  });

  it('has it on record that somebody is to be erased when the round has ended', async () => {
    const { parts } = await product().client.get<MyData>('/api/me/data', pairOf(skips).mails[0]);
    assert.equal(parts.find(({ part }) => part === 'erasure')?.records.length, 1);
  });

  it('keeps that they met and how it was; the coordinator sees the first alone', async () => {
    const { client } = product();
    const { mails, partner } = pairOf(comes);
    const meeting = await client.get<MyMeeting>(`/api/me/meetings/${scheme}/${round}`, mails[0]);
    assert.equal(meeting.said, 'yes');
    assert.deepEqual(meeting.feedback, { face: 4, takeaway: 'Bridges have moods.', shared: false });
    const detail = JSON.stringify(await client.round(round));
    assert.ok(!detail.includes('Bridges'));
    const { pairings } = JSON.parse(detail) as RoundDetail;
    const theirPairing = pairings.find(({ members }) => members.some(({ name }) => name === partner));
    assert.equal(theirPairing?.outcome, 'met');
  });
});
