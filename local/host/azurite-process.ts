// The storage emulator's own process. It ends in order when whoever started it goes away.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
});
require('azurite/dist/src/azurite.js');
