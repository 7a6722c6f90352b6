import { tick as askForWork, tickForMessages } from '../../../core/clockwork/tick.ts';
import { messageCard } from '../../../bot/cards/message-card.ts';
import type { AdaptiveCard } from '../../../bot/cards/card.ts';
import { readingOf } from '../../../bot/cards/reading.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { type GraphEvent, idOf } from '../emulated-graph.ts';

import { wrongWith } from '../one-meeting-each.ts';
import { type GivenProduct, type TestProduct } from '../test-product.ts';
import type { Case, Expected } from './case-file.ts';
import { deeds, type Doing } from './deeds.ts';
import { type Beginning, facts } from './facts.ts';
import { momentFrom, momentPattern, momentText, spanText } from './moments.ts';
import { answerInWords, messageInWords, namesOf } from './plain-words.ts';
import { findSentence } from './sentences.ts';
import { seeButtons, startWorld, type World } from './world.ts';

/** Something that happened, or that somebody heard, for the story. */
interface Told {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly what: string;
  /** What the person read; null when it was no card. */
  readonly card: AdaptiveCard | null;
}

export interface Played {
  readonly now: Expected;
  readonly told: readonly Told[];
  /** What may never be, whatever the case expects. */
  readonly wrong: readonly string[];
}

const minute = 60_000;
const quarter = 15 * minute;
const tenMinutes = 10 * minute;
const signUp = momentFrom('Mon 7 Dec 08:00');

/** A deed of a case, and when it is done. */
interface Timed {
  readonly at: number;
  readonly text: string;
  readonly does: (doing: Doing) => Promise<void>;
}

/**
 * Plays a case: the clock ticks every quarter of an hour from `from` to the end, and ten minutes later for messages. Deeds of the same moment are done one
 * after the other, before the product goes on with its work.
 */
export async function playCase(
  start: (given: GivenProduct) => Promise<TestProduct>,
  { given, happens, from, until, calendars: moments }: Case,
): Promise<Played> {
  const { beginning, first } = begin(given);
  const world = await startWorld(start, beginning);
  const told: Told[] = [];
  const hears: Expected['hears'] = Object.fromEntries([...world.people.keys()].map((name) => [name, []]));
  const calendars: Expected['calendars'] = {};

  const hear = (at: number, person: string, said: string, card: AdaptiveCard) => {
    const words = withFirstNames(world, said);
    hears[person]?.push(`${momentText(at)} ${words}`);
    told.push({ at, what: `${person} hears: ${words}`, card });
  };
  const deliver = (at: number, from: number) => {
    for (const { reader, message, key } of world.product.sent.slice(from)) {
      const person = nameOf(world, reader.id);
      if ('pairing' in message) seeButtons(world, person, message.pairing);
      const words = messageInWords(message);
      hear(at, person, words, messageCard(message, key, readingOf({ ...reader, language: 'en' }, null)));
    }
  };
  const work = async (at: number, ask: ((ports: Ports) => Promise<void>) | null) => {
    const before = world.product.sent.length;
    await ask?.(world.ports);
    await workUntil(world, at + quarter);
    deliver(at, before);
  };

  for (const does of first) await does({ world, hear: () => undefined });
  await work(signUp, null);

  const todo = happens.map(timed);
  const begins = momentFrom(from);
  const end = momentFrom(until);
  const looks = Object.keys(moments).filter((moment) => moment !== 'in the end');
  const times = new Set([...todo.map(({ at }) => at), ...looks.map(momentFrom)]);
  for (let at = begins; at <= end; at += quarter) times.add(at).add(at + tenMinutes);
  for (const at of [...times].sort((a, b) => a - b)) {
    world.product.setClock(at);
    for (const { text, does } of todo.filter((deed) => deed.at === at)) {
      told.push({ at, what: text, card: null });
      await does({
        world,
        hear: (person, answer, card) => {
          hear(at, person, answerInWords(answer), card);
        },
      });
    }
    await work(at, null);
    if (at >= begins && at % quarter === 0) await work(at, askForWork);
    if (at >= begins && at % quarter === tenMinutes) await work(at, tickForMessages);
    if (looks.includes(momentText(at))) calendars[momentText(at)] = await calendarsOf(world);
  }
  calendars['in the end'] = await calendarsOf(world);

  const detail = await world.product.detail();
  const receipt = detail.receipt.flatMap(({ id, reason }) =>
    reason === null ? [] : [[nameOf(world, id), reason] as const],
  );
  return {
    now: { hears, calendars, 'nobody to meet': Object.fromEntries(receipt) },
    told,
    wrong: wrongWith(
      detail,
      await world.product.graph.events(),
      (id) => world.person(nameOf(world, id)).mail,
    ),
  };
}

