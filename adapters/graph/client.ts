import { Client, HTTPMessageHandler, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import * as z from 'zod';
import { inPartsOf } from '../../core/shared/in-parts.ts';
import {
  again,
  limitOfOneCall,
  limitsOfMailboxes,
  longestRequest,
  retryAfter,
  withRetries,
  type WaitLimit,
} from './retry.ts';

/**
 * One request of a `$batch`. Graph may carry it out more than once: a POST needs a key of its own (an event's
 * `transactionId`), or must do no harm when repeated.
 */
export interface BatchRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Relative to `/v1.0`, or a next link as Graph gave it. */
  readonly url: string;
  /** In addition to those of every request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number().int(),
      headers: z.record(z.string(), z.coerce.string()).nullish(),
      /** Missing in some answers, such as 201 and 204. */
      body: z.unknown().optional(),
    }),
  ),
});
export type BatchResponse = z.infer<typeof batchAnswer>['responses'][number];

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

/**
 * Calls of Microsoft Graph, v1.0: with immutable ids, times in UTC, and a token on every request. A call that Graph turns
 * away for now (429, 5xx), or does not answer in time, is sent again after its `Retry-After` (`withRetries`).
 */
export interface Calls {
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  patch(path: string, body: unknown): Promise<unknown>;
  /** Every item of a collection, over all its pages. */
  pages(path: string): AsyncIterable<unknown>;
  /**
   * Sends requests twenty at a time, one batch after the other. Requests that Graph turns away for now are sent again
   * together, after the longest of their `Retry-After`.
   * @returns one response for each request, in their order, with its own status. A request that Graph kept turning away
   * has its last response.
   */
  batch(requests: readonly BatchRequest[]): Promise<BatchResponse[]>;
}

export interface Graph extends Calls {
  /** The same for calls at a mailbox: all of them together wait at most one minute in any two. */
  at(mailbox: string): Calls;
}

/** Graph's limit for one `$batch`: https://learn.microsoft.com/graph/json-batching */
export const batchSize = 20;
const batchAttempts = 6;

const headers = { Prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' };

/**
 * @param baseUrl such as `https://graph.microsoft.com`; no other host is ever sent a token
 * @param token gives an access token for that URL; asked before every request
 * @param wait takes milliseconds
 * @param now epoch milliseconds
 * @param signal ends requests when it aborts
 */
export function createGraph(
  baseUrl: string,
  token: () => Promise<string>,
  wait: (milliseconds: number) => Promise<void>,
  now: () => number,
  signal?: AbortSignal,
): Graph {
  const client = Client.initWithMiddleware({ baseUrl, middleware: bearer(baseUrl, token, signal) });
  /** Next links are absolute, and the client takes paths. `bearer` refuses other hosts. */
  const root = `${baseUrl}/v1.0`;
  const request = (path: string) => client.api(path).headers(headers);
  const limitAt = limitsOfMailboxes(now);

  const calls = (limitOfCall: () => WaitLimit): Calls => {
    const send = (call: () => Promise<unknown>, limit = limitOfCall()) => withRetries(limit, wait, call);
    const get = (path: string) => send(() => request(path).get());
    return {
      get,
      post: (path, body) => send(() => request(path).post(body)),
      patch: (path, body) => send(() => request(path).patch(body)),
      async *pages(path) {
        for (let next: string | undefined = path; next !== undefined;) {
          const answer: z.infer<typeof page> = page.parse(await get(next));
          yield* answer.value;
          next = answer['@odata.nextLink']?.replace(root, '');
        }
      },
      async batch(requests) {
        const limit = limitOfCall();
        const answers = new Map<string, BatchResponse>();
        let open = requests.map((request, i) => ({ id: `${i}`, request }));
        for (let attempt = 1; ; attempt++) {
          for (const part of inPartsOf(batchSize, open)) {
            const body = { requests: part.map(({ id, request }) => inner(id, request, root)) };
            const { responses } = batchAnswer.parse(await send(() => request('/$batch').post(body), limit));
            for (const response of responses) answers.set(response.id, response);
          }
          open = open.filter(({ id }) => again.has(answers.get(id)?.status ?? 0));
          const turnedAway = open.map((one) => ({
            one,
            pause: retryAfter(askedBy(answers.get(one.id)), attempt),
          }));
          const pauses = [...new Set(turnedAway.map(({ pause }) => pause))].sort((a, b) => b - a);
          // One that Graph wants much later does not keep the others from being sent again.
          const pause =
            attempt === batchAttempts ? undefined : pauses.find((seconds) => limit.spend(seconds));
          if (pause === undefined) break;
          await wait(1000 * pause);
          open = turnedAway.filter((other) => other.pause <= pause).map(({ one }) => one);
        }
        return requests.map(({ method }, i) => {
          const answer = answers.get(`${i}`);
          if (answer === undefined) throw new Error(`Graph left out request ${i} (${method}) of a batch`);
          return answer;
        });
      },
    };
  };

  return { ...calls(limitOfOneCall), at: (mailbox) => calls(() => limitAt(mailbox)) };
}

function inner(id: string, { method, url, body, headers: own }: BatchRequest, root: string) {
  const request = { id, method, url: url.replace(root, '') };
  return body === undefined
    ? { ...request, headers: { ...headers, ...own } }
    : { ...request, headers: { ...headers, 'Content-Type': 'application/json', ...own }, body };
}

/** The value of `Retry-After`. */
function askedBy(response: BatchResponse | undefined): string | undefined {
  return Object.entries(response?.headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
}

/**
 * Sends requests with a token, to `baseUrl` only, and ends those that take too long. The client's own handler sends tokens
 * only to Microsoft's public hosts, which excludes the emulated Graph, and knows no time limit.
 */
function bearer(baseUrl: string, token: () => Promise<string>, signal?: AbortSignal): Middleware {
  const http = new HTTPMessageHandler();
  return {
    execute: async (context: Context) => {
      const request: unknown = context.request;
      const url = request instanceof Request ? request.url : String(request);
      if (!url.startsWith(`${baseUrl}/`))
        throw new Error(`refused to send a Graph token to ${new URL(url).origin}`);
      const timeout = AbortSignal.timeout(1000 * longestRequest);
      context.options = {
        ...context.options,
        headers: { ...(context.options?.headers as object), Authorization: `Bearer ${await token()}` },
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      };
      await http.execute(context);
    },
  };
}
