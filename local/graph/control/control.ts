import { Hono } from 'hono';
import { z } from 'zod';
import { type Faults, faultShares, mailboxRefusal, targetedFault } from './faults.ts';
import type { RequestLog } from './request-log.ts';

const wanted = z.strictObject({
  ...faultShares.shape,
  next: z.array(targetedFault).default([]),
  refuse: z.record(z.string(), mailboxRefusal).default({}),
});

/**
 * Routes for this machine alone, to be mounted at `/local/graph`. `GET /faults`. `POST /faults` sets the shares,
 * `next` and `refuse` and replaces earlier ones; `{}` ends all faults. `GET /requests`. `DELETE /people/{mail}`: that person
 * leaves the tenant; 204, or 404 for somebody unknown.
 * @param leave returns false for an unknown mail
 */
export function controlApp(faults: Faults, log: RequestLog, leave: (mail: string) => boolean): Hono {
  const app = new Hono();
  app.get('/faults', (context) => context.json(faults.pending()));
  app.post('/faults', async (context) => {
    const parsed = wanted.safeParse(await context.req.json().catch(() => null));
    if (!parsed.success) return context.json({ error: z.prettifyError(parsed.error) }, 400);
    const { next, refuse, ...shares } = parsed.data;
    faults.clear();
    faults.set(shares);
    for (const fault of next) faults.next(fault);
    for (const [mail, refusal] of Object.entries(refuse)) faults.refuse(mail, refusal);
    return context.json(faults.pending());
  });
  app.get('/requests', (context) => context.json(log.entries()));
  app.delete('/people/:mail', (context) => context.body(null, leave(context.req.param('mail')) ? 204 : 404));
  return app;
}
