import { Hono } from 'hono';
import { createIdentity, type Identity } from '../../local/identity/identity.ts';
import { tenant } from './emulated-graph.ts';
import { serving } from './serving.ts';

/** The client id of the app registration in tests. */
export const appId = '22222222-2222-4222-8222-222222222222';

/** Making keys takes long, and nothing changes them: one for all tests. Its server keeps no process alive. */
let identityOfAll: Promise<Identity> | null = null;

/** The identity provider of all tests in this process. */
export function sharedIdentity(): Promise<Identity> {
  return (identityOfAll ??= startIdentity());
}

async function startIdentity(): Promise<Identity> {
  const app = new Hono();
  const server = await serving(app);
  server.unref();
  const identity = await createIdentity({ tenant, appId, baseUrl: server.url });
  app.route('/', identity.app);
  return identity;
}
