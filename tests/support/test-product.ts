import { graphCalendars } from '../../adapters/graph/calendars.ts';
import { graphChats } from '../../adapters/graph/chats.ts';
import { createGraph } from '../../adapters/graph/client.ts';
import { graphDirectory } from '../../adapters/graph/directory.ts';
import { graphInstaller } from '../../adapters/graph/installer.ts';
import { graphMeetings } from '../../adapters/graph/meetings.ts';
import { graphPhotos } from '../../adapters/graph/photos.ts';
import { doAct } from '../../core/acts/do-act.ts';
import { bookPairings } from '../../core/booking/book-pairings.ts';
import { doStep } from '../../core/clockwork/do-step.ts';
import { tick } from '../../core/clockwork/tick.ts';
import type { Caller } from '../../core/enrolment/caller.ts';
import { join } from '../../core/enrolment/join.ts';
import { remember } from '../../core/enrolment/reach.ts';
import { readAtMailbox } from '../../core/mailbox/with-mailbox.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { objectId } from '../../core/records/person.ts';
import { defaultScheme, type Scheme } from '../../core/records/scheme.ts';
import type { Work } from '../../core/records/work.ts';
import { tellPeople } from '../../core/telling/tell-people.ts';
import type { RoundDetail } from '../../core/api/rounds.ts';
import { readRound } from '../../core/views/rounds.ts';
import type { Message, Reader } from '../../core/words/message.ts';
import type { Employee } from '../../local/organisation/employee.ts';
import { type GivenGraph, idOf, type ServedGraph, serveGraph, tenant } from './emulated-graph.ts';
import { memoryStorage } from './memory-storage.ts';
import type { Spoil } from './oddities.ts';
import { december } from './records.ts';

export { december };

const botAppId = '22222222-2222-4222-8222-222222222222';

const catalogId = '33333333-3333-4333-8333-333333333333';

export interface Sent {
  readonly to: string;
  readonly reader: Reader;
  readonly message: Message;
  readonly key: string;
}

interface Waiting {
  readonly work: Work;
  /** When it is delivered, in epoch milliseconds. */
  readonly from: number;
}

export interface TestProduct {
  /** Storage and a queue in memory, the emulated Graph over HTTP, a recording messenger. */
  readonly ports: Ports;
  readonly graph: ServedGraph;
  /** The messages that the product sent on its own initiative, oldest first. They are in the people's chats too. */
  readonly sent: readonly Sent[];
  readonly queue: Waiting[];
  /** @param instant ISO 8601, or epoch milliseconds */
  setClock(instant: string | number): void;
  /** Each person adds the app and joins. */
  signUp(...people: readonly Employee[]): Promise<void>;
  /** One tick of the clock, and all the work that follows from it. */
  tick(ports?: Ports): Promise<void>;
  /** The same at an instant: ISO 8601, or epoch milliseconds. */
  tickAt(instant: string | number, ports?: Ports): Promise<void>;
  /**
   * Does the work on the queue, one after another, and moves the clock on for delayed work. Failed work goes back to the
   * queue, as in Azure Functions, and the failure is thrown.
   */
  work(ports?: Ports): Promise<void>;
  /** Does the next piece of that work, with the ports that are given for it; false when there is none. */
  workOnce(portsFor: (work: Work) => Ports): Promise<boolean>;
  /** Makes stored records unreadable. */
  readonly spoil: Spoil;
  /** All that storage and the queue hold, one text for each record. */
  texts(): string[];
  /** The coordinator's view of the round. */
  detail(): Promise<RoundDetail>;
}

export interface GivenProduct extends Omit<GivenGraph, 'now' | 'chats'> {
  /** ISO 8601 instant; by default Monday 7 December 2026, 08:00 UTC, before December's pairing. */
  readonly now?: string;
  /** Adds the app for somebody, in place of Teams; gives false when they have it. */
  readonly install?: (oid: string) => Promise<boolean>;
  /** What differs from the default scheme; null: nobody has made a scheme yet. */
  readonly scheme?: Partial<Scheme> | null;
}

/**
 * Products for the tests of a `describe`. Each test's are ended after it.
 * @param afterwards is given what ends the products; by default it is mocha's
 */
