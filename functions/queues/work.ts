import { app } from '@azure/functions';
import { queueNames, readWork } from '../../adapters/queues/work-queue.ts';
import { bookPairings } from '../../core/booking/book-pairings.ts';
import { doStep } from '../../core/clockwork/do-step.ts';
import { tellPeople } from '../../core/telling/tell-people.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { messageWork, sendWork, stepWork } from '../../core/records/work.ts';

/** The setting with the address of the queues: `AzureWebJobsStorage__accountName` in the cloud. */
const connection = 'AzureWebJobsStorage';

/** One trigger for each kind of work. A message that cannot be read fails, and ends in the poison queue. */
export function registerQueues(ports: Ports): void {
  app.storageQueue('do-step', {
    connection,
    queueName: queueNames.steps,
    handler: (message) => doStep(ports, readWork(queueNames.steps, stepWork, message)),
  });
  app.storageQueue('book-pairings', {
    connection,
    queueName: queueNames.bookings,
    handler: (message) => bookPairings(ports, readWork(queueNames.bookings, sendWork, message)),
  });
  app.storageQueue('tell-people', {
    connection,
    queueName: queueNames.messages,
    handler: (message) => tellPeople(ports, readWork(queueNames.messages, messageWork, message)),
  });
}
