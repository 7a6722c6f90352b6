import { Hono } from 'hono';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Clock } from '../host/product-clock.ts';
import type { TriggerHost } from '../host/trigger-host.ts';

const move = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advance: z.string() }),
]);

const expected =
  'Expected {"now": INSTANT} with an instant such as 2026-12-10T10:00:00Z, or {"advance": DURATION} with an ISO 8601 duration such as PT1H or P7D.';

/** The furthest that one request may move the clock. */
const furthest = { days: 366 };

/**
 * `/local/clock`: GET tells the product's time. POST moves the clock, and runs every tick that falls due on the way.
 */
export function clockRoutes(clock: Clock, host: TriggerHost): Hono {
  const app = new Hono();
  const state = () => ({ now: new Date(clock.now()).toISOString() });

  app.get('/local/clock', (c) => c.json(state()));

  app.post('/local/clock', async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    const target = targetOf(body, clock.now());
    if (target === null) return c.json({ error: expected }, 400);
    const limit = Temporal.Instant.fromEpochMilliseconds(clock.now())
      .toZonedDateTimeISO('UTC')
      .add(furthest).epochMilliseconds;
    if (target > limit) return c.json({ error: 'The clock is moved by at most 366 days at once.' }, 400);
    try {
      const ticks = await host.advanceTo(target);
      return c.json({ ...state(), ticks });
    } catch (error) {
      if (error instanceof RangeError) return c.json({ error: `${error.message}.` }, 400);
      throw error;
    }
  });
  return app;
}

/** Epoch milliseconds; null for a body that is neither an instant nor a duration. */
function targetOf(body: unknown, now: number): number | null {
  const parsed = move.safeParse(body);
  if (!parsed.success) return null;
  if ('now' in parsed.data) return Date.parse(parsed.data.now);
  try {
    const duration = Temporal.Duration.from(parsed.data.advance);
    return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').add(duration)
      .epochMilliseconds;
  } catch {
    return null;
  }
}
