import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import type { Now } from '../../core/api/me.ts';
import type { MyMeeting } from '../../core/api/meetings.ts';
import { frameOf } from '../support/tab/open-tab.ts';
import { now, pairing } from './answers.ts';
import { nows } from './nows.ts';
import { useTabServer } from './tab-server.ts';
import { waitForFocus, withTab } from './with-tab.ts';

type Key = 'Enter' | 'Space';

interface Step {
  /** Name of what is pressed: a button, or a field where `role` says so. */
  readonly press: string;
  readonly role?: 'button' | 'checkbox' | 'radio';
  readonly key?: Key;
  /** Name or text of what has the focus afterwards. */
  readonly focus: string;
  /** Part of what screen readers say. */
  readonly said?: string;
}

const skipped = 'You are skipping this one. ';
const isIn = 'You are in this time. You can undo it';
const isBack = 'Welcome back. You are in again. You can undo it';
const kept = 'I have kept that. Thank you for taking the time. You can undo it';
const meet = 'You are meeting Miguel Ángel Fernández';
const ready = 'Here you will see whom you meet next';
const welcome = 'Meet a colleague you would not meet otherwise';
const time = 'Wed 16 Dec, 14:00';
const wishes = nows.choose.pairing && { ...nows.choose.pairing, wishes: [] };
const nextWeek = now.scheme?.next.week ?? '';

const cases: readonly { readonly name: string; readonly now: Now; readonly steps: readonly Step[] }[] = [
  {
    name: 'skipping a round, and taking it back',
    now: nows.waiting,
    steps: [
      { press: 'Skip this one', focus: 'You are skipping this one', said: skipped + 'You can undo it' },
      { press: 'Undo', key: 'Space', focus: ready, said: 'It is undone.' },
    ],
  },
  {
    name: 'counting in',
    now: nows.asked,
    steps: [{ press: 'Count me in', key: 'Space', focus: ready, said: isIn }],
  },
  {
    name: 'not this time',
    now: nows.asked,
    steps: [
      { press: 'Not this time', focus: 'You are skipping this one', said: skipped + 'You can undo it' },
    ],
  },
  {
    name: 'counting in after all',
    now: { ...nows.skipped, round: nextWeek },
    steps: [{ press: 'Count me in', focus: ready, said: isIn }],
  },
  {
    name: 'coming back from a break',
    now: nows.paused,
    steps: [{ press: 'Come back', key: 'Space', focus: ready, said: isBack }],
  },
  {
    name: 'coming back after having left',
    now: nows.left,
    steps: [{ press: 'Come back', focus: ready, said: isBack }],
  },
  {
    name: 'looking first, going back, joining',
    now: nows['never-joined'],
    steps: [
      { press: 'Look first', focus: 'You are meeting Sam Sample' },
      { press: 'Back', key: 'Space', focus: welcome },
      { press: 'Join', focus: 'Ground rules' },
      { press: 'Back', focus: welcome },
    ],
  },
  {
    name: 'choosing a time',
    now: nows.choose,
    steps: [{ press: time, focus: meet, said: 'Your meeting will be on Wed 16 Dec, 14:00. ' }],
  },
  {
    name: 'wishing for a time, where all have to pick the same',
    now: { ...nows.choose, pairing: wishes },
    steps: [{ press: time, key: 'Space', focus: time, said: 'You would like Wed 16 Dec, 14:00. ' }],
  },
  {
    name: 'looking for other times before one is chosen, and closing them',
    now: nows.choose,
    steps: [
      { press: 'Another time', focus: 'Another time', said: 'These times are free' },
      { press: 'Keep the time as it is', focus: 'When would you like to meet Miguel Ángel Fernández?' },
      {
        press: 'Not this time',
        key: 'Space',
        focus: 'You are skipping this one',
        said: skipped + "I'll let Miguel Ángel Fernández know",
      },
    ],
  },
  {
    name: 'coming, another question, another time',
    now,
    steps: [
      { press: "I'll be there", focus: "I'll be there", said: 'You can undo it' },
      { press: 'Another question', key: 'Space', focus: 'Another question' },
      { press: 'Another time', key: 'Space', focus: 'Another time', said: 'These times are free' },
      { press: time, focus: meet, said: 'Your meeting will be on Wed 16 Dec, 14:00. ' },
    ],
  },
  {
    name: 'closing the other times',
    now,
    steps: [
      { press: 'Another time', focus: 'Another time' },
      { press: 'Keep the time as it is', key: 'Space', focus: meet },
      { press: "Can't make it", focus: "Can't make it", said: 'These times suit everybody' },
      { press: 'Keep the time as it is', focus: meet },
    ],
  },
  {
    name: 'having met, and how it was',
    now: nows.over,
    steps: [
      { press: 'Yes', focus: 'You met Miguel Ángel Fernández.', said: 'Noted: you met. You can undo it' },
      { press: '😀 Lovely', role: 'radio', key: 'Space', focus: '😀 Lovely', said: kept },
      {
        press: 'Share it with Miguel Ángel Fernández',
        role: 'checkbox',
        key: 'Space',
        focus: 'Share it with Miguel Ángel Fernández',
        said: kept,
      },
    ],
  },
  {
    name: 'not having met',
    now: nows.over,
    steps: [
      {
        press: 'Not yet',
        key: 'Space',
        focus: 'You have not met Miguel Ángel Fernández yet.',
        said: 'Noted: you have not met yet. You can undo it',
      },
      {
        press: 'Not this time',
        focus: 'You did not meet Miguel Ángel Fernández this time.',
        said: 'Noted: you did not meet. You can undo it',
      },
      {
        press: 'We did meet',
        focus: 'You met Miguel Ángel Fernández.',
        said: 'Noted: you met. You can undo it',
      },
    ],
  },
];

