import { queueNames, readWork } from '../../adapters/queues/work-queue.ts';
import { tellPeople } from '../../core/telling/tell-people.ts';
import { messageWork } from '../../core/records/work.ts';
import type { Product } from '../compose.ts';

/** Sends messages of a round to people. */
export async function carryOut({ ports }: Product, message: unknown): Promise<void> {
  await tellPeople(ports, readWork(queueNames.messages, messageWork, message));
}
