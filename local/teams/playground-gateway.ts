import { Hono } from 'hono';
import { z } from 'zod';
import type { WireActivity } from './chat-log.ts';
import { playgroundChat } from './playground-config.ts';
import type { Member } from './roster.ts';
import type { Teams } from './teams.ts';

const incoming = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  serviceUrl: z.url(),
  from: z.looseObject({ aadObjectId: z.string().optional() }),
  conversation: z.looseObject({ id: z.string() }),
});

/**
 * Connects Microsoft's playground to our Teams as another client. What its user does goes to the bot signed, in our
 * chat and with our service URL. What the bot sends to that person is kept by our connector like any other message,
 * and is shown on the playground too.
 */
export function playgroundGateway(teams: Teams, me: Member, connectorUrl: () => string): Hono {
  const app = new Hono();

  app.post('/local/playground/messages', async (c) => {
    const read = incoming.safeParse(await c.req.json().catch(() => undefined));
    if (!read.success) return c.json({ error: { message: 'Expected an activity of the playground.' } }, 400);
    const activity = read.data;
    if (activity.conversation.id !== playgroundChat || activity.from.aadObjectId !== me.employee.oid) {
      return c.json({ error: { message: 'Only the personal chat of the current user is connected.' } }, 404);
    }
    // Opening the playground shows the chat with the bot, so it counts as adding the app.
    if (!teams.isInstalled(me.employee.oid)) await teams.client.install(me);
    const { status, response } = await teams.client.relay(me, activity);
    return response === undefined ? c.body(null, status as 200) : c.json(response, status as 200);
  });

  teams.showOn(async (member, activity) => {
    if (member !== me) return;
    await forward(`${connectorUrl()}/v3/conversations/${playgroundChat}/activities`, {
      ...activity,
      conversation: { id: playgroundChat },
      serviceUrl: connectorUrl(),
    });
  });
  return app;
}

/** The message is kept already. A playground that was closed or restarted just does not show it. */
async function forward(url: string, activity: WireActivity): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  }).catch(() => null);
  if (response !== null && !response.ok) {
    console.error(`The playground did not show a message: it answered ${response.status}.`);
  }
}
