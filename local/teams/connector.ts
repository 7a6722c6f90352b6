import { Hono } from 'hono';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { botAccount } from './activities.ts';
import type { Channel } from './activities.ts';
import type { ChatLog, WireActivity } from './chat-log.ts';
import type { Drive } from './drive/drive.ts';
import type { RateLimit } from './rate-limits.ts';
import type { Member, Roster } from './roster.ts';

export interface ConnectorOptions {
  readonly channel: Channel;
  readonly roster: Roster;
  readonly log: ChatLog;
  readonly drive: Drive;
  readonly now: () => number;
  readonly verify: (token: string) => Promise<boolean>;
  readonly limit: RateLimit | null;
  /** Called with each message after it was kept in the chat. */
  readonly taken: (member: Member, activity: WireActivity, id: string) => Promise<void>;
}

/** The largest message in bytes. Teams documents 28 KB. */
const mostBytes = 28 * 1024;

const activitySchema = z.looseObject({ type: z.string().min(1) });
const createSchema = z.looseObject({ members: z.array(z.looseObject({ id: z.string() })).length(1) });

/** The Bot Connector's REST API for personal chats. */
export function connectorApp(options: ConnectorOptions): Hono {
  const { channel, roster, log, now } = options;
  const app = new Hono();
  app.route('/drive', options.drive.app);

  app.use(async (c, next) => {
    const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (token === undefined || !(await options.verify(token))) {
      return refuse(c, 401, 'Unauthorized', 'Authorization has been denied for this request.');
    }
    return next();
  });

  app.post('/v3/conversations', async (c) => {
    const body = createSchema.safeParse(await json(c));
    if (!body.success) return refuse(c, 400, 'BadSyntax', 'Expected exactly one member.');
    const member = body.data.members.map(({ id }) => roster.byAccount(id) ?? roster.byOid(id))[0] ?? null;
    if (member === null) return refuse(c, 404, 'NotFound', 'No such user.');
    if (!log.isInstalled(member.employee.oid)) {
      return refuse(c, 403, 'ForbiddenOperationException', 'The bot is not installed in the personal scope.');
    }
    return c.json({ id: member.conversation }, 201);
  });

  const post = async (c: Context): Promise<Response> => {
    const read = await receive(c, options);
    if (read instanceof Response) return read;
    const { member, activity } = read;
    const wait = options.limit?.(member.conversation) ?? null;
    if (wait !== null) {
      c.header('Retry-After', String(wait));
      return refuse(c, 429, 'TooManyRequests', 'API calls quota exceeded.');
    }
    const id = crypto.randomUUID();
    // Only messages are kept. Typing indicators and the like are not.
    if (activity.type === 'message') {
      log.add({ id, oid: member.employee.oid, from: 'bot', at: now(), activity });
      await options.taken(member, activity, id);
    }
    return c.json({ id }, 201);
  };
  app.post('/v3/conversations/:conversation/activities', post);
  app.post('/v3/conversations/:conversation/activities/:activity', post);

  app.put('/v3/conversations/:conversation/activities/:activity', async (c) => {
    const read = await receive(c, options);
    if (read instanceof Response) return read;
    const id = c.req.param('activity');
    return log.update(read.member.employee.oid, id, read.activity, now())
      ? c.json({ id })
      : refuse(c, 404, 'ActivityNotFoundInConversation', 'No such activity.');
  });

  app.delete('/v3/conversations/:conversation/activities/:activity', (c) => {
    const member = chatOf(c, options);
    if (member instanceof Response) return member;
    return log.remove(member.employee.oid, c.req.param('activity'), now())
      ? c.json({})
      : refuse(c, 404, 'ActivityNotFoundInConversation', 'No such activity.');
  });

  app.get('/v3/conversations/:conversation/members', (c) => {
    const member = chatOf(c, options);
    return member instanceof Response ? member : c.json([account(member, channel)]);
  });
  app.get('/v3/conversations/:conversation/pagedmembers', (c) => {
    const member = chatOf(c, options);
    return member instanceof Response ? member : c.json({ members: [account(member, channel)] });
  });
  app.get('/v3/conversations/:conversation/members/:member', (c) => {
    const member = chatOf(c, options);
    if (member instanceof Response) return member;
    const wanted = c.req.param('member');
    if (wanted === botAccount(channel).id) return c.json(botAccount(channel));
    return wanted === member.account || wanted === member.employee.oid
      ? c.json(account(member, channel))
      : refuse(c, 404, 'MemberNotFoundInConversation', 'No such member.');
  });
  return app;
}

/** The chat that a request is about, if it may be written to; else a refusal. */
function chatOf(c: Context, { roster, log }: ConnectorOptions): Member | Response {
  const member = roster.byConversation(c.req.param('conversation') ?? '');
  if (member === null) return refuse(c, 404, 'ConversationNotFound', 'Conversation not found.');
  if (!log.isInstalled(member.employee.oid)) {
    return refuse(c, 403, 'MessageWritesBlocked', 'The user has blocked or removed the bot.');
  }
  return member;
}

async function receive(
  c: Context,
  options: ConnectorOptions,
): Promise<{ member: Member; activity: WireActivity & { type: string } } | Response> {
  const text = await c.req.text();
  if (Buffer.byteLength(text) > mostBytes) {
    return refuse(c, 413, 'MessageSizeTooBig', `A message may have ${mostBytes} bytes.`);
  }
  const activity = activitySchema.safeParse(parsed(text));
  if (!activity.success) return refuse(c, 400, 'BadSyntax', 'Expected an activity with a type.');
  const member = chatOf(c, options);
  return member instanceof Response ? member : { member, activity: activity.data };
}

async function json(c: Context): Promise<unknown> {
  return parsed(await c.req.text());
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function account({ employee, account: id }: Member, { tenant }: Channel): object {
  return {
    id,
    name: employee.name,
    objectId: employee.oid,
    email: employee.mail,
    userPrincipalName: employee.mail,
    tenantId: tenant,
    userRole: 'user',
  };
}

/** A refusal in the Bot Connector's form. */
function refuse(c: Context, status: ContentfulStatusCode, code: string, message: string): Response {
  return c.json({ error: { code, message } }, status);
}
