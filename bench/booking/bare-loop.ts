import pMap from 'p-map';
import type { Recorded } from './graph-process.ts';

/** How many requests run at once, as many as in the product. */
const atOnce = 12;

/**
 * Sends the same requests again by nothing but `fetch`, in their original order. That measures the time that Graph
 * and the network need. Requests of one moment and route are sent in parallel, as the product sent them, but one at a
 * time for each mailbox: Graph runs four requests of a batch at once already.
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
    const byMailbox = [...Map.groupBy(group, mailboxOf).values()];
    await pMap(
      byMailbox,
      async (theirs) => {
        for (const request of theirs) await send(origin, request);
      },
      { concurrency: atOnce },
    );
    total += performance.now() - start;
  }
  return total;
}

async function send(origin: string, { method, path, headers, body }: Recorded): Promise<void> {
  const answer = await fetch(origin + path, { method, headers, ...(method === 'GET' ? {} : { body }) });
  refuse(answer.status, await answer.text(), path);
}

/** The mailbox that a batch is about; a batch has requests for one mailbox only, besides the directory. */
function mailboxOf({ body }: Recorded): string {
  return /"url":"\/users\/([^/"]+)/.exec(body)?.[1] ?? '';
}

/**
 * Groups requests that may run in parallel. Batches of reading and of booking follow one another, and so do requests
 * of different minutes.
 */
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

/** @throws when a request fails that succeeded when it was recorded: the comparison would be worthless */
function refuse(status: number, text: string, path: string): void {
  const statuses = [status, ...[...text.matchAll(/"status":(\d{3})/g)].map(([, inner]) => Number(inner))];
  const wrong = statuses.find((one) => one >= 400);
  if (wrong !== undefined) throw new Error(`the bare loop was answered ${wrong} at ${path}`);
}
