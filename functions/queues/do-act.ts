import { queueNames, readWork } from '../../adapters/queues/work-queue.ts';
import { doAct } from '../../core/acts/do-act.ts';
import { actWork } from '../../core/records/work.ts';
import type { Product } from '../compose.ts';

/** Does what somebody asked for in the tab. */
export async function carryOut({ ports }: Product, message: unknown): Promise<void> {
  await doAct(ports, readWork(queueNames.acts, actWork, message));
}
