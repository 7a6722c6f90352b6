import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { allSchemes } from '../../core/schemes/find-scheme.ts';
import { escapeHtml } from '../../core/words/escape-html.ts';
import { localPagePolicy } from '../pages/page-policy.ts';
import { bundlePage } from './bundle.ts';
import { gatherOverview, type OverviewParts } from './gather-overview.ts';

/**
 * Serves `/`: who am I, where is what, move the clock. For everything else the page uses the product's public
 * addresses. While there is no scheme, `/` says who makes it.
 */
export function startPageRoutes(parts: OverviewParts): Hono {
  const app = new Hono();
  app.get('/', async (c) => {
    const isEmpty = (await allSchemes(parts.ports)).length === 0;
    return c.body(isEmpty ? await emptyPage(parts) : await read('index.html'), 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': localPagePolicy("'self' 'unsafe-inline'"),
    });
  });
  app.get('/local/start-page/page.css', async (c) =>
    c.body(await read('page.css'), 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'no-cache',
    }),
  );

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

const read = (file: string) => readFile(new URL(`page/${file}`, import.meta.url), 'utf8');

async function emptyPage({ employees, coordinators }: OverviewParts): Promise<string> {
  const { mail = '', name = '' } =
    employees.find((one) => coordinators.includes(one.mail.toLowerCase())) ?? {};
  return (await read('empty.html'))
    .replace('{mail}', encodeURIComponent(mail))
    .replace('{name}', escapeHtml(name));
}
