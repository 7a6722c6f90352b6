import { RestError, type TableClient } from '@azure/data-tables';
import { Unavailable } from '../../core/shared/unavailable.ts';
import type { Patience } from '../patience.ts';

/**
 * Makes a client give its requests up in time for a conversation, repeats included.
 * @returns the same client. Its functions throw `Unavailable` when storage does not answer, fails, or lets nobody in.
 */
export function impatientTable(client: TableClient, patience: Patience): TableClient {
  client.pipeline.addPolicy({
    name: 'patience',
    sendRequest: (request, next) =>
      patience.during(async (signal) => {
        request.abortSignal = signal;
        try {
          return await next(request);
        } catch (error) {
          if (!isDown(error)) throw error;
          throw new Unavailable('storage', 'Table storage failed', { cause: error });
        }
      }),
  });
  return client;
}

/** Whether storage as a whole fails. The adapter itself repeats what was cut short (EPIPE), and expects some statuses. */
function isDown(error: unknown): boolean {
  if (!(error instanceof RestError) || error.code === 'EPIPE') return false;
  const { statusCode: status } = error;
  return status === undefined || status >= 500 || [401, 403, 408, 429].includes(status);
}
