import { registerHooks } from 'node:module';
import { invoke, registeredFunctions } from './functions-core.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const functionsCore = new URL('./functions-core.ts', import.meta.url).href;

/**
 * Makes this process a worker: it starts and calls the function app as the host that started it asks over their channel,
 * and ends with the host.
 * @param start takes the settings that the host gives, and loads the function app; that must not be loaded before, as it looks for its core when it is first used
 * @param setClock is given the product's time before each call, in epoch milliseconds
 */
export function answerHost(
  start: (settings: unknown) => Promise<unknown>,
  setClock: (now: number) => void,
): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === '@azure/functions-core'
        ? { url: functionsCore, shortCircuit: true }
        : next(specifier, context),
  });

  async function answer(message: ToWorker): Promise<void> {
    setClock(message.now);
    if (message.kind === 'start') {
      await start(message.settings);
      tell({ kind: 'ready', functions: registeredFunctions() });
      return;
    }
    const { id, name, data } = message;
    try {
      tell({ kind: 'done', id, result: await invoke(name, id, data) });
    } catch (error) {
      console.error(error);
      tell({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  process.on('message', (message: ToWorker) => void answer(message));
  process.on('disconnect', () => process.exit());
}

function tell(message: FromWorker): void {
  process.send?.(message);
}
