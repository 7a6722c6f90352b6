import { atMost } from '../../adapters/graph/at-most.ts';
import pMap from 'p-map';
import type { Recorded } from './graph-process.ts';

/** Requests under way at once: as many as the product has. */
const atOnce = 12;

/**
 * Sends the same requests again with nothing but `fetch`, in the order in which they were asked for: what Graph and the
 * network take by themselves. Requests of one moment and route are sent side by side, as the product sent them, but one
 * at a time for each mailbox: a batch is worked on four at once already.
 * @param origin of a fresh emulated Graph
 * @returns milliseconds
 */
export async function bareLoop(
  origin: string,
  requests: readonly Recorded[],
  moveTo: (instant: number) => Promise<void>,
): Promise<number> {
  let total = 0;
  for (const group of groups(requests)) {
    await moveTo(group[0]?.at ?? 0);
    const start = performance.now();
    const inTurn = atMost(1);
    await pMap(group, (request) => inTurn(mailboxOf(request), () => send(origin, request)), {
      concurrency: atOnce,
    });
    total += performance.now() - start;
  }
  return total;
}

async function send(origin: string, { method, path, headers, body }: Recorded): Promise<void> {
  const answer = await fetch(origin + path, { method, headers, ...(method === 'GET' ? {} : { body }) });
  refuse(answer.status, await answer.text(), path);
}

/** The mailbox that a batch asks at, be it beside the directory: all its requests at a mailbox are at the same one. */
function mailboxOf({ body }: Recorded): string {
  return /"url":"\/users\/([^/"]+)/.exec(body)?.[1] ?? '';
}

/** Batches of reading and of booking are not sent together, as the one follows from the other; nor is what lies a minute apart. */
function groups(requests: readonly Recorded[]): Recorded[][] {
  const found: Recorded[][] = [];
  let last = '';
  for (const request of requests) {
    const kind = `${request.at} ${request.path} ${/"url":"([^"?]*\/)?(\w+)/.exec(request.body)?.[2] ?? ''}`;
    if (kind !== last) found.push([]);
    found.at(-1)?.push(request);
    last = kind;
  }
  return found;
}

/** What went well when it was recorded must go well again, or the comparison says nothing. */
function refuse(status: number, text: string, path: string): void {
  const statuses = [status, ...[...text.matchAll(/"status":(\d{3})/g)].map(([, inner]) => Number(inner))];
  const wrong = statuses.find((one) => one >= 400);
  if (wrong !== undefined) throw new Error(`the bare loop was answered ${wrong} at ${path}`);
}
