import { readFileSync } from 'node:fs';
import { openDataFolder } from '../local/data/data-folder.ts';
import type { Employee } from '../local/organisation/employee.ts';
import { startProduct, type RunningProduct } from '../local/product.ts';
import { sampleOrganisation } from '../local/sample/sample-organisation.ts';
import type { AtTheEnd } from './target.ts';

/** A running product with a round that is paired and booked. */
export interface FuzzedProduct extends RunningProduct {
  readonly employees: readonly Employee[];
  /** What the product's process wrote to its log since this was asked before, besides its events: failures. */
  readonly lastFailure: () => string;
}

/** Sends a request of a script to the local product. @throws when it is refused */
async function post(url: string, body: unknown): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
}

/** The whole product, with forty people who added the app; all but the last ten joined. The first is the coordinator. */
export async function fuzzedProduct(atTheEnd: AtTheEnd): Promise<FuzzedProduct> {
  const now = Date.parse('2026-12-10T09:46:00Z');
  const { employees } = sampleOrganisation(now);
  const data = await openDataFolder(null);
  atTheEnd(() => data.release());
  const product = await startProduct({
    port: 0,
    data,
    keep: false,
    organisation: {
      employees,
      coordinators: employees.slice(0, 1).map(({ mail }) => mail.toLowerCase()),
      calendars: new Map(),
    },
    history: [],
    now,
    seed: 1,
    playground: false,
  });
  atTheEnd(() => product.stop());
  for (const [i, { mail }] of employees.entries()) {
    await post(`${product.url}/local/install?user=${mail}`, {});
    if (i < employees.length - 10) await post(`${product.url}/local/say?user=${mail}`, { text: 'join' });
  }
  await post(`${product.url}/local/clock`, { now: '2026-12-10T10:00:00Z' });
  let read = 0;
  return {
    ...product,
    employees,
    lastFailure() {
      const log = readFileSync(data.at('product.log'), 'utf8');
      const lines = log.slice(read).split('\n');
      read = log.length;
      const failure = lines.filter((line) => line.trim() !== '' && !line.startsWith('{"event":'));
      return failure.slice(0, 8).join(' | ').slice(0, 600);
    },
  };
}
