import { randomInt } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { workQueue } from '../adapters/queues/work-queue.ts';
import { peopleTables } from '../adapters/tables/people-tables.ts';
import type { BotRequest, BotResponse } from '../bot/bot.ts';
import { longestHold } from '../core/mailbox/limits.ts';
import type { Ports } from '../core/ports/ports.ts';
import type { Probes } from '../core/ports/probes.ts';
import type { AnswerWork } from '../core/records/work.ts';
import type { Config } from './config.ts';
import { blobsLater, graphPortsLater, poisonQueuesLater, roundTablesLater } from './later-ports.ts';
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
      teamsApp: config.TEAMS_APP_ID ?? null,
      log,
    });
  });
  const known = {
    storage: {
      ...peopleTables(neighbours.table, log),
      ...roundTablesLater(neighbours),
      ...blobsLater(neighbours),
    },
    now,
    organisers: config.ORGANISER_MAILBOXES,
    lease: neighbours.lease ?? longestHold,
    support: config.SUPPORT_CONTACT,
    host: config.WEBSITE_HOSTNAME ?? null,
    bot: config.APP_ID,
    teamsApp: config.TEAMS_APP_ID ?? null,
    wait,
    log,
  };
  const ports: Ports = {
    ...known,
    ...graphPortsLater(config, graphToken, known),
    queue: workQueue(neighbours.queue),
    poison: poisonQueuesLater(neighbours),
    messenger: {
      send: async (...message) => (await bot()).messenger.send(...message),
      update: async (...message) => (await bot()).messenger.update(...message),
    },
    seed: neighbours.seed ?? (() => randomInt(2 ** 31)),
  };
  const patient = once(async () => {
    const { conversationOperations } = await import('../core/conversation/operations.ts');
    return conversationOperations(ports);
  });
  const impatient = once(async () => {
    const [{ conversationOperations }, { conversationPorts }, { createGraph }] = await Promise.all([
      import('../core/conversation/operations.ts'),
      import('./conversation-ports.ts'),
      import('../adapters/graph/client.ts'),
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
