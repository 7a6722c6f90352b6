import { app } from '@azure/functions';
import { queueNames } from '../../adapters/queues/work-queue.ts';
import { bookPairing } from '../../core/operations/rounds/book-pairing.ts';
import { doStep } from '../../core/operations/rounds/do-step.ts';
import { tellPerson } from '../../core/operations/rounds/tell-person.ts';
import { bookingWork, messageWork, stepWork } from '../../core/ports/work.ts';
import type { Product } from '../compose.ts';

/** The name of the setting that says where the queues are: `AzureWebJobsStorage__accountName` in the cloud. */
const connection = 'AzureWebJobsStorage';

/** One trigger a kind of work. A message that does not fit its schema fails, and ends in the poison queue. */
export function registerQueues({ ports }: Product): void {
  app.storageQueue('do-step', {
    connection,
    queueName: queueNames.steps,
    handler: (message) => doStep(ports, stepWork.parse(message)),
  });
  app.storageQueue('book-pairing', {
    connection,
    queueName: queueNames.bookings,
    handler: (message) => bookPairing(ports, bookingWork.parse(message)),
  });
  app.storageQueue('tell-person', {
    connection,
    queueName: queueNames.messages,
    handler: (message) => tellPerson(ports, messageWork.parse(message)),
  });
}
