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
 * Lets Microsoft's playground in as one more client of our Teams, both ways. What its current user does reaches the bot
 * signed, in our chat and with our service URL; what the bot sends that person passes our connector, is kept like any
 * other message, and is shown on the playground as well.
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
    // Who opens the playground has the bot before them already: that is adding the app.
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

/** The chat's record stands already: a playground that was closed or restarted only misses the picture of it. */
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
