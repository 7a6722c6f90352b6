import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { unauthenticated } from './access.ts';
import type { Answer, Caller, GraphRequest } from './call.ts';
import { badRequest, ConnectionCut, errorBody, type GraphError } from './errors.ts';
import { dispatch, type Dispatcher } from './dispatch.ts';

/** Reads a token; null when it is not valid for this Graph. */
export type Verify = (
  token: string,
) => Promise<{ kind: 'app'; permissions: readonly string[] } | { kind: 'user'; oid: string } | null>;

/**
 * Graph over HTTP, to be mounted at its `/v1.0`.
 * @param written waits until all changes are kept: what was answered must not be lost when the process is killed
 */
export function graphApp(
  parts: Dispatcher,
  verify: Verify,
  written: () => Promise<void>,
): Hono<{ Bindings: Partial<HttpBindings> }> {
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>();
  app.all('/*', async (context) => {
    const url = new URL(context.req.url);
    const mount = routePath(context).replace(/\/\*$/, '');
    const { method } = context.req;
    const headers = context.req.raw.headers;
    const caller = await identify(headers.get('authorization'), verify);
    if (caller === null) {
      parts.log.add({
        method,
        template: url.pathname.slice(mount.length),
        caller: 'refused',
        batch: null,
        status: 401,
      });
      return refusal(unauthenticated(), parts.now());
    }
    const request: GraphRequest = {
      method,
      path: url.pathname.slice(mount.length),
      query: url.searchParams,
      headers,
      body: () => jsonBody(context.req.raw),
      base: `${url.origin}${mount}`,
      caller,
      batchSize: null,
    };
    try {
      const { status, body, headers: answered } = await dispatch(parts, request);
      if (method !== 'GET') await written();
      return new Response(bytesOf(body), {
        status,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          date: new Date(parts.now()).toUTCString(),
          ...answered,
        },
      });
    } catch (error) {
      if (!(error instanceof ConnectionCut)) throw error;
      context.env.incoming?.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  });
  return app;
}

function bytesOf(body: Answer['body']): string | Buffer | null {
  if (body === undefined) return null;
  return typeof body === 'string' ? Buffer.from(body, 'base64') : JSON.stringify(body);
}

async function identify(authorization: string | null, verify: Verify): Promise<Caller | null> {
  if (authorization === null) return { kind: 'local' };
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  return token === undefined ? null : verify(token);
}

async function jsonBody(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text === '') return undefined;
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw badRequest('The content type is not supported: expected application/json.', 'RequestBodyRead');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

function refusal(error: GraphError, now: number): Response {
  const ids = { request: crypto.randomUUID(), client: crypto.randomUUID() };
  return Response.json(errorBody(error, ids, now), {
    status: error.status,
    headers: { ...error.headers, 'request-id': ids.request },
  });
}
