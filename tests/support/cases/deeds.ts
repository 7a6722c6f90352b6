import { runCommand } from '../../../bot/activities/run-command.ts';
import type { AdaptiveCard } from '../../../bot/cards/card.ts';
import { plainCard } from '../../../bot/cards/answer-cards.ts';
import { readingOf } from '../../../bot/cards/reading.ts';
import type { Command } from '../../../bot/commands/command.ts';
import type { Caller } from '../../../core/enrolment/caller.ts';
import { forgetConversation, remember } from '../../../core/enrolment/reach.ts';
import { changeDraft as changeTheDraft } from '../../../core/previewing/change-draft.ts';
import { releaseDraft } from '../../../core/previewing/release-draft.ts';
import type { DraftChange } from '../../../core/records/plans/draft.ts';
import type { MetAnswer } from '../../../core/records/pairing.ts';
import { listAgain, setAgain } from '../../../core/rights/again.ts';
import { addNeverWith } from '../../../core/rights/never-with.ts';
import { idOf, type GraphEvent } from '../emulated-graph.ts';
import { callerOf, december } from '../test-product.ts';
import { momentFrom, spanFrom } from './moments.ts';
import { type Answer, answerInWords } from './plain-words.ts';
import { listed, type Sentence } from './sentences.ts';
import { seeButtons, type World } from './world.ts';

/** Somebody does something: where it happens, and who hears the bot's answer to it. */
export interface Doing {
  readonly world: World;
  readonly hear: (person: string, answer: Answer, card: AdaptiveCard) => void;
}

const minute = 60_000;
const week = spanFrom('Mon 14 Dec 00:00 to Mon 21 Dec 00:00');
const scheme = null;
const unmentoring = december.scheme;
const consent = 'Calendars.ReadWrite';

