import { app } from '@azure/functions';
import type { Product } from '../compose.ts';

/** Asks every quarter of an hour (UTC) what is due. A tick that is missed or doubled does no harm. */
export function registerClock(product: () => Promise<Product>): void {
  app.timer('clock', {
    schedule: '0 */15 * * * *',
    handler: async () => {
      const [{ ports }, { tick }] = await Promise.all([product(), import('../../core/clockwork/tick.ts')]);
      await tick(ports);
    },
  });
}
