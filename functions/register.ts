import type { Product } from './compose.ts';
import { registerMessages } from './http/messages.ts';
import { registerTabApi } from './http/tab-api.ts';
import { registerTab } from './http/tab.ts';
import { registerQueues } from './queues/work.ts';
import { registerClock } from './timers/clock.ts';

/** Registers every function of the app. */
export function register({ ports, converse, tabUser }: Product): void {
  registerMessages(converse);
  registerTabApi(ports, tabUser);
  registerTab();
  registerClock(ports);
  registerQueues(ports);
}