describe('tab: what is done on Now with the keyboard alone', () => {
  const server = useTabServer();
  for (const { name, now: first, steps } of cases) {
    it(`keeps the focus where reading goes on, and says what was done: ${name}`, async () => {
      answer(first);
      await withTab(server, { now: first.at }, async (tab, page) => {
        for (const step of steps) await take(step, tab, page);
      });
    });
  }

  function answer(first: Now): void {
    let stored = first.meeting;
    server.api.set('/me/now', () => ({ ...first, meeting: stored }));
    server.api.set('/me/times', { pairing, times: nows.choose.pairing?.offer ?? [], reason: null });
    server.api.set('PATCH /me/meetings/unmentoring/2026-12-14', ({ body }: { body: Partial<MyMeeting> }) => {
      stored = stored && { ...stored, ...body, version: `m${server.writes.length + 1}` };
      return stored;
    });
    server.api.set('POST /me/acts', ({ body, key }: { body: unknown; key: string }) => {
      server.api.set(`DELETE /me/acts/${key}`, {});
      return { id: key, act: body, dueAt: '2026-12-10T10:00:10Z', state: 'waiting', reason: null };
    });
  }
});

async function take(
  { press, role = 'button', key = 'Enter', focus, said }: Step,
  tab: FrameLocator,
  page: Page,
): Promise<void> {
  const tabFrame = frameOf(page);
  await tab.getByRole(role, { name: press, exact: true }).focus();
  await tabFrame.evaluate(listen);
  await page.keyboard.press(key);
  if (said !== undefined)
    await tabFrame
      .waitForFunction(`heard.some((one) => one.includes(${JSON.stringify(said)}))`)
      .catch(async () => {
        assert.fail(`"${said}" is not said, but: ${await tabFrame.evaluate<string>('heard.join()')}`);
      });
  await waitForFocus(page, focus);
}

/** A script: collects in `heard` what screen readers say from now on: what comes into a live region that was there before. */
const listen = `(() => {
  window.heard = [];
  window.listener?.disconnect();
  window.listener = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const status = (target instanceof Element ? target : target.parentElement)?.closest('[role=status]');
      if (status) window.heard.push(status.textContent);
    }
  });
  window.listener.observe(document.body, { subtree: true, childList: true, characterData: true });
})()`;
