// The process of the chat client. It listens on this machine only, and ends when the process that started it ends.
import { createRequire } from 'node:module';
import { Server } from 'node:net';

const require = createRequire(import.meta.url);

process.once('disconnect', () => process.exit());

// The playground calls `listen(port, done)`, which would listen on every address of the machine.
const listen = Object.getOwnPropertyDescriptor(Server.prototype, 'listen')?.value as (
  ...args: unknown[]
) => Server;
Server.prototype.listen = function (this: Server, ...[port, ...rest]: unknown[]) {
  return listen.apply(this, typeof port === 'number' ? [port, '127.0.0.1', ...rest] : [port, ...rest]);
};
require('@microsoft/m365agentsplayground/cli.js');
