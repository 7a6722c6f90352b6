import { Hono } from 'hono';
import type { RpcHttpData, RpcTypedData } from '../host/functions-core.ts';
import { repeatIfEnded, WorkerEnded, type WorkerProcess } from '../host/worker-process.ts';

/**
 * Serves the function app's HTTP functions at their own routes. Each request goes to the worker, as in Azure
 * Functions.
 */
export function functionsRoutes(worker: WorkerProcess): Hono {
  const app = new Hono();
  for (const { name, bindings } of worker.functions) {
    for (const { type, route, methods } of Object.values(bindings)) {
      if (type !== 'httpTrigger') continue;
      const paths = honoPaths(route ?? name);
      for (const path of paths) {
        app.on([...(methods ?? ['GET', 'POST'])], path, async (c) => {
          const params: Record<string, string> = c.req.param();
          const rest = catchAll(route ?? '');
          if (rest !== null) {
            const written = decoded(c.req.path.slice(rest.prefix.length + 1));
            if (written === null) return c.text('The address cannot be read.', 400);
            params[rest.name] = written;
          }
          return call(worker, name, c.req.raw, params, ['GET', 'HEAD'].includes(c.req.method));
        });
      }
    }
  }
  return app;
}

/** The text of a percent-encoded path; null when it is none. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/**
 * Calls an HTTP function.
 * @param repeat whether to repeat the call when the worker ends during it; only for calls that may be made twice
 * @returns the function's response; 502 when the worker ended, 500 when the function failed
 */
export async function call(
  worker: WorkerProcess,
  name: string,
  request: Request,
  params: Readonly<Record<string, string>>,
  repeat: boolean,
): Promise<Response> {
  const http: RpcHttpData = {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    query: Object.fromEntries(new URL(request.url).searchParams),
    params: { ...params },
    body: { bytes: new Uint8Array(await request.arrayBuffer()) },
  };
  const once = () => worker.invoke(name, { http });
  try {
    return toResponse(await (repeat ? repeatIfEnded(once) : once()));
  } catch (error) {
    return error instanceof WorkerEnded
      ? new Response('The product was started again meanwhile.', { status: 502 })
      : new Response('The function failed.', { status: 500 });
  }
}

function toResponse(result: RpcTypedData | null): Response {
  const { statusCode, headers, body } = result?.http ?? {};
  const status = Number(statusCode ?? 200);
  const bytes = body?.bytes ?? (body?.string === undefined ? null : Buffer.from(body.string));
  const empty = status === 204 || status === 304 || bytes === null || bytes.length === 0;
  return new Response(empty ? null : new Uint8Array(bytes), { status, headers: headers ?? {} });
}

/**
 * `schemes/{scheme}/rounds` → `/schemes/:scheme/rounds`; `tab/{*path}` → `/tab` and `/tab/*`; a parameter that must be empty
 * → `/`.
 */
function honoPaths(route: string): string[] {
  const rest = catchAll(route);
  if (rest !== null) return [rest.prefix, `${rest.prefix}/*`];
  return [`/${route.replaceAll(/\{\w+:maxlength\(0\)\?\}/g, '').replaceAll(/\{(\w+)\??\}/g, ':$1')}`];
}

function catchAll(route: string): { readonly prefix: string; readonly name: string } | null {
  const found = /^(.*)\/\{\*(\w+)\}$/.exec(route);
  return found === null ? null : { prefix: `/${found[1] ?? ''}`, name: found[2] ?? '' };
}