export function useProduct(
  afterwards: (end: () => Promise<void>) => void = afterEach,
): (given: GivenProduct) => Promise<TestProduct> {
  const graphs: ServedGraph[] = [];
  afterwards(async () => {
    for (const graph of graphs.splice(0)) await graph.close();
  });

  return async ({ now = '2026-12-07T08:00:00Z', scheme = {}, install, ...given }) => {
    let clock = Date.parse(now);
    const sent: Sent[] = [];
    const queue: Waiting[] = [];
    const graph = await serveGraph({
      ...given,
      now: () => clock,
      chats: { messages: chatOf(sent) },
      ...(install && { apps: { id: catalogId, install } }),
    });
    graphs.push(graph);
    const wait = async (milliseconds: number) => {
      clock += milliseconds;
    };
    const client = createGraph(
      graph.url,
      async () => 'app',
      wait,
      () => clock,
    );
    const storage = memoryStorage();
    const atMailboxes = {
      storage,
      organisers: graph.organisers,
      now: () => clock,
      lease: 120_000,
      wait,
      log: () => undefined,
    };
    const ports: Ports = {
      ...atMailboxes,
      support: 'help@contoso.example',
      host: 'coffee.contoso.example',
      bot: botAppId,
      teamsApp: catalogId,
      queue: {
        put: async (work, delay = 0) => {
          queue.push(...work.map((item) => ({ work: item, from: clock + delay * 1000 })));
        },
      },
      poison: {
        counts: async () => [],
        list: async () => [],
        retry: async () => 0,
        remove: async () => 0,
      },
      directory: graphDirectory(client, tenant),
      calendars: graphCalendars(client, graph.organisers, (mailboxes, requests, read) =>
        readAtMailbox(atMailboxes, mailboxes, requests, read),
      ),
      meetings: graphMeetings(client),
      messenger: {
        send: async (to, reader, message, key) => {
          sent.push({ to, reader, message, key });
          return { kind: 'sent', activityId: `m${sent.length}` };
        },
        update: async () => undefined,
      },
      chats: graphChats(client, botAppId),
      installer: graphInstaller(client, catalogId),
      photos: graphPhotos(client, () => undefined),
      seed: () => 7,
    };

    if (scheme !== null) await ports.storage.schemes.insert({ ...defaultScheme(clock), ...scheme });
    const product: TestProduct = {
      ports,
      graph,
      sent,
      queue,
      spoil: storage.spoil,
      texts: () => [...storage.texts(), ...queue.map(({ work }) => `queue ${JSON.stringify(work)}`)],
      setClock(instant) {
        clock = new Date(instant).getTime();
      },
      async signUp(...people) {
        for (const person of people) {
          await remember(ports, callerOf(person), `chat of ${person.name}`);
          await join(ports, callerOf(person), null);
        }
      },
      async tick(mine = ports) {
        await tick(mine);
        await product.work(mine);
      },
      async tickAt(instant, mine) {
        product.setClock(instant);
        await product.tick(mine);
      },
      async work(mine = ports) {
        while (await product.workOnce(() => mine));
      },
      async workOnce(portsFor) {
        const next = take(queue);
        if (next === undefined) return false;
        clock = Math.max(clock, next.from);
        try {
          await carryOut(portsFor(next.work), next.work);
        } catch (error) {
          queue.push(next);
          throw error;
        }
        return true;
      },
      async detail() {
        const detail = await readRound(ports, december.scheme, december.round);
        if (detail === null) throw new Error('there is no round');
        return detail;
      },
    };
    return product;
  };
}

/** A person as the sender of an activity. */
export function callerOf(person: Employee): Caller {
  return { id: idOf(person), name: person.name, language: 'en-GB', zone: 'Europe/London' };
}

function carryOut(ports: Ports, work: Work): Promise<void> {
  if (work.kind === 'send') return bookPairings(ports, work);
  if (work.kind === 'tell') return tellPeople(ports, work);
  if (work.kind === 'answer') throw new Error('the bot does that');
  if (work.kind === 'act') return doAct(ports, work);
  return doStep(ports, work);
}

/** The work that is delivered first; of several, the one that was put first. */
function take(queue: Waiting[]): Waiting | undefined {
  const soonest = Math.min(...queue.map(({ from }) => from));
  const index = queue.findIndex(({ from }) => from === soonest);
  return index < 0 ? undefined : queue.splice(index, 1)[0];
}

/** Everybody's chat with the bot, for the emulated Graph. */
function chatOf(sent: readonly Sent[]) {
  return (oid: string) =>
    sent.flatMap(({ reader, key }, i) =>
      objectId(reader.id) === oid
        ? [
            {
              id: `m${i + 1}`,
              at: i,
              from: { kind: 'bot' as const, id: botAppId, name: 'UnMentoring' },
              text: '',
              attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { key } }],
            },
          ]
        : [],
    );
}
