import { app as functions, HttpRequest, HttpResponse, InvocationContext } from '@azure/functions';
import { Hono } from 'hono';
import sinon from 'sinon';
import { createBot } from '../../../bot/bot.ts';
import { tick } from '../../../core/clockwork/tick.ts';
import {
  conversationOperations,
  type ConversationOperations,
} from '../../../core/conversation/operations.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import { Unavailable } from '../../../core/shared/unavailable.ts';
import { registerMessages } from '../../../functions/http/messages.ts';
import type { Product } from '../../../functions/compose.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { createTeams, type Teams } from '../../../local/teams/teams.ts';
import { tenant } from '../emulated-graph.ts';
import { appId, sharedIdentity } from '../identity.ts';
import { serving } from '../serving.ts';
import type { GivenProduct, TestProduct } from '../test-product.ts';

/** The id of the only channel or group chat. */
export const groupConversation = '19:coffee@thread.tacv2';

type Neighbour = 'graph' | 'storage' | 'onedrive';

/** The product with its bot behind `POST /api/messages`, and Teams' connector on the other side. */
export interface ChatWorld {
  readonly product: TestProduct;
  readonly teams: Teams;
  /** Milliseconds of the product's clock. */
  now(): number;
  /** Moves the clock to an instant: the product ticks every hour on the way, and does the work that follows. */
  passTo(instant: number): Promise<void>;
  /** Does the work that is due. */
  work(): Promise<void>;
  /** Posts an activity as the Bot Connector does. */
  deliver(activity: unknown): Promise<void>;
  /** What the bot wrote in channels and group chats, oldest first. */
  readonly inGroups: string[];
  /** The neighbours that do not answer at the moment. */
  readonly down: Set<Neighbour>;
  /** What the bot asks of core. */
  readonly operations: ConversationOperations;
  /** The kinds of commands that the bot carried out. */
  readonly carriedOut: Set<string>;
  close(): Promise<void>;
}

const hour = 60 * 60_000;

/** @param start makes a product; it is ended by its maker */
export async function startChatWorld(
  start: (given: GivenProduct) => Promise<TestProduct>,
  employees: readonly Employee[],
): Promise<ChatWorld> {
  const product = await start({ employees });
  const identity = await sharedIdentity();
  const down = new Set<Neighbour>();
  const carriedOut = new Set<string>();
  const inGroups: string[] = [];
  const { now } = product.ports;

  const bot = createBot({
    appId,
    tenants: [tenant],
    authentication: identity.botFramework,
    token: async () => (await identity.appToken(identity.botFramework.scope)) ?? '',
    teamsApp: product.ports.teamsApp,
    log: () => undefined,
    now,
  });
  const { storage, directory, calendars, meetings, chats } = product.ports;
  const ports: Ports = {
    ...product.ports,
    storage: failing(storage, 'storage', down),
    directory: failing(directory, 'graph', down),
    calendars: failing(calendars, 'graph', down),
    meetings: failing(meetings, 'graph', down),
    chats: failing(chats, 'graph', down),
    messenger: bot.messenger,
  };
  const operations = noting(conversationOperations(ports), carriedOut);

  const app = new Hono();
  const server = await serving(app);
  const serviceUrl = `${server.url}/connector`;
  const post = async (activity: unknown, token: string) => {
    const answer = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify(activity),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`/api/messages answered ${answer.status}: ${text}`);
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  const teams = createTeams({
    ...{ dir: null, employees, tenant, appId, serviceUrl, now },
    deliver: post,
    channelToken: (service) => identity.channelToken(service),
    verifyConnectorToken: (token) => identity.verifyConnector(token),
  });
  const messages = messagesFunction({ converse: (request) => bot.handle(request, operations) });
  app.post('/api/messages', (c) => messages(c.req.raw));
  app.use('/connector/v3/conversations/*', async (c, next) => {
    if (!decodeURIComponent(c.req.path).includes(`/${groupConversation}/`)) return next();
    const token = c.req.header('authorization')?.replace('Bearer ', '') ?? '';
    if (!(await identity.verifyConnector(token))) return c.json({}, 401);
    const { type, text } = await c.req.json<{ type: string; text?: string }>();
    if (type === 'message') inGroups.push(text ?? '');
    return c.json({ id: `${inGroups.length}` }, 201);
  });
  app.use('/connector/drive/*', (c, next) =>
    down.has('onedrive') ? Promise.resolve(c.body(null, 503)) : next(),
  );
  app.route('/connector', teams.connector);

  /** Whether something could be done. Without a neighbour it may fail, and is tried again the next time. */
  const unlessDown = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act();
      return true;
    } catch (error) {
      if (down.size === 0) throw error;
      return false;
    }
  };
  const workUntil = async (instant: number): Promise<void> => {
    for (;;) {
      const soonest = Math.min(...product.queue.map(({ from }) => from));
      if (soonest > instant) return;
      const index = product.queue.findIndex(({ from }) => from === soonest);
      const work = product.queue[index]?.work;
      if (work?.kind === 'answer') {
        product.queue.splice(index, 1);
        product.setClock(Math.max(now(), soonest));
        await bot.answerLater(work, operations);
      } else if (!(await unlessDown(() => product.workOnce(() => ports)))) return;
    }
  };
  return {
    product,
    teams,
    now,
    inGroups,
    down,
    operations,
    carriedOut,
    work: () => workUntil(now()),
    deliver: async (activity) => {
      await post(activity, await identity.channelToken(serviceUrl));
    },
    async passTo(instant) {
      for (let at = now() - (now() % hour) + hour; at <= instant; at += hour) {
        await workUntil(at);
        product.setClock(Math.max(at, now()));
        await unlessDown(() => tick(ports));
        await workUntil(at);
      }
      await workUntil(instant);
      product.setClock(Math.max(instant, now()));
    },
    close: () => server.close(),
  };
}

/** The function behind `POST /api/messages`, called as Azure Functions calls it. */
function messagesFunction(product: Pick<Product, 'converse'>): (request: Request) => Promise<Response> {
  const registered = sinon.stub(functions, 'http');
  registerMessages(() => Promise.resolve(product));
  const { handler } = registered.firstCall.args[1];
  registered.restore();
  return async (request) => {
    const headers = Object.fromEntries(request.headers);
    const asked = new HttpRequest({
      method: 'POST',
      url: request.url,
      headers,
      body: { string: await request.text() },
    });
    const answer = new HttpResponse(await handler(asked, new InvocationContext()));
    return new Response(await answer.text(), { status: answer.status, headers: [...answer.headers] });
  };
}

/** A port that throws as long as its neighbour is down. */
function failing<Port extends object>(
  port: Port,
  neighbour: 'graph' | 'storage',
  down: ReadonlySet<Neighbour>,
): Port {
  return new Proxy(port, {
    get(target, name, receiver): unknown {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value === 'object' && value !== null) return failing(value, neighbour, down);
      if (typeof value !== 'function' || !down.has(neighbour)) return value;
      return () => {
        throw new Unavailable(neighbour, 'no answer');
      };
    },
  });
}

/** The operations, which note the kind of every command that was carried out or put off. */
function noting(operations: ConversationOperations, kinds: Set<string>): ConversationOperations {
  return {
    ...operations,
    overtake(caller, kind) {
      kinds.add(kind);
      return operations.overtake(caller, kind);
    },
    postpone(caller, act) {
      kinds.add(act.kind);
      return operations.postpone(caller, act);
    },
  };
}
