import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { localPagePolicy } from '../pages/page-policy.ts';
import { bundlePage } from './bundle.ts';
import { gatherOverview, type OverviewParts } from './gather-overview.ts';

const files = [
  { path: '/', file: 'page/index.html', type: 'text/html; charset=utf-8' },
  { path: '/local/start-page/page.css', file: 'page/page.css', type: 'text/css; charset=utf-8' },
];

/**
 * Serves `/`: who am I, where is what, move the clock. For everything else the page uses the product's public
 * addresses.
 */
export function startPageRoutes(parts: OverviewParts): Hono {
  const app = new Hono();
  for (const { path, file, type } of files) {
    app.get(path, async (c) => {
      const text = await readFile(new URL(file, import.meta.url), 'utf8');
      return c.body(text, 200, {
        'Content-Type': type,
        'Cache-Control': 'no-cache',
        ...(path === '/' && { 'Content-Security-Policy': localPagePolicy("'self' 'unsafe-inline'") }),
      });
    });
  }

  let script: Promise<string> | null = null;
  app.get('/local/start-page/page.js', async (c) => {
    script ??= bundlePage();
    return c.body(await script, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
    });
  });

  app.get('/local/overview', async (c) => c.json(await gatherOverview(parts)));
  return app;
}
