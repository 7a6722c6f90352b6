// The worker of Azure Functions in the benchmark: loads the app whose main file it is given, asks for `GET /api/me` with a token, and
// prints what that cost.
import { registerHooks } from 'node:module';
import { invoke } from '../../local/host/functions-core.ts';

export interface Cost {
  /** Processor time in milliseconds: of `import(main)` alone. */
  load: number;
  /** From the start of the process until the last function is registered. */
  start: number;
  /** From the start of the process until the first request is answered. */
  answer: number;
}

const [, , main = '', token = ''] = process.argv;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@azure/functions-core'
      ? { url: new URL('./core.js', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});

/** Processor time of the process so far, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const before = processorTime();
await import(main);
const start = processorTime();
const answered = await invoke('me', 'first', {
  http: {
    method: 'GET',
    url: 'https://unmentoring.example/api/me',
    headers: { authorization: `Bearer ${token}` },
  },
});
const answer = processorTime();
// An answer without a status is 200.
const status = answered?.http?.statusCode ?? '200';
if (status !== '200') throw new Error(`GET /api/me answered ${status}`);
console.log(JSON.stringify({ load: start - before, start, answer } satisfies Cost));
process.exit();
