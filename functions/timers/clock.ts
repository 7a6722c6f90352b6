import { app } from '@azure/functions';
import { tick } from '../../core/clockwork/tick.ts';
import type { Ports } from '../../core/ports/ports.ts';

/** Asks every quarter of an hour (UTC) what is due. A missed or doubled tick does no harm. */
export function registerClock(ports: Ports): void {
  app.timer('clock', { schedule: '0 */15 * * * *', handler: () => tick(ports) });
}
