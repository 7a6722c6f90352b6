import type { WorkerProcess } from '../host/worker-process.ts';
import { call } from './functions-route.ts';

/**
 * Brings an activity to the bot, and repeats it when the product's process ends: real Teams may send an activity
 * twice as well.
 */
export async function deliver(worker: WorkerProcess | null, url: string, activity: unknown, token: string) {
  if (worker === null) throw new Error('the product is still starting');
  const request = new Request(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(activity),
  });
  const response = await call(worker, 'messages', request, {}, true);
  const json = response.headers.get('Content-Type')?.startsWith('application/json') ?? false;
  return { status: response.status, body: json ? await response.json() : undefined };
}
