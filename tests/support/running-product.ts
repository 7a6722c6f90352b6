import { readFile } from 'node:fs/promises';
import { openDataFolder } from '../../local/data/data-folder.ts';
import type { Organisation } from '../../local/organisation/organisation.ts';
import { startProduct, type RunningProduct } from '../../local/product.ts';

/**
 * The whole product for the tests of a `describe`, ended afterwards.
 * @param now ISO 8601 instant at which its clock starts
 * @param history rounds of an earlier programme
 * @param empty whether it begins without a scheme
 */
export function useRunningProduct(
  organisation: Organisation,
  now: string,
  history: Parameters<typeof startProduct>[0]['history'] = [],
  empty = false,
): () => RunningProduct & {
  /** Ends the product's own process at once; another one takes its place. */
  readonly killProcess: () => Promise<void>;
} {
  const ended: (() => Promise<void>)[] = [];
  let product: ReturnType<ReturnType<typeof useRunningProduct>> | null = null;
  before(async () => {
    const data = await openDataFolder(null);
    ended.push(() => data.release());
    const running = await startProduct({
      port: 0,
      data,
      keep: false,
      organisation,
      history,
      empty,
      now: Date.parse(now),
      seed: 1,
      playground: false,
    });
    ended.push(() => running.stop());
    const killProcess = async () => {
      process.kill(Number(await readFile(data.at('product.pid'), 'utf8')), 'SIGKILL');
    };
    product = { ...running, killProcess };
  });
  after(async () => {
    for (const end of ended.reverse()) await end();
  });
  return () => {
    if (product === null) throw new Error('the product runs inside tests and hooks only');
    return product;
  };
}
