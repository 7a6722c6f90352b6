import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

export interface Served {
  readonly port: number;
  /** Such as `http://127.0.0.1:4711`. */
  readonly url: string;
  /** Closes its connections too. */
  close(): Promise<void>;
  /** Lets the process exit although the server still listens. */
  unref(): void;
}

/**
 * Serves an app over HTTP on a free port of this machine.
 * @param tls PEM texts; with them, it is served over TLS
 */
export async function serving(
  { fetch }: Pick<Parameters<typeof serve>[0], 'fetch'>,
  tls: { readonly cert: string; readonly key: string } | null = null,
): Promise<Served> {
  const listening = { fetch, port: 0, hostname: '127.0.0.1' };
  const server = serve(tls === null ? listening : { ...listening, createServer, serverOptions: { ...tls } });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${port}`,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
    unref: () => server.unref(),
  };
}
