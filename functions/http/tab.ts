import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress, gzip } from 'node:zlib';
import { app, type HttpResponseInit } from '@azure/functions';
import { fileHeaders } from './secure-headers.ts';

/** `npm run build` puts the tab beside `parts/`, where this is. */
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

/**
 * Serves the tab's files at `/tab`. The names of files under `assets/` contain a hash, so they may be cached for
 * ever.
 */
export function registerTab(): void {
  app.http('tab', {
    route: 'tab/{*path}',
    methods: ['GET', 'HEAD'],
    authLevel: 'anonymous',
    handler: async ({ params, headers, method }): Promise<HttpResponseInit> => {
      const path = params.path === undefined || params.path === '' ? 'index.html' : params.path;
      const answer = (await file(path, headers.get('accept-encoding') ?? '')) ?? notFound;
      return method === 'HEAD' ? { ...answer, body: undefined } : answer;
    },
  });
}

const notFound = { status: 404, body: 'There is no such page.', headers: fileHeaders };

/** The file does not exist, a part of its path is a file, its name is too long, or its name contains a NUL. */
const noSuchFile = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** @param accepted the request's `Accept-Encoding` */
async function file(path: string, accepted: string): Promise<HttpResponseInit | null> {
  const type = types[extname(path)];
  const inside = normalize(path);
  if (type === undefined || inside.startsWith('..')) return null;
  const headers = {
    ...fileHeaders,
    'Content-Type': type,
    'Cache-Control': inside.startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
  };
  const answer = (body: Buffer, encoding?: string) => ({
    body,
    headers: {
      ...headers,
      ...(encoding !== undefined && { 'Content-Encoding': encoding }),
      'Content-Length': `${body.length}`,
    },
  });
  // The build compressed text files; what is deployed holds them in no other way.
  const compressed = await read(`${inside}.br`);
  if (compressed === null) {
    const body = await read(inside);
    return body && answer(body);
  }
  if (accepts(accepted, 'br')) return answer(compressed, 'br');
  // Every browser takes Brotli. A proxy between may not.
  const plain = await promisify(brotliDecompress)(compressed);
  return accepts(accepted, 'gzip') ? answer(await promisify(gzip)(plain), 'gzip') : answer(plain);
}

/** @param header such as `gzip, br;q=0.5` */
function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((one) => {
    const [name, weight] = one.toLowerCase().split(';');
    return name?.trim() === encoding && !/^\s*q=0(\.0*)?\s*$/.test(weight ?? '');
  });
}

/** Null when there is no such file. */
async function read(path: string): Promise<Buffer | null> {
  try {
    return await readFile(join(folder, path));
  } catch (error) {
    if (noSuchFile.has((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
