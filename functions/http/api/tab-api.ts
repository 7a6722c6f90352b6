import { app, type HttpMethod } from '@azure/functions';
import type { Product } from '../../compose.ts';
import type { TabFunction } from './tab-answers.ts';

/** The tab's API: for each function its method and its path below `/api`. */
const routes: Readonly<Record<TabFunction, readonly [HttpMethod, string]>> = {
  me: ['GET', 'me'],
  'my-pairing': ['GET', 'me/pairing'],
  'my-history': ['GET', 'me/history'],
  'my-data': ['GET', 'me/data'],
  erase: ['POST', 'me/erase'],
  schemes: ['GET', 'schemes'],
  rounds: ['GET', 'schemes/{scheme}/rounds'],
  round: ['GET', 'schemes/{scheme}/rounds/{round}'],
  settings: ['GET', 'schemes/{scheme}/settings'],
  'change-settings': ['PUT', 'schemes/{scheme}/settings'],
};

/** Every call carries a user's token, which alone decides what the user may see. */
export function registerTabApi(product: () => Promise<Product>): void {
  for (const name of Object.keys(routes) as TabFunction[]) {
    const [method, path] = routes[name];
    app.http(name, {
      route: `api/${path}`,
      methods: [method],
      authLevel: 'anonymous',
      handler: async (request) => {
        const [wired, { answerTab }] = await Promise.all([product(), import('../../first.ts')]);
        return answerTab(wired, name, request);
      },
    });
  }
}
