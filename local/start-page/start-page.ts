import { Hono } from 'hono';

/** `/`: who am I, where is what, move the clock. */
export function startPageRoutes(playgroundUrl: () => string | null): Hono {
  const app = new Hono();
  app.get('/', (c) => c.text(`UnMentoring ${playgroundUrl() ?? ''}`));
  return app;
}