/** What people, Outlook and Microsoft do. */
export const deeds: readonly Sentence<Doing>[] = [
  // In the chat with the bot.
  { says: 'NAME joins', does: (doing, name) => join(doing, name) },
  { says: 'NAME leaves', does: (doing, name) => say(doing, name, { kind: 'leave', scheme }) },
  { says: 'NAME pauses', does: (doing, name) => say(doing, name, { kind: 'pause', scheme, until: null }) },
  {
    says: 'NAME pauses until DATE',
    does: (doing, name, until = '') => say(doing, name, { kind: 'pause', scheme, until }),
  },
  {
    says: 'NAME wishes for NUMBER minutes',
    does: (doing, name, minutes) => {
      const wanted = ([30, 45, 60] as const).find((length) => length === Number(minutes)) ?? null;
      return say(doing, name, { kind: 'prefer', scheme, hours: 'either', minutes: wanted });
    },
  },
  { says: 'NAME asks for another time', does: (doing, name) => say(doing, name, { kind: 'other-times' }) },
  { says: 'NAME presses MOMENT', does: press },
  { says: 'NAME says yes', does: (doing, name) => answerCall(doing, name, 'yes') },
  { says: 'NAME presses skip', does: (doing, name) => answerCall(doing, name, 'skip') },
  {
    says: 'NAME says to keep them in',
    does: async (doing, name = '') => {
      hearAnswer(doing, name, await doing.world.operations.stillIn(await spoken(doing, name), unmentoring));
    },
  },
  {
    says: 'NAME writes something',
    does: async (doing, name) => {
      await spoken(doing, name);
    },
  },
  { says: "NAME says they'll be there", does: (doing, name) => about(doing, name, 'sayComing', {}) },
  { says: 'NAME says they met', does: (doing, name) => about(doing, name, 'sayMet', { said: 'yes' }) },
  { says: 'NAME says not yet', does: (doing, name) => about(doing, name, 'sayMet', { said: 'not-yet' }) },
  {
    says: 'NAME says they did not meet',
    does: (doing, name) => about(doing, name, 'sayMet', { said: 'no' }),
  },
  {
    says: 'NAME removes the app',
    does: ({ world }, name = '') => forgetConversation(world.ports, idOf(world.person(name))),
  },
  { says: 'NAME blocks the app', does: ({ world }, name = '') => void world.blocked.add(name) },

  // In the tab.
  {
    says: 'NAME would like to meet NAME again',
    does: async ({ world: { ports, person } }, name = '', other = '') => {
      const [theirs, wished] = [idOf(person(name)), idOf(person(other))];
      const { version, people } = await listAgain(ports, theirs);
      const kept = await setAgain(ports, theirs, version, [...people.map(({ id }) => id), wished]);
      if (kept.kind !== 'changed') throw new Error(`the wish of ${name} was not kept: ${kept.kind}`);
    },
  },
  {
    says: 'NAME wishes never to meet NAME',
    does: async ({ world: { ports, person } }, name = '', other = '') => {
      await addNeverWith(ports, idOf(person(name)), idOf(person(other)));
    },
  },

  // At the coordinator's desk.
  { says: 'NAME releases the round', does: release },
  {
    says: 'NAME swaps NAME and NAME',
    does: ({ world, hear }, name, one = '', other = '') =>
      changeDraft({ world, hear }, name, {
        kind: 'swap',
        one: idOf(world.person(one)),
        other: idOf(world.person(other)),
      }),
  },
  {
    says: 'NAME keeps NAME and NAME apart',
    does: ({ world, hear }, name, one = '', other = '') =>
      changeDraft({ world, hear }, name, {
        kind: 'forbid',
        pair: [idOf(world.person(one)), idOf(world.person(other))],
      }),
  },
  {
    says: 'NAME leaves NAME out',
    does: ({ world, hear }, name, person = '') =>
      changeDraft({ world, hear }, name, { kind: 'leave-out', person: idOf(world.person(person)) }),
  },

  // In Outlook.
  {
    says: 'NAME accepts',
    does: ({ world }, name = '') => world.outlook.respond(world.person(name), 'accept'),
  },
  {
    says: 'NAME declines',
    does: ({ world }, name = '') => world.outlook.respond(world.person(name), 'decline'),
  },
  {
    says: 'NAME proposes MOMENT',
    does: (doing, name, moment) => propose(doing, name, moment, 'tentativelyAccept'),
  },
  {
    says: 'NAME declines and proposes MOMENT',
    does: (doing, name, moment) => propose(doing, name, moment, 'decline'),
  },
  {
    says: 'NAME is busy SPANS',
    does: async (doing, name, spans = '') => {
      for (const span of spans.split(' and ').map(spanFrom)) await fill(doing, name, span);
    },
  },
  {
    says: 'NAME is away SPANS',
    does: async (doing, name, spans = '') => {
      for (const span of spans.split(' and ').map(spanFrom)) await fill(doing, name, span, 'oof');
    },
  },
  {
    says: 'NAME is free only SPANS',
    does: async (doing, name, spans = '') => {
      let start = week.start;
      for (const span of spans.split(' and ').map(spanFrom)) {
        await fill(doing, name, { start, end: span.start });
        start = span.end;
      }
      await fill(doing, name, { start, end: week.end });
    },
  },

  // By somebody who looks after the mailboxes, or by Microsoft.
  {
    says: 'somebody deletes the meeting of NAMES',
    does: async ({ world }, names = '') => {
      const { mailbox, event } = await meetingOf(world, names);
      await world.outlook.remove(mailbox, event.id);
    },
  },
  {
    says: 'somebody moves the meeting of NAMES to MOMENT',
    does: async ({ world }, names = '', moment = '') => {
      const { mailbox, event } = await meetingOf(world, names);
      await world.outlook.move(mailbox, event.id, halfAnHour(moment));
    },
  },
  {
    says: 'NAME leaves the company',
    does: ({ world }, name = '') => void world.product.graph.graph.leave(world.person(name).mail),
  },
  {
    says: 'the first mailbox is deleted',
    does: ({ world: { product } }) => void product.graph.graph.leave(product.graph.organisers[0] ?? ''),
  },
  {
    says: 'the consent to calendars is taken away',
    does: ({ world }) => void world.product.graph.permissions.delete(consent),
  },
  {
    says: 'the consent to calendars is given',
    does: ({ world }) => void world.product.graph.permissions.add(consent),
  },
  {
    says: 'the calendar of NAME cannot be read',
    does: ({ world }, name = '') => void world.unreadable.add(name),
  },
];

/** Says something to the bot, which answers. */
async function say({ world, hear }: Doing, name = '', command: Command): Promise<void> {
  const answers: Answer[] = [];
  const kept =
    <Given extends unknown[], Result extends Answer>(ask: (...given: Given) => Promise<Result>) =>
    async (...given: Given) => {
      const answer = await ask(...given);
      answers.push(answer);
      return answer;
    };
  const { join, leave, pause, prefer, otherTimes, choose, ...others } = world.operations;
  const operations = {
    ...others,
    join: kept(join),
    leave: kept(leave),
    pause: kept(pause),
    prefer: kept(prefer),
    otherTimes: kept(otherTimes),
    choose: kept(choose),
  };
  const card = await runCommand(operations, await spoken({ world }, name), command);
  for (const answer of answers) {
    if (answer.pairing) seeButtons(world, name, answer.pairing);
    hear(name, answer, card);
  }
}

