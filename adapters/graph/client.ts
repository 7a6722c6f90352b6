import {
  Client,
  HTTPMessageHandler,
  RetryHandler,
  RetryHandlerOptions,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import { z } from 'zod';

/** One request of a `$batch`; `url` is relative to the API's version. */
export interface BatchRequest {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: unknown;
}

const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number().int(),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown(),
    }),
  ),
});
export type BatchResponse = z.infer<typeof batchAnswer>['responses'][number];

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** Microsoft Graph, v1.0, as this product calls it: immutable ids, times in UTC, a token on every request. */
export interface Graph {
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  /** Every item of a collection, page after page. */
  pages(path: string): AsyncIterable<unknown>;
  /**
   * Sends requests twenty at a time; those that Graph turns away for now (429, 503, 504) are sent again when it says.
   * @returns one response for each request, in their order; each has its own status
   */
  batch(requests: readonly BatchRequest[]): Promise<BatchResponse[]>;
}

const batchSize = 20;
const batchAttempts = 6;
/** Statuses that ask for the same request again. */
const again = new Set([429, 503, 504]);

const headers = { Prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' };

/**
 * @param baseUrl such as `https://graph.microsoft.com`; nothing else is ever sent a token
 * @param token an access token for that URL; kept and renewed by whoever gives it
 * @param wait for so many milliseconds
 */
export function createGraph(
  baseUrl: string,
  token: () => Promise<string>,
  wait: (milliseconds: number) => Promise<void>,
): Graph {
  const middleware = chain(
    bearer(baseUrl, token),
    new RetryHandler(new RetryHandlerOptions()),
    new HTTPMessageHandler(),
  );
  const client = Client.initWithMiddleware({ baseUrl, middleware });
  /** Next links are absolute; the client takes paths, and `bearer` sees to it that they stay at home. */
  const root = `${baseUrl}/v1.0`;
  const get = (path: string): Promise<unknown> => client.api(path).headers(headers).get();
  const post = (path: string, body: unknown): Promise<unknown> =>
    client.api(path).headers(headers).post(body);

  return {
    get,
    post,
    async *pages(path) {
      for (let next: string | undefined = path; next !== undefined;) {
        const answer: z.infer<typeof page> = page.parse(await get(next));
        yield* answer.value;
        next = answer['@odata.nextLink']?.replace(root, '');
      }
    },
    async batch(requests) {
      const answers = new Map<string, BatchResponse>();
      let open = [...requests];
      for (let attempt = 1; open.length > 0; attempt++) {
        const refused: { readonly request: BatchRequest; readonly after: number }[] = [];
        for (let i = 0; i < open.length; i += batchSize) {
          const part = open.slice(i, i + batchSize);
          const { responses } = batchAnswer.parse(
            await post('/$batch', { requests: part.map((request) => inner(request)) }),
          );
          for (const request of part) {
            const response = responses.find(({ id }) => id === request.id);
            if (response === undefined) throw new Error(`Graph left out request ${request.id} of a batch`);
            answers.set(request.id, response);
            if (again.has(response.status)) refused.push({ request, after: retryAfter(response, attempt) });
          }
        }
        open = refused.map(({ request }) => request);
        if (open.length === 0 || attempt === batchAttempts) break;
        await wait(1000 * Math.max(...refused.map(({ after }) => after)));
      }
      return requests.flatMap(({ id }) => answers.get(id) ?? []);
    },
  };
}

function inner({ body, ...request }: BatchRequest) {
  return body === undefined
    ? { ...request, headers }
    : { ...request, headers: { ...headers, 'Content-Type': 'application/json' }, body };
}

/** Seconds to wait before the next attempt: what Graph asks for, else 1, 2, 4 … */
function retryAfter({ headers }: BatchResponse, attempt: number): number {
  const asked = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  const seconds = Number(asked);
  return asked !== undefined && Number.isFinite(seconds) ? seconds : 2 ** (attempt - 1);
}

/** The client's own authentication handler sends tokens to Microsoft's public hosts alone; this one to `baseUrl` alone. */
function bearer(baseUrl: string, token: () => Promise<string>): Middleware {
  let next: Middleware | undefined;
  return {
    setNext: (following) => {
      next = following;
    },
    execute: async (context: Context) => {
      const request: unknown = context.request;
      const url = request instanceof Request ? request.url : String(request);
      if (!url.startsWith(`${baseUrl}/`))
        throw new Error(`refused to send a Graph token to ${new URL(url).origin}`);
      context.options = {
        ...context.options,
        headers: { ...(context.options?.headers as object), Authorization: `Bearer ${await token()}` },
      };
      await next?.execute(context);
    },
  };
}

function chain(first: Middleware, ...others: readonly Middleware[]): Middleware {
  let last = first;
  for (const middleware of others) {
    last.setNext?.(middleware);
    last = middleware;
  }
  return first;
}
