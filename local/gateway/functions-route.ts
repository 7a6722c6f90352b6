import { Hono } from 'hono';
import type { RpcHttpData, RpcTypedData } from '../host/functions-core.ts';
import { WorkerEnded, type WorkerProcess } from '../host/worker-process.ts';

/** Reading may be asked for again when the worker ended under it; writing is the caller's to repeat. */
const repeatable = new Set(['GET', 'HEAD']);
const attempts = 20;

/** The function app's HTTP functions under their own routes, each request handed to the worker as Azure Functions does. */
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
          if (rest !== null) params[rest.name] = decodeURIComponent(c.req.path.slice(rest.prefix.length + 1));
          return call(worker, name, c.req.raw, params);
        });
      }
    }
  }
  return app;
}

/** Calls an HTTP function. */
export async function call(
  worker: WorkerProcess,
  name: string,
  request: Request,
  params: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const http: RpcHttpData = {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    query: Object.fromEntries(new URL(request.url).searchParams),
    params: { ...params },
    body: { bytes: new Uint8Array(await request.arrayBuffer()) },
  };
  for (let attempt = 1; ; attempt++) {
    try {
      return toResponse(await worker.invoke(name, { http }));
    } catch (error) {
      const again = error instanceof WorkerEnded && repeatable.has(request.method) && attempt < attempts;
      if (again) continue;
      const status = error instanceof WorkerEnded ? 502 : 500;
      return new Response(
        status === 502 ? 'The product was started again meanwhile.' : 'The function failed.',
        {
          status,
        },
      );
    }
  }
}

function toResponse(result: RpcTypedData | null): Response {
  const { statusCode, headers, body } = result?.http ?? {};
  const status = Number(statusCode ?? 200);
  const bytes = body?.bytes ?? (body?.string === undefined ? null : Buffer.from(body.string));
  const empty = status === 204 || status === 304 || bytes === null || bytes.length === 0;
  return new Response(empty ? null : new Uint8Array(bytes), { status, headers: headers ?? {} });
}

/** `schemes/{scheme}/rounds` → `/schemes/:scheme/rounds`; `tab/{*path}` → `/tab` and `/tab/*`. */
function honoPaths(route: string): string[] {
  const rest = catchAll(route);
  if (rest !== null) return [rest.prefix, `${rest.prefix}/*`];
  return [`/${route.replaceAll(/\{(\w+)\??\}/g, ':$1')}`];
}

function catchAll(route: string): { readonly prefix: string; readonly name: string } | null {
  const found = /^(.*)\/\{\*(\w+)\}$/.exec(route);
  return found === null ? null : { prefix: `/${found[1] ?? ''}`, name: found[2] ?? '' };
}
