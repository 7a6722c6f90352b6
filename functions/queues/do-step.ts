import { queueNames, readWork } from '../../adapters/queues/work-queue.ts';
import { doStep } from '../../core/clockwork/do-step.ts';
import { stepWork } from '../../core/records/work.ts';
import type { Product } from '../compose.ts';

/** Does a step of a round. */
export async function carryOut({ ports }: Product, message: unknown): Promise<void> {
  await doStep(ports, readWork(queueNames.steps, stepWork, message));
}
