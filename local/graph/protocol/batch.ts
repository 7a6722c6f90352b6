import { z } from 'zod';
import { parseBody } from './body.ts';
import type { Answer, Call, GraphRequest, Route } from './call.ts';
import { badRequest } from './errors.ts';

const most = 20;
/** How many requests of a batch Outlook runs at a time for one mailbox. */
const lanes = 4;

const batchBody = z.strictObject({
  requests: z.array(
    z.strictObject({
      id: z.string().min(1),
      method: z.string().transform((method) => method.toUpperCase()),
      url: z.string().min(1),
      headers: z.record(z.string(), z.string()).default({}),
      body: z.unknown().optional(),
      dependsOn: z.array(z.string()).default([]),
    }),
  ),
});
type Inner = z.output<typeof batchBody>['requests'][number];
type InnerAnswer = Answer & { readonly id: string };

/** `POST /$batch`; `run` answers one request of it. */
export function batchRoute(run: (request: GraphRequest) => Promise<Answer>): Route {
  return {
    method: 'POST',
    template: '/$batch',
    needs: { kind: 'token' },
    handle: async (call) => {
      const { requests } = parseBody(batchBody, call.body, 'microsoft.graph.batch');
      check(requests);
      const answers = await runAll(call, requests, run);
      return {
        status: 200,
        body: {
          responses: answers.map(({ id, status, headers, body }) => ({
            id,
            status,
            headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
            ...(body === undefined ? {} : { body }),
          })),
        },
      };
    },
  };
}

function check(requests: readonly Inner[]): void {
  if (requests.length === 0 || requests.length > most) {
    throw badRequest(
      `Number of batch request steps must be between 1 and ${most}; there are ${requests.length}.`,
    );
  }
  const ids = new Set<string>();
  for (const { id, dependsOn, url, body, headers } of requests) {
    for (const dependency of dependsOn) {
      if (!ids.has(dependency.toLowerCase())) {
        throw badRequest(
          `The dependency '${dependency}' of request '${id}' is not a request before it in the batch.`,
        );
      }
    }
    if (ids.has(id.toLowerCase())) throw badRequest(`Request Id '${id}' has to be unique in a batch.`);
    ids.add(id.toLowerCase());
    if (/^\/?\$batch\b/i.test(url)) throw badRequest(`Request '${id}' is a batch: they cannot be nested.`);
    if (/^[a-z]+:/i.test(url)) throw badRequest(`The url of request '${id}' must be relative.`);
    const typed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
    if (body !== undefined && !typed)
      throw badRequest(`Request '${id}' has a body and no Content-Type header.`);
  }
}

/** Runs each request when those it depends on are answered. A request whose dependency failed gets 424. */
async function runAll(
  call: Call,
  requests: readonly Inner[],
  run: (request: GraphRequest) => Promise<Answer>,
): Promise<InnerAnswer[]> {
  const answers = new Map<string, Promise<InnerAnswer>>();
  const limiter = createLanes();
  for (const inner of requests) {
    const dependencies = inner.dependsOn.flatMap((id) => answers.get(id.toLowerCase()) ?? []);
    const answer = async (): Promise<InnerAnswer> => {
      const failed = (await Promise.all(dependencies)).find(({ status }) => status >= 400);
      if (failed !== undefined) {
        const message = `The request depends on request '${failed.id}', which failed.`;
        return { id: inner.id, status: 424, body: { error: { code: 'FailedDependency', message } } };
      }
      const request = innerRequest(call, inner, requests.length);
      return { id: inner.id, ...(await limiter(mailboxSegment(request.path), () => run(request))) };
    };
    answers.set(inner.id.toLowerCase(), answer());
  }
  const settled = await Promise.allSettled(answers.values());
  return settled.map((result) => {
    if (result.status === 'fulfilled') return result.value;
    throw result.reason;
  });
}

function innerRequest({ request }: Call, inner: Inner, batchSize: number): GraphRequest {
  const [path = '', query = ''] = inner.url.replace(/^\/?/, '/').split(/\?(.*)/s);
  return {
    method: inner.method,
    path,
    query: new URLSearchParams(query),
    headers: new Headers(inner.headers),
    body: async () => inner.body,
    base: request.base,
    caller: request.caller,
    batchSize,
  };
}

function mailboxSegment(path: string): string {
  return path.split('/').slice(0, 3).join('/').toLowerCase();
}

/** Runs at most four tasks of one key at a time. The others wait in order. */
function createLanes(): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();
  return async (key, task) => {
    const count = running.get(key) ?? 0;
    if (count < lanes) running.set(key, count + 1);
    else {
      // A finished task hands its lane to the next one, so the count stays the same.
      await new Promise<void>((resolve) => {
        waiting.set(key, [...(waiting.get(key) ?? []), resolve]);
      });
    }
    try {
      return await task();
    } finally {
      const next = waiting.get(key)?.shift();
      if (next === undefined) running.set(key, (running.get(key) ?? 1) - 1);
      else next();
    }
  };
}
