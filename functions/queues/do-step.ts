import { queueNames, readWork } from '../../adapters/queues/work-queue.ts';
import { doStep } from '../../core/clockwork/do-step.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { stepWork } from '../../core/records/work.ts';

/** Does a step of a round. */
export async function carryOut(ports: Ports, message: unknown): Promise<void> {
  await doStep(ports, readWork(queueNames.steps, stepWork, message));
}