/**
 * Does the work on the queue that is delivered before an instant (epoch milliseconds). What fails five times is given up until
 * the next tick, as in Azure Functions.
 */
async function workUntil({ product, ports }: World, end: number): Promise<void> {
  for (let failures = 0; failures < 5; failures += 1) {
    try {
      while (product.queue.some(({ from }) => from < end)) await product.workOnce(() => ports);
      return;
    } catch {
      // Tried again, or given up.
    }
  }
  product.queue.splice(0);
}

/** Reads what a case begins with: facts, and deeds that are done after everybody has joined. */
function begin(given: readonly string[]) {
  const beginning: Beginning = {
    people: new Map(),
    joined: [],
    met: [],
    before: [],
    scheme: {},
    mailboxes: 1,
  };
  const first: ((doing: Doing) => Promise<void>)[] = [];
  for (const text of given) {
    const fact = findSentence(facts, text);
    if (fact !== null) void fact(beginning);
    else first.push(deedOf(text));
  }
  return { beginning, first };
}

function timed(text: string): Timed {
  const [, moment = '', deed = ''] = new RegExp(`^(${momentPattern}) (.+)$`).exec(text) ?? [];
  if (moment === '') throw new Error(`"${text}" does not begin with a moment such as "Thu 10 Dec 10:30"`);
  return { at: momentFrom(moment), text: deed, does: deedOf(deed) };
}

function deedOf(text: string): (doing: Doing) => Promise<void> {
  const found = findSentence(deeds, text);
  if (found !== null) return found;
  const known = [...facts, ...deeds].map(({ says }) => `  ${says}`).join('\n');
  throw new Error(`"${text}" is none of the sentences that cases know:\n${known}`);
}

function nameOf({ people }: World, id: string): string {
  const found = [...people].find(([, person]) => idOf(person) === id);
  if (found === undefined) throw new Error(`nobody has the id ${id}`);
  return found[0];
}

/** People are called by the name that the case gives them. */
function withFirstNames({ people }: World, words: string): string {
  return [...people].reduce((said, [first, { name }]) => said.replaceAll(name, first), words);
}

/** The meetings in each person's calendar, oldest first. */
async function calendarsOf({ people, outlook, product: { graph } }: World): Promise<Record<string, string>> {
  const byMail = new Map([...people].map(([name, { mail }]) => [mail, { name }]));
  const meetings = async (name: string, mail: string) => {
    if (graph.graph.calendarText(mail) === null) return 'no mailbox';
    const events = (await outlook.calendar({ mail })).filter(({ attendees }) => attendees.length > 0);
    const those = events.map(({ start, end, attendees }) => {
      const others = attendees.flatMap(({ emailAddress }) => byMail.get(emailAddress.address) ?? []);
      const partners = others.filter((other) => other.name !== name);
      return `with ${namesOf(partners)} on ${spanText(instantOf(start), instantOf(end))}`;
    });
    return those.join('; ') || 'no meeting';
  };
  const entries = [...people].map(async ([name, { mail }]) => [name, await meetings(name, mail)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

function instantOf({ dateTime }: GraphEvent['start']): number {
  return Date.parse(`${dateTime.slice(0, 19)}Z`);
}
