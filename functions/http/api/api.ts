import { app } from '@azure/functions';
import { type AddressName, addresses } from '../../../core/api/addresses.ts';
import type { Product } from '../../compose.ts';
import { answerHeaders } from '../secure-headers.ts';

/** Registers every address of the API. What a call needs is loaded by the first one that needs it. */
export function registerApi(product: () => Promise<Product>): void {
  const { health, ...others } = addresses;
  app.http('health', {
    route: `api/${health.path}`,
    methods: [health.method, 'HEAD'],
    authLevel: 'anonymous',
    // It asks no neighbour: that is for the self-check.
    handler: async ({ method }) => ({
      ...(method === 'GET' && { body: 'alive' }),
      headers: { ...answerHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
    }),
  });
  for (const name of Object.keys(others) as Exclude<AddressName, 'health'>[]) {
    const { method, path } = addresses[name];
    app.http(name, {
      route: `api/${path}`,
      methods: [method],
      // Every call carries a person's token, which `answerApi` checks.
      authLevel: 'anonymous',
      handler: async (request) => {
        if (name === 'openapi') return (await import('./answer-openapi.ts')).answerOpenApi();
        const [wired, { answerApi }] = await Promise.all([product(), import('../../first.ts')]);
        return answerApi(wired, name, request);
      },
    });
  }
}
