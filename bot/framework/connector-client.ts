import type { ConnectorClientOptions } from './botbuilder-types.ts';
import * as z from 'zod';

/** The Bot Connector refused a request, or did not answer. */
export class ConnectorFailure extends Error {
  /** HTTP status; null without an answer. The message may have been sent all the same. */
  readonly status: number | null;
  /** The connector's own code, such as `MessageWritesBlocked`. */
  readonly code: string | null;

  constructor(status: number | null, code: string | null, options?: ErrorOptions) {
    const what = status === null ? 'gave no answer' : `answered ${status}${code === null ? '' : ` ${code}`}`;
    super(`The Bot Connector ${what}.`, options);
    this.name = 'ConnectorFailure';
    this.status = status;
    this.code = code;
  }
}

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;
type HttpRequest = Parameters<HttpClient['sendRequest']>[0];
type HttpResponse = Awaited<ReturnType<HttpClient['sendRequest']>>;

/** Attempts in all when the connector says that it did not take the message. */
const attempts = 4;
/**
 * Longest wait in milliseconds before an attempt. When the connector asks for more, the queue repeats the message
 * later.
 */
const longestWait = 20_000;

/**
 * The HTTP client that botbuilder's connector client uses. botbuilder's own pipeline repeats a POST after a server
 * error or a cut connection, and may so send a message twice. It does not repeat after the errors thrown here. This
 * client repeats a request only after 412 and 429, the answers by which the connector says that it did not take the
 * message (Teams' documentation of rate limits). After 502, 504 or no answer nobody knows: these are thrown.
 */
export function connectorHttpClient(wait: (milliseconds: number) => Promise<void>): HttpClient {
  return {
    async sendRequest(request) {
      for (let attempt = 1; ; attempt += 1) {
        const response = await post(request);
        if (response.ok) return toCompat(request, response);
        const pause = pauseBefore(attempt, response);
        if (pause === null) throw new ConnectorFailure(response.status, codeIn(await response.text()));
        await response.body?.cancel();
        await wait(pause);
      }
    },
  };
}

/** Milliseconds to wait before the next attempt; null when there is none left. */
function pauseBefore(attempt: number, { status, headers }: Response): number | null {
  if ((status !== 412 && status !== 429) || attempt === attempts) return null;
  const asked = Number(headers.get('retry-after') ?? Number.NaN) * 1000;
  const pause = Number.isFinite(asked) && asked >= 0 ? asked : 500 * 2 ** attempt;
  return pause > longestWait ? null : pause;
}

async function post(request: HttpRequest): Promise<Response> {
  const body: unknown = request.body;
  try {
    return await fetch(request.url, {
      method: request.method,
      headers: request.headers.rawHeaders(),
      ...(typeof body === 'string' && { body }),
      signal: AbortSignal.timeout(30_000),
    });
  } catch (error) {
    throw new ConnectorFailure(null, null, { cause: error });
  }
}

async function toCompat(request: HttpRequest, response: Response): Promise<HttpResponse> {
  const headers = request.headers.clone();
  for (const name of headers.headerNames()) headers.remove(name);
  response.headers.forEach((value, name) => {
    headers.set(name, value);
  });
  return { request, headers, status: response.status, bodyAsText: await response.text() };
}

const errorBody = z.object({ error: z.object({ code: z.string() }) });

function codeIn(body: string): string | null {
  try {
    return errorBody.parse(JSON.parse(body)).error.code;
  } catch {
    return null;
  }
}
