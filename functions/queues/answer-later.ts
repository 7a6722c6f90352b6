import { queueNames, readWork } from '../../adapters/queues/work-queue.ts';
import { answerWork } from '../../core/records/work.ts';
import type { Product } from '../compose.ts';

/** Does what somebody asked for in the chat and could not be done at once. */
export async function carryOut({ answerLater }: Product, message: unknown): Promise<void> {
  await answerLater(readWork(queueNames.answers, answerWork, message));
}
