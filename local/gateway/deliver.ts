import type { WorkerProcess } from '../host/worker-process.ts';
import { call } from './functions-route.ts';

const deliveries = 20;

/** Brings an activity to the bot; when the product ends under it, again: Teams, too, may send an activity twice. */
export async function deliver(worker: WorkerProcess | null, url: string, activity: unknown, token: string) {
  if (worker === null) throw new Error('the product is still starting');
  for (let attempt = 1; ; attempt++) {
    const response = await call(
      worker,
      'messages',
      new Request(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify(activity),
      }),
    );
    if (response.status === 502 && attempt < deliveries) continue;
    const json = response.headers.get('Content-Type')?.startsWith('application/json') ?? false;
    return { status: response.status, body: json ? await response.json() : undefined };
  }
}
