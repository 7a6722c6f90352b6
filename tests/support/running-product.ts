import { openDataFolder } from '../../local/data/data-folder.ts';
import type { Organisation } from '../../local/organisation/organisation.ts';
import { startProduct, type RunningProduct } from '../../local/product.ts';

/**
 * The whole product for the tests of a `describe`, ended afterwards.
 * @param now ISO 8601 instant at which its clock starts
 */
export function useRunningProduct(organisation: Organisation, now: string): () => RunningProduct {
  const ended: (() => Promise<void>)[] = [];
  let product: RunningProduct | null = null;
  before(async () => {
    const data = await openDataFolder(null);
    ended.push(() => data.release());
    const running = await startProduct({
      port: 0,
      data,
      keep: false,
      organisation,
      history: [],
      now: Date.parse(now),
      seed: 1,
      playground: false,
    });
    ended.push(() => running.stop());
    product = running;
  });
  after(async () => {
    for (const end of ended.reverse()) await end();
  });
  return () => {
    if (product === null) throw new Error('the product runs inside tests and hooks only');
    return product;
  };
}
