// The storage emulator's own process. It ends in order when whoever started it goes away.
import { createRequire } from 'node:module';

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
});
createRequire(import.meta.url)('azurite/dist/src/azurite.js');
