import { randomInt } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { blobStorage } from '../adapters/blobs/storage.ts';
import { graphCalendars } from '../adapters/graph/calendars.ts';
import { graphChats } from '../adapters/graph/chats.ts';
import { createGraph } from '../adapters/graph/client.ts';
import { graphDirectory } from '../adapters/graph/directory.ts';
import { graphMeetings } from '../adapters/graph/meetings.ts';
import { poisonQueues } from '../adapters/queues/poison-queues.ts';
import { workQueue } from '../adapters/queues/work-queue.ts';
import { tableStorage } from '../adapters/tables/storage.ts';
import type { BotRequest, BotResponse } from '../bot/bot.ts';
import { longestHold } from '../core/mailbox/limits.ts';
import { readAtMailbox } from '../core/mailbox/with-mailbox.ts';
import type { Ports } from '../core/ports/ports.ts';
import type { Probes } from '../core/ports/probes.ts';
import type { AnswerWork } from '../core/records/work.ts';
import type { Config } from './config.ts';
import type { Neighbours } from './neighbours.ts';
import { once } from './once.ts';
import { tabUsers, type TabUsers } from './identity/tab-user.ts';

export interface Product {
  readonly ports: Ports;
  /** What a self-check asks of the neighbours. */
  readonly probes: () => Promise<Probes>;
  /** Answers a request of the Bot Framework. */
  readonly converse: (request: BotRequest) => Promise<BotResponse>;
  /** Does what somebody asked for in the chat and could not be done at once. */
  readonly answerLater: (work: AnswerWork) => Promise<void>;
  readonly tabUser: TabUsers;
}

/** Wires the whole product by hand. */
export function compose(config: Config, neighbours: Neighbours): Product {
  const { token, log } = neighbours;
  const wait = neighbours.wait ?? ((milliseconds: number): Promise<void> => after(milliseconds));
  const now = neighbours.now ?? Date.now;
  const graphToken = () => token(config.GRAPH_RESOURCE);
  const graph = createGraph(config.GRAPH_URL, graphToken, wait, now);
  // botbuilder takes longer to load than all the rest: nothing but a message, in or out, waits for it.
  const bot = once(async () => {
    const { createBot } = await import('../bot/bot.ts');
    return createBot({
      appId: config.APP_ID,
      tenants: [config.TENANT_ID],
      authentication: {
        issuer: config.BOT_TOKEN_ISSUER,
        openIdMetadata: config.BOT_OPENID_METADATA_URL,
        scope: config.BOT_RESOURCE,
      },
      token: () => token(config.BOT_RESOURCE),
      log,
    });
  });
  const storage = { ...tableStorage(neighbours.table, log), ...blobStorage(neighbours.blobs, log) };
  const lease = neighbours.lease ?? longestHold;
  const organisers = config.ORGANISER_MAILBOXES;
  const ports: Ports = {
    storage,
    queue: workQueue(neighbours.queue),
    poison: poisonQueues(neighbours.queue),
    directory: graphDirectory(graph, config.TENANT_ID),
    calendars: graphCalendars(graph, organisers, (mailboxes, requests, read) =>
      readAtMailbox({ storage, now, lease, wait, log, organisers }, mailboxes, requests, read),
    ),
    meetings: graphMeetings(graph),
    messenger: { send: async (...message) => (await bot()).messenger.send(...message) },
    chats: graphChats(graph, config.APP_ID),
    now,
    seed: neighbours.seed ?? (() => randomInt(2 ** 31)),
    organisers,
    lease,
    wait,
    log,
  };
  const patient = once(async () => {
    const { conversationOperations } = await import('../core/conversation/operations.ts');
    return conversationOperations(ports);
  });
  const impatient = once(async () => {
    const [{ conversationOperations }, { conversationPorts }] = await Promise.all([
      import('../core/conversation/operations.ts'),
      import('./conversation-ports.ts'),
    ]);
    return conversationOperations(
      conversationPorts(ports, config.TENANT_ID, neighbours, (waitUntil, signal) =>
        createGraph(config.GRAPH_URL, graphToken, waitUntil, now, signal),
      ),
    );
  });

  return {
    ports,
    converse: async (request) => {
      const [loaded, known] = await Promise.all([bot(), impatient()]);
      return loaded.handle(request, known);
    },
    answerLater: async (work) => {
      const [loaded, known] = await Promise.all([bot(), patient()]);
      await loaded.answerLater(work, known);
    },
    probes: async () => {
      const { probesOf } = await import('./probes-of.ts');
      return probesOf(config, neighbours, now);
    },
    tabUser: tabUsers({
      tenantId: config.TENANT_ID,
      appId: config.APP_ID,
      issuer: config.TOKEN_ISSUER,
      keysUrl: config.TOKEN_KEYS_URL,
    }),
  };
}
