import type { Product } from './compose.ts';
import type { Config } from './config.ts';
import { registerApi } from './http/api/api.ts';
import { registerMessages } from './http/messages.ts';
import { registerPages } from './http/pages/pages.ts';
import { registerTab } from './http/tab.ts';
import { registerQueues } from './queues/work.ts';
import { registerClock, registerMessageClock } from './timers/clock.ts';

/**
 * Registers every function of the app. The files of this folder that name a trigger import neither core nor an SDK: a
 * trigger's first call loads what it needs.
 * @param product gives the wired product
 * @param config who runs the product, for its pages
 */
export function register(product: () => Promise<Product>, config: Config): void {
  registerApi(product);
  registerMessages(product);
  registerTab();
  registerPages(config);
  registerClock(product);
  registerMessageClock(product);
  registerQueues(product);
}
