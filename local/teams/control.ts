import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import type { ChatLog, Entry, WireActivity } from './chat-log.ts';
import type { Client, Done } from './client.ts';
import { keyOf } from './message-key.ts';
import type { Member, Roster } from './roster.ts';

export interface ControlOptions {
  readonly roster: Roster;
  readonly log: ChatLog;
  readonly client: Client;
}

const sayBody = z.union([
  z.strictObject({ text: z.string().refine((text) => text.trim() !== '') }),
  z.strictObject({ action: z.record(z.string(), z.unknown()) }),
]);

/** Routes by which scripts and the start page act for people in Teams, and read their chats. */
export function controlApp({ roster, log, client }: ControlOptions): Hono {
  const app = new Hono();

  app.get('/local/inbox', (c) => {
    const member = memberOf(c, roster);
    if (member instanceof Response) return member;
    return c.json(
      log
        .entries(member.employee.oid)
        .filter(({ from }) => from === 'bot')
        .map(shown),
    );
  });

  app.post('/local/install', async (c) => {
    const member = memberOf(c, roster);
    return member instanceof Response ? member : answer(c, await attempt(client.install(member)));
  });

  app.post('/local/uninstall', async (c) => {
    const member = memberOf(c, roster);
    if (member instanceof Response) return member;
    if (!log.isInstalled(member.employee.oid)) return notInstalled(c, member);
    return answer(c, await attempt(client.uninstall(member)));
  });

  app.post('/local/say', async (c) => {
    const member = memberOf(c, roster);
    if (member instanceof Response) return member;
    const body = sayBody.safeParse(await json(c));
    if (!body.success) {
      return problem(
        c,
        400,
        'The body is not what can be said; expected JSON, either {"text": "…"} or {"action": {…}}.',
      );
    }
    if (!log.isInstalled(member.employee.oid)) return notInstalled(c, member);
    const said =
      'text' in body.data ? client.say(member, body.data.text) : client.press(member, body.data.action);
    return answer(c, await attempt(said));
  });
  return app;
}

function memberOf(c: Context, roster: Roster): Member | Response {
  const mail = c.req.query('user');
  if (mail === undefined || mail.trim() === '') {
    return problem(c, 400, 'Whose? Expected ?user=MAIL with the mail address of a person.');
  }
  return roster.byMail(mail) ?? problem(c, 404, `Nobody in the directory has the mail address "${mail}".`);
}

function notInstalled(c: Context, { employee }: Member): Response {
  const where = `/local/install?user=${encodeURIComponent(employee.mail)}`;
  return problem(c, 409, `${employee.mail} has not added the app in Teams; add the app first: POST ${where}`);
}

/** The outcome, or a sentence that says why the bot could not be reached. */
async function attempt(doing: Promise<Done>): Promise<Done | string> {
  try {
    return await doing;
  } catch (error) {
    return `The bot could not be reached: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function answer(c: Context, done: Done | string): Response {
  if (typeof done === 'string') return problem(c, 502, done);
  if (done.status >= 400) return problem(c, 502, `The bot answered ${done.status}.`);
  return c.json({ replies: done.replies.map(shown), ...('response' in done && { response: done.response }) });
}

/** A message of the bot, as the inbox shows it. */
function shown({ at, activity }: Entry): { at: string; key: string | null; activity: WireActivity } {
  return { at: new Date(at).toISOString(), key: keyOf(activity), activity };
}

async function json(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}

function problem(c: Context, status: 400 | 404 | 409 | 502, message: string): Response {
  return c.json({ error: { message } }, status);
}
