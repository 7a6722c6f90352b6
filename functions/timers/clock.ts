import { app } from '@azure/functions';
import { tick } from '../../core/clockwork/tick.ts';
import type { Ports } from '../../core/ports/ports.ts';

/** Asks every quarter of an hour (UTC) what is due. A tick that is missed or doubled does no harm. */
export function registerClock(ports: Ports): void {
  app.timer('clock', { schedule: '0 */15 * * * *', handler: () => tick(ports) });
}
