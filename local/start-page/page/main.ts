import type { OverviewPerson } from '../overview.ts';
import * as api from './api.ts';
import { mountCalendar } from './calendar/calendar.ts';
import { mountChat } from './chat.ts';
import { mountClockBar } from './clock-bar.ts';
import { byId, h } from './html.ts';
import { mountMeetings } from './meetings/meetings.ts';
import { mountNews, toldOf } from './news.ts';
import { mountPeople } from './people.ts';
import { mountSteps } from './steps/steps.ts';
import { mountTab } from './tab.ts';
import { pairingOf, participants, type Actions, type Memory, type View } from './view.ts';

const status = byId('status', HTMLElement);
const problem = byId('problem', HTMLElement);
const person = byId('as', HTMLElement);

let view: View | null = null;
let memory: Memory = {
  chosen: decodeURIComponent(location.hash.slice(1)) || null,
  coordinating: false,
  sawCoordinator: false,
  answered: false,
  moved: null,
};
let busy = false;

/** Does one thing at a time, shows a sentence about the result, and then everything as it is now. */
async function doing(beginning: string, act: () => Promise<string | null>): Promise<void> {
  if (busy) return;
  busy = true;
  document.body.setAttribute('aria-busy', 'true');
  tell(beginning);
  problem.hidden = true;
  try {
    const told = await act();
    await refresh();
    tell(told ?? '');
  } catch (error) {
    tell('');
    problem.textContent = error instanceof Error ? error.message : String(error);
    problem.hidden = false;
  } finally {
    busy = false;
    document.body.removeAttribute('aria-busy');
  }
}

/** Shows a sentence in a new element each time, which fades by itself. */
function tell(sentence: string): void {
  status.replaceChildren(...(sentence === '' ? [] : [h('span', {}, sentence)]));
}

async function refresh(): Promise<void> {
  const overview = await api.getOverview();
  const coordinator = overview.people.find((one) => one.coordinator);
  const round =
    coordinator === undefined ? null : await api.newestRound(overview.scheme.id, coordinator.mail);
  const shown = whom(overview.people, { overview, round });
  const dayBefore = new Date(Date.parse(overview.week.start) - day).toISOString();
  const dayAfter = new Date(Date.parse(overview.week.end) + day).toISOString();
  const [chat, events] = await Promise.all([
    api.chatOf(shown, overview.botId),
    api.calendarOf(shown.mail, dayBefore, dayAfter),
  ]);
  view = { overview, round, person: shown, chat, events, memory };
  show(view);
}

const day = 86_400_000;

/** The chosen person; else somebody with a meeting, else somebody who takes part, else anybody. */
function whom(people: readonly OverviewPerson[], seen: Pick<View, 'overview' | 'round'>): OverviewPerson {
  const inside = participants(seen);
  const found =
    people.find(({ mail }) => mail === memory.chosen) ??
    inside.find((one) => pairingOf(seen, one) !== null) ??
    inside[0] ??
    people[0];
  if (found === undefined) throw new Error('There is nobody in the directory.');
  return found;
}

const actions: Actions = {
  signUp(people) {
    void doing('Signing up …', async () => {
      for (const [index, { mail, name }] of people.entries()) {
        tell(`Signing up ${name} (${index + 1} of ${people.length}) …`);
        await api.install(mail);
        await api.say(mail, { text: 'join' });
      }
      return people.length === 1 ? 'One person is signed up.' : `${people.length} people are signed up.`;
    });
  },
  move(to) {
    void doing('Moving the clock …', async () => {
      const moved = await watched(api.moveClock(to));
      memory = { ...memory, answered: false, moved };
      return toldOf(moved, to, view?.overview.scheme.zone ?? 'UTC');
    });
  },
  choose({ mail, name }) {
    void doing(`Signing in as ${name} …`, async () => {
      choose(mail, false);
      return `You are ${name}.`;
    });
  },
  openChat({ mail, name }) {
    void doing(`Signing in as ${name} …`, async () => {
      choose(mail, false);
      return `You are ${name}.`;
    }).then(() => {
      const chat = byId('chat', HTMLElement);
      chat.focus({ preventScroll: true });
      chat.scrollIntoView({ block: 'center' });
    });
  },
  seeAsCoordinator() {
    void doing('Opening the coordinator’s view …', async () => {
      const coordinator = view?.overview.people.find((one) => one.coordinator);
      if (coordinator === undefined) return null;
      memory = { ...memory, sawCoordinator: true };
      choose(coordinator.mail, true);
      byId('tab-part', HTMLElement).scrollIntoView({ behavior: 'smooth' });
      return `You are ${coordinator.name}, the coordinator.`;
    });
  },
  install() {
    asPerson(async ({ mail, name }) => {
      await api.install(mail);
      return `${name} has added the app.`;
    });
  },
  say(text) {
    asPerson(async ({ mail }) => {
      await api.say(mail, { text });
      return 'The bot has answered.';
    });
  },
  press(action) {
    asPerson(async ({ mail }) => {
      await api.say(mail, { action });
      return 'The bot has answered.';
    });
  },
  answer(event, answer) {
    asPerson(async ({ mail, name }) => {
      await api.answerInvitation(mail, event.id, answer);
      memory = { ...memory, answered: true };
      if (answer !== 'decline') return `${name} has answered. Let an hour pass, and the answer is collected.`;
      return `${name} has declined: Outlook takes the meeting out of the calendar. Let an hour pass, and it moves to another time.`;
    });
  },
};

/** Moving over many ticks takes a while: meanwhile the clock is shown running. */
async function watched<T>(moving: Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    void api.getClock().then(({ now }) => {
      showTime(now);
    }, ignored);
  }, 400);
  try {
    return await moving;
  } finally {
    clearInterval(timer);
  }
}

/** The move itself reports what went wrong. */
function ignored(): void {
  return;
}

function asPerson(act: (person: OverviewPerson) => Promise<string>): void {
  const current = view?.person;
  if (current !== undefined) void doing('One moment …', () => act(current));
}

/** Keeps the shown person in the address, for reloading and links. */
function choose(mail: string, coordinating: boolean): void {
  memory = { ...memory, chosen: mail, coordinating };
  history.replaceState(null, '', `#${encodeURIComponent(mail)}`);
}

const { showClock, showTime } = mountClockBar(actions);
const showSteps = mountSteps(actions);
const showNews = mountNews(actions);
const showMeetings = mountMeetings(actions);
const showPeople = mountPeople(actions);
const showChat = mountChat(actions);
const showCalendar = mountCalendar(actions);
const showTab = mountTab();

function show(next: View): void {
  showClock(next.overview);
  showNews(next);
  showSteps(next);
  showMeetings(next);
  showPeople(next);
  person.hidden = false;
  showChat(next);
  showCalendar(next);
  showTab(next);
}

// Something may have been done elsewhere meanwhile, for instance in the chat client.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void doing('', () => Promise.resolve(null));
});
void doing('', () => Promise.resolve(null));
