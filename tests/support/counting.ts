import type { TableClient } from '@azure/data-tables';

/** Counts the requests of a client. */
export function counting(client: TableClient, used: { count: number } = { count: 0 }): TableClient {
  client.pipeline.removePolicy({ name: 'counting' });
  client.pipeline.addPolicy({
    name: 'counting',
    sendRequest: (request, next) => {
      used.count += 1;
      return next(request);
    },
  });
  return client;
}
