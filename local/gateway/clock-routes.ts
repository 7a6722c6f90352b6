import { Hono } from 'hono';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { nextWork } from '../../core/clockwork/next-work.ts';
import { allSchemes, type SchemePorts } from '../../core/schemes/find-scheme.ts';
import type { Clock } from '../host/product-clock.ts';
import type { TriggerHost } from '../host/trigger-host.ts';
import type { Initiative, Teams } from '../teams/teams.ts';

/** Whether ticks that would do nothing are left out on the way. */
const idle = { idle: z.literal('skip').exactOptional() };
const move = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }), ...idle }),
  z.strictObject({ advance: z.string(), ...idle }),
  z.strictObject({ until: z.enum(['message', 'close']) }),
]);
type Move = z.infer<typeof move>;

const expected =
  'Expected {"now": INSTANT} with an instant such as 2026-12-10T10:00:00Z, {"advance": DURATION} with an ISO 8601 duration such as PT1H or P7D, or {"until": "message"} or {"until": "close"}. With an instant or a duration, "idle": "skip" leaves out ticks that would do nothing.';

/** The furthest that one request may move the clock, and that it moves it to reach a message or the close of a round. */
const furthest = { days: 366 };
const furthestUntil = { days: 62 };

interface ClockParts {
  readonly clock: Clock;
  readonly host: TriggerHost;
  readonly ports: SchemePorts;
  readonly teams: Pick<Teams, 'onInitiative'>;
}

/**
 * `/local/clock`: GET tells the product's time. POST moves the clock, and runs every tick that falls due on the way. Until a
 * message or the close of a round, and where that is asked for, ticks that would do nothing are left out.
 */
export function clockRoutes({ clock, host, ports, teams }: ClockParts): Hono {
  const app = new Hono();
  const state = () => ({ now: new Date(clock.now()).toISOString() });

  app.get('/local/clock', (c) => c.json(state()));

  app.post('/local/clock', async (c) => {
    const wanted = move.safeParse(await c.req.json().catch(() => null));
    const target = wanted.success ? targetOf(wanted.data, clock.now()) : null;
    if (!wanted.success || target === null) return c.json({ error: expected }, 400);
    if (target > later(clock.now(), furthest))
      return c.json({ error: 'The clock is moved by at most 366 days at once.' }, 400);

    const messages: Initiative[] = [];
    const unwatch = teams.onInitiative((message) => messages.push(message));
    try {
      const ticks = await advance(wanted.data, target, messages);
      return c.json({ ...state(), ticks, messages });
    } catch (error) {
      if (error instanceof RangeError) return c.json({ error: `${error.message}.` }, 400);
      throw error;
    } finally {
      unwatch();
    }
  });

  async function advance(wanted: Move, target: number, messages: readonly Initiative[]): Promise<number> {
    const until = 'until' in wanted ? wanted.until : null;
    if (until === null && !('idle' in wanted)) return host.advanceTo(target);
    const closedBefore = await closedRounds(ports);
    return host.advanceUntil(target, {
      isReached: async () =>
        (until === 'message' && messages.length > 0) ||
        (until === 'close' && (await closedRounds(ports)) > closedBefore),
      nextWork: (ticks) => nextWork(ports, ticks),
    });
  }
  return app;
}

/** How many rounds are closed. */
async function closedRounds(ports: SchemePorts): Promise<number> {
  let closed = 0;
  for (const { id } of await allSchemes(ports)) {
    for await (const { value } of ports.storage.rounds.list({ scheme: id }))
      if (value.stage === 'closed') closed += 1;
  }
  return closed;
}

/** Where the clock is moved to, at the latest: epoch milliseconds. Null for a duration that cannot be read. */
function targetOf(wanted: Move, now: number): number | null {
  if ('now' in wanted) return Date.parse(wanted.now);
  if ('until' in wanted) return later(now, furthestUntil);
  try {
    return later(now, Temporal.Duration.from(wanted.advance));
  } catch {
    return null;
  }
}

function later(now: number, by: Temporal.Duration | Temporal.DurationLike): number {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').add(by).epochMilliseconds;
}
