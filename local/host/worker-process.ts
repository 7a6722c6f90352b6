import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import pRetry from 'p-retry';
import type { FunctionMetadata, RpcTypedData } from './functions-core.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './protocol.ts';

/** The worker ended before it answered: whether the call was carried out is not known. */
export class WorkerEnded extends Error {}

/** Does it again, up to 20 times, when the worker ends under it. */
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
   * Calls a function, waiting for the worker to be started again where it is not running.
   * @throws WorkerEnded when the worker died meanwhile; Error when the function failed
   */
  invoke(name: string, data: RpcTypedData): Promise<RpcTypedData | null>;
  /** Lets what is under way finish, then ends the worker for good. */
  stop(): Promise<void>;
}

interface Call {
  readonly resolve: (result: RpcTypedData | null) => void;
  readonly reject: (error: Error) => void;
}

/** A worker that dies so soon after its start is not started again at once, so that a broken one does not spin. */
const tooSoon = 1_000;

/**
 * Starts the product's process and keeps it running: when it dies it is started again at once.
 * @param files where its process id stands, and what it prints
 * @param now the product's clock, epoch milliseconds
 */
export async function startWorker(
  settings: WorkerSettings,
  files: { readonly pid: string; readonly log: string },
  now: () => number,
): Promise<WorkerProcess> {
  const calls = new Map<string, Call>();
  let stopping = false;
  let running: Promise<{
    child: ChildProcess;
    ended: Promise<void>;
    functions: readonly FunctionMetadata[];
  }>;

  const log = openSync(files.log, 'a');

  const launch = async () => {
    const child = fork(new URL('./worker.ts', import.meta.url), {
      serialization: 'advanced',
      // Ctrl-C reaches the whole group; the worker is ended in its turn.
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    const started = Date.now();
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
        if (!stopping) relaunch(Date.now() - started < tooSoon ? tooSoon : 0);
      });
    });
    if (child.pid !== undefined) await writeWhole(files.pid, `${child.pid}\n`);
    send(child, { kind: 'start', settings, now: now() });
    return { child, ended, functions: await ready };
  };
  const relaunch = (delay: number) => {
    running = new Promise<void>((resolve) => setTimeout(resolve, delay)).then(launch);
    // Who waits for it hears of a failure; nobody may be waiting.
    running.catch(() => undefined);
  };

  running = launch();
  const { functions } = await running;

  return {
    functions,
    async invoke(name, data) {
      const { child, ended } = await repeatIfEnded(() => running);
      if (!child.connected) {
        // It is dead, and the next one is started when its end is known: whoever asks again then waits for that one.
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

/** Whoever reads the file sees the old text or the new, never half of one. */
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
  // A channel that closes under our hands shows in `exit`, which settles the call.
  child.send(message, () => undefined);
}
