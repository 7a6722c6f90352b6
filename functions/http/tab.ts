import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { app, type HttpResponseInit } from '@azure/functions';

/** The build puts the tab beside the functions. */
const folder = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../../dist/tab' : '../tab');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** Teams and Outlook on the web show the tab in a frame. Nobody else may. */
const framedBy =
  "'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.office.com https://*.microsoft365.com https://*.outlook.com";

/**
 * Serves the tab's files at `/tab`. The names of files under `assets/` contain a hash, so they may be cached for
 * ever.
 */
export function registerTab(): void {
  app.http('tab', {
    route: 'tab/{*path}',
    methods: ['GET', 'HEAD'],
    authLevel: 'anonymous',
    handler: async ({ params }): Promise<HttpResponseInit> =>
      file(params.path === undefined || params.path === '' ? 'index.html' : params.path),
  });
}

const notFound: HttpResponseInit = { status: 404, body: 'There is no such page.' };

/** The file does not exist, a part of its path is a file, or its name contains a NUL. */
const noSuchFile = new Set(['ENOENT', 'ENOTDIR', 'ERR_INVALID_ARG_VALUE']);

async function file(path: string): Promise<HttpResponseInit> {
  const type = types[extname(path)];
  const inside = normalize(path);
  if (type === undefined || inside.startsWith('..')) return notFound;
  try {
    const body = await readFile(join(folder, inside));
    return {
      body,
      headers: {
        'Content-Type': type,
        'Content-Security-Policy': `frame-ancestors ${framedBy}`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': inside.startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    };
  } catch (error) {
    if (noSuchFile.has((error as NodeJS.ErrnoException).code ?? '')) return notFound;
    throw error;
  }
}