/** Somebody who writes or presses a button, as the bot knows them. */
function spoken({ world }: Pick<Doing, 'world'>, name = ''): Promise<Caller> {
  return remember(world.ports, callerOf(world.person(name)), `chat of ${name}`, true);
}

async function answerCall(doing: Doing, name = '', answer: 'yes' | 'skip'): Promise<void> {
  const caller = await spoken(doing, name);
  hearAnswer(doing, name, await doing.world.operations.answerCall(caller, { ...december, answer }));
}

function hearAnswer({ hear }: Doing, name: string, answer: Answer): void {
  hear(
    name,
    answer,
    plainCard(answerInWords(answer), readingOf({ language: 'en', zone: 'Europe/London' }, null)),
  );
}

/** Adds the app, then joins. */
async function join(doing: Doing, name = ''): Promise<void> {
  const caller = callerOf(doing.world.person(name));
  await remember(doing.world.ports, caller, `chat of ${name}`);
  await say(doing, name, { kind: 'join', scheme });
}

/** Presses the button with this time on the latest card that had one. */
async function press(doing: Doing, name = '', moment = ''): Promise<void> {
  const at = momentFrom(moment);
  const button = doing.world.buttons.findLast(({ person, choice }) => person === name && choice.start === at);
  if (button === undefined) throw new Error(`${name} has seen no button for ${moment}`);
  await say(doing, name, { kind: 'choose', ...button.choice });
}

/** Presses a button about the meeting on the latest card that they saw. */
async function about(
  doing: Doing,
  name = '',
  ...[operation, more]: ['sayComing', object] | ['sayMet', { readonly said: MetAnswer }]
): Promise<void> {
  const { world } = doing;
  const meeting = world.meetings.get(name);
  if (meeting === undefined) throw new Error(`${name} has seen no meeting`);
  const caller = await spoken(doing, name);
  const answer =
    operation === 'sayMet'
      ? await world.operations.sayMet(caller, { ...meeting, ...more })
      : await world.operations.sayComing(caller, meeting);
  if (answer.pairing) seeButtons(world, name, answer.pairing);
  hearAnswer(doing, name, answer);
}

/** Changes the draft as it is now. */
async function changeDraft({ world, hear }: Doing, name = '', change: DraftChange): Promise<void> {
  const draft = await draftOf(world);
  const by = idOf(world.person(name));
  const result = await changeTheDraft(world.ports, by, december, `${draft}`, change);
  hearAnswer({ world, hear }, name, result ?? { kind: 'unknown' });
}

async function release({ world, hear }: Doing, name = ''): Promise<void> {
  const seen = { ...december, draft: await draftOf(world) };
  hearAnswer({ world, hear }, name, await releaseDraft(world.ports, seen, idOf(world.person(name))));
}

/** The number of the last draft. */
async function draftOf({ ports }: World): Promise<number> {
  return (await ports.storage.drafts.numbers(december)).at(-1) ?? 0;
}

async function propose(
  { world }: Doing,
  name = '',
  moment = '',
  how: 'decline' | 'tentativelyAccept',
): Promise<void> {
  await world.outlook.respond(world.person(name), how, halfAnHour(moment));
}

async function fill(
  { world }: Doing,
  name = '',
  span: { start: number; end: number },
  showAs: 'busy' | 'oof' = 'busy',
): Promise<void> {
  await world.outlook.fill(world.person(name), { ...span, showAs });
}

/** The only meeting of these people, and the mailbox that it lies in. */
async function meetingOf(
  { product: { graph }, person }: World,
  names: string,
): Promise<{ readonly mailbox: string; readonly event: GraphEvent }> {
  const mails = listed(names).map((name) => person(name).mail);
  for (const mailbox of graph.organisers) {
    const answer = await graph.graph.app.request(`/users/${mailbox}/events?$top=1000`);
    const { value } = (await answer.json()) as { value: GraphEvent[] };
    const event = value.find(
      ({ attendees }) =>
        attendees.length === mails.length &&
        attendees.every(({ emailAddress }) => mails.includes(emailAddress.address)),
    );
    if (event !== undefined) return { mailbox, event };
  }
  throw new Error(`there is no meeting of ${names}`);
}

function halfAnHour(moment: string): { readonly start: number; readonly end: number } {
  const start = momentFrom(moment);
  return { start, end: start + 30 * minute };
}
