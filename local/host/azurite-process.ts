// The process of the storage emulator. It ends in order when the process that started it ends.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
});
// What it says is for the process that started it: on which ports it listens.
console.log = (line: string) => {
  if (process.connected) process.send?.(line);
};
require('azurite/dist/src/azurite.js');
