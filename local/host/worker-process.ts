import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import pRetry from 'p-retry';
import type { FunctionMetadata, RpcTypedData } from './functions-core.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** The worker ended before it answered: whether the call was carried out is not known. */
export class WorkerEnded extends Error {}

/** Repeats an action, up to 20 times, when the worker ends during it. */
export function repeatIfEnded<T>(act: () => Promise<T>): Promise<T> {
  return pRetry(act, {
    retries: 20,
    minTimeout: 0,
    factor: 1,
    shouldRetry: ({ error }) => error instanceof WorkerEnded,
  });
}

export interface WorkerProcess {
  /** What the function app registered. */
  readonly functions: readonly FunctionMetadata[];
  /**
   * Calls a function. Waits for the worker when it is just being restarted.
   * @throws WorkerEnded when the worker ended during the call; Error when the function failed
   */
  invoke(name: string, data: RpcTypedData): Promise<RpcTypedData | null>;
  /** Lets running calls finish, then ends the worker for good. */
  stop(): Promise<void>;
}

interface Call {
  readonly resolve: (result: RpcTypedData | null) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A worker that dies within this number of milliseconds is restarted only after the same time again, so that a broken
 * one does not restart at full speed.
 */
const tooSoon = 1_000;

/** What runs in the worker. */
interface Program {
  /** It calls `answerHost`. */
  readonly script: URL;
  readonly environment: NodeJS.ProcessEnv;
}

const localProduct: Program = { script: new URL('./worker.ts', import.meta.url), environment: process.env };

/**
 * Starts the product's process, and starts it again whenever it dies. A process that ends before it was ready the first time
 * is not started again.
 * @param settings what the program takes to start
 * @param files where its process id and its output are written
 * @param now the product's clock, epoch milliseconds
 * @throws WorkerEnded when it ends before it is ready
 */
export async function startWorker(
  settings: unknown,
  files: { readonly pid: string; readonly log: string },
  now: () => number,
  { script, environment }: Program = localProduct,
): Promise<WorkerProcess> {
  const calls = new Map<string, Call>();
  let started = false;
  let stopping = false;
  let running: Promise<{
    child: ChildProcess;
    ended: Promise<void>;
    functions: readonly FunctionMetadata[];
  }>;

  const log = openSync(files.log, 'a');

  const launch = async () => {
    const child = fork(script, {
      env: environment,
      serialization: 'advanced',
      // Ctrl-C reaches every process of the group, but the worker is ended in order: so it has a group of its own.
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    const launched = Date.now();
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => {
        resolve();
      });
    });
    const ready = new Promise<readonly FunctionMetadata[]>((resolve, reject) => {
      child.on('message', (message: FromWorker) => {
        if (message.kind === 'ready') resolve(message.functions);
        else settle(calls, message);
      });
      child.once('error', reject);
      child.once('exit', () => {
        reject(new WorkerEnded('the product’s process ended while it was starting'));
        for (const { reject: fail } of calls.values()) {
          fail(new WorkerEnded('the product’s process ended during the call'));
        }
        calls.clear();
        if (started && !stopping) relaunch(Date.now() - launched < tooSoon ? tooSoon : 0);
      });
    });
    if (child.pid !== undefined) await writeWhole(files.pid, `${child.pid}\n`);
    send(child, { kind: 'start', settings, now: now() });
    return { child, ended, functions: await ready };
  };
  const relaunch = (delay: number) => {
    running = new Promise<void>((resolve) => setTimeout(resolve, delay)).then(launch);
    // Callers that wait for it get the failure. Without callers, it must not become an unhandled rejection.
    running.catch(() => undefined);
  };

  running = launch();
  const { functions } = await running;
  started = true;

  return {
    functions,
    async invoke(name, data) {
      const { child, ended } = await repeatIfEnded(() => running);
      if (!child.connected) {
        // It is dead, but its exit was not reported yet. After the exit the next worker is starting, so a repeated
        // call waits for that one.
        await ended;
        throw new WorkerEnded('the product’s process ended before the call');
      }
      const id = randomUUID();
      return new Promise((resolve, reject) => {
        calls.set(id, { resolve, reject });
        send(child, { kind: 'invoke', id, name, data, now: now() });
      });
    },
    async stop() {
      stopping = true;
      const { child, ended } = await running;
      if (child.connected) child.disconnect();
      await ended;
      closeSync(log);
      await rm(files.pid, { force: true });
    },
  };
}

/** Readers see the old text or the new, never half of one. */
async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

function settle(calls: Map<string, Call>, message: Exclude<FromWorker, { kind: 'ready' }>): void {
  const call = calls.get(message.id);
  calls.delete(message.id);
  if (message.kind === 'done') call?.resolve(message.result);
  else call?.reject(new Error(message.message));
}

function send(child: ChildProcess, message: ToWorker): void {
  // When the channel closes during this, the exit of the process settles the call.
  child.send(message, () => undefined);
}
