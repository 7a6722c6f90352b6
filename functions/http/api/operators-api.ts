import { app, type HttpMethod } from '@azure/functions';
import type { Product } from '../../compose.ts';
import type { OperatorsFunction } from './operators-answers.ts';

/** The addresses of the operators' commands: for each function its method and its path below `/api`. */
const routes: Readonly<Record<OperatorsFunction, readonly [HttpMethod, string]>> = {
  'self-check': ['GET', 'self-check'],
  poison: ['GET', 'poison'],
  'move-poison': ['POST', 'poison/{queue}/{id}'],
};

/** They are for coordinators alone. */
export function registerOperatorsApi(product: () => Promise<Product>): void {
  for (const name of Object.keys(routes) as OperatorsFunction[]) {
    const [method, path] = routes[name];
    app.http(name, {
      route: `api/${path}`,
      methods: [method],
      authLevel: 'anonymous',
      handler: async (request) => {
        const [wired, { answerOperator }] = await Promise.all([product(), import('./operators-answers.ts')]);
        return answerOperator(wired, name, request);
      },
    });
  }
}
