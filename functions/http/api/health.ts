import { app } from '@azure/functions';
import { answerHeaders } from '../secure-headers.ts';

/** `GET /api/health`: the process is alive and has its settings. It asks no neighbour: that is for the self-check. */
export function registerHealth(): void {
  app.http('health', {
    route: 'api/health',
    methods: ['GET', 'HEAD'],
    authLevel: 'anonymous',
    handler: async ({ method }) => ({
      ...(method === 'GET' && { body: 'alive' }),
      headers: { ...answerHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
    }),
  });
}
