import { outlivesPage } from './outlives-page.ts';
import { Problem, problemIn } from './problem.ts';

interface Write {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** Of what was read before: becomes `If-Match`. */
  readonly version?: string;
  /** Becomes `Idempotency-Key`. */
  readonly key?: string;
}

/** Without `write` it is a GET. Gives an answer that is no refusal; a refusal is thrown as a `Problem`. */
export type Send = (path: string, write?: Write) => Promise<Response>;

/** How long a call may take, in milliseconds. */
const longest = 30_000;

/**
 * Teams keeps the token and renews it when it expires, so it is asked before every call; a call that is refused all the
 * same (the token expired on the way) is repeated once with a new one.
 * @param getLanguage BCP 47: the language of Teams, in which the product writes to somebody who chose none; null: not known yet
 */
export function createSend(getToken: () => Promise<string>, getLanguage: () => string | null): Send {
  return async (path, write) => {
    const fetchOnce = async () => fetchAs(await getToken(), getLanguage(), path, write);
    const first = await fetchOnce();
    const answer = first.status === 401 ? await fetchOnce() : first;
    if (answer.ok) return answer;
    throw problemIn(answer.status, await answer.json().catch(() => undefined));
  };
}

async function fetchAs(
  token: string,
  language: string | null,
  path: string,
  write?: Write,
): Promise<Response> {
  const headers = new Headers({ authorization: `Bearer ${token}` });
  if (language !== null) headers.set('accept-language', language);
  if (write?.body !== undefined) headers.set('content-type', 'application/json');
  if (write?.version !== undefined) headers.set('if-match', `"${write.version}"`);
  if (write?.key !== undefined) headers.set('idempotency-key', write.key);
  const body = write?.body === undefined ? null : JSON.stringify(write.body);
  try {
    return await fetch(path, {
      method: write?.method ?? 'GET',
      headers,
      body,
      // What somebody did is sent to its end when they close the page right after it.
      keepalive: write !== undefined && outlivesPage(body),
      signal: AbortSignal.timeout(longest),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'TimeoutError') throw new Problem('slow', { cause });
    throw new Problem(navigator.onLine ? 'unavailable' : 'offline', { cause });
  }
}
