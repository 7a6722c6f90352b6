import { Hono } from 'hono';
import { z } from 'zod';
import type { WireActivity } from '../chat-log.ts';

/** Teams' buttons on a bot's offer of a file, as `/local/say` takes them. `name`: the file's. */
export const consentAction = z.looseObject({
  type: z.literal('fileUpload'),
  action: z.enum(['accept', 'decline']),
  name: z.string(),
});
export type ConsentAction = z.infer<typeof consentAction>;

const offer = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.card.file.consent'),
  name: z.string(),
  content: z.looseObject({ acceptContext: z.unknown(), declineContext: z.unknown() }),
});

/** The offer of a file in a message of the bot; null when there is none. */
export function offerIn({ attachments }: WireActivity): z.infer<typeof offer> | null {
  return offer.safeParse(Array.isArray(attachments) ? attachments[0] : undefined).data ?? null;
}

/** Everybody's OneDrive, as far as it takes files of a bot. What is in it is not kept between runs. */
export interface Drive {
  /** Takes and shows files, without a token: who knows an address may use it. */
  readonly app: Hono;
  /** What Teams tells the bot when somebody allows a file. `uploadUrl` takes the content once. */
  allow(name: string): Readonly<Record<string, string>>;
}

/** @param url where `app` is mounted, without a final slash */
export function createDrive(url: string): Drive {
  const awaited = new Set<string>();
  const files = new Map<string, string>();
  const app = new Hono();
  app.put('/:id/upload', async (c) => {
    const id = c.req.param('id');
    // As OneDrive does.
    if (c.req.header('authorization') !== undefined)
      return c.json({ error: { code: 'unauthenticated' } }, 401);
    const content = await c.req.text();
    const bytes = Buffer.byteLength(content);
    if (c.req.header('content-range') !== `bytes 0-${bytes - 1}/${bytes}`)
      return c.json({ error: { code: 'invalidRange' } }, 416);
    if (!awaited.delete(id)) return c.json({ error: { code: 'itemNotFound' } }, 404);
    files.set(id, content);
    return c.json({ id }, 201);
  });
  app.get('/:id', (c) => {
    const content = files.get(c.req.param('id'));
    return content === undefined ? c.notFound() : c.text(content);
  });
  return {
    app,
    allow(name) {
      const id = crypto.randomUUID();
      awaited.add(id);
      const fileType = name.split('.').at(-1) ?? '';
      return { contentUrl: `${url}/${id}`, name, uploadUrl: `${url}/${id}/upload`, uniqueId: id, fileType };
    },
  };
}
