import type { Product } from '../../compose.ts';
import { registerCalls, type Routes } from './register-calls.ts';
import type { TabFunction } from './tab-answers.ts';

/** The tab's API. */
const routes: Routes<TabFunction> = {
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

export function registerTabApi(product: () => Promise<Product>): void {
  registerCalls(routes, async (name, request) => {
    const [wired, { answerTab }] = await Promise.all([product(), import('../../first.ts')]);
    return answerTab(wired, name, request);
  });
}
