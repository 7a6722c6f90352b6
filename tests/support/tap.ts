import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A connection to a neighbour on this machine that may be shut at any time. */
export interface Tap {
  readonly port: number;
  /** From now on everything that is sent is taken, and nothing is answered. */
  shut(): void;
  open(): void;
  /** Resolves when something was sent that will not be answered. */
  swallowed(): Promise<void>;
  close(): Promise<void>;
}

/** @param to the neighbour's port */
export async function startTap(to: number): Promise<Tap> {
  const sockets = new Set<Socket>();
  let isShut = false;
  let swallowing = Promise.withResolvers<undefined>();
  const server = createServer((incoming) => {
    const onward = connect(to, '127.0.0.1');
    for (const socket of [incoming, onward]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        incoming.destroy();
        onward.destroy();
      });
    }
    incoming.on('data', (data) => {
      if (isShut) swallowing.resolve(undefined);
      else onward.write(data);
    });
    onward.on('data', (data) => {
      if (!isShut) incoming.write(data);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    shut() {
      isShut = true;
      swallowing = Promise.withResolvers();
    },
    open() {
      isShut = false;
    },
    swallowed: () => swallowing.promise,
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
