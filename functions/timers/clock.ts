import { app } from '@azure/functions';
import type { Product } from '../compose.ts';

/** Asks ten minutes after each quarter of an hour which messages have waited for their time: "did you meet?" is one. */
export function registerMessageClock(product: () => Promise<Product>): void {
  app.timer('message-clock', {
    schedule: '0 10-59/15 * * * *',
    handler: async () => {
      const [{ ports }, { tickForMessages }] = await Promise.all([
        product(),
        import('../../core/clockwork/tick.ts'),
      ]);
      await tickForMessages(ports);
    },
  });
}

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
