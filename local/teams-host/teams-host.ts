import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { localPagePolicy } from '../pages/page-policy.ts';

const files = [
  { path: '/local/teams', file: 'page/index.html', type: 'text/html; charset=utf-8' },
  ...['host', 'asked', 'person'].map((script) => ({
    path: `/local/teams/${script}.js`,
    file: `page/${script}.js`,
    type: 'text/javascript; charset=utf-8',
  })),
  { path: '/local/teams/host.css', file: 'page/host.css', type: 'text/css; charset=utf-8' },
];

/**
 * Serves `/local/teams?user=MAIL`: the tab in a frame, as in Teams. Mount it at the root of the origin that serves
 * `/tab`, `/api` and `/local/token`.
 */
export function teamsHostApp(): Hono {
  const app = new Hono();
  for (const { path, file, type } of files) {
    app.get(path, async (context) => {
      const text = await readFile(new URL(file, import.meta.url), 'utf8');
      return context.body(text, 200, {
        'content-type': type,
        'cache-control': 'no-cache',
        ...(path === '/local/teams' && { 'content-security-policy': localPagePolicy("'self'") }),
      });
    });
  }
  return app;
}
