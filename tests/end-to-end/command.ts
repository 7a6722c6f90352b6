// The command that `npm start` runs, as a process of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const entry = join(import.meta.dirname, '../../local/start.ts');

export interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command until it ends by itself. */
export async function runStart(args: readonly string[]): Promise<Ended> {
  return (await launch(args)).ended;
}

export interface Started {
  readonly url: string;
  /** The address of the chat client. */
  readonly playgroundUrl: string;
  /** Ends it with `kill -9`. */
  kill(which: 'alone' | 'with its group'): Promise<void>;
  /** Presses Ctrl-C and waits for the end. */
  interrupt(): Promise<Ended>;
}

/** Runs the command until it says that it is running. */
export async function start(args: readonly string[]): Promise<Started> {
  const { child, ended, running } = await launch(args);
  const urls = await Promise.race([
    running,
    ended.then(({ errors }) => {
      throw new Error(`the command ended: ${errors}`);
    }),
  ]);
  return {
    ...urls,
    async kill(which) {
      const exit = once(child, 'exit');
      if (child.pid !== undefined) process.kill(which === 'alone' ? child.pid : -child.pid, 'SIGKILL');
      await exit;
    },
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

const children = new Set<ChildProcess>();

/** Ends the processes that a failed test left running. */
export function endAll(): void {
  for (const { pid } of children) if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

async function launch(args: readonly string[]) {
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that it can be ended as a whole.
    detached: true,
  });
  children.add(child);
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const running = new Promise<{ url: string; playgroundUrl: string }>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, url, playgroundUrl] = /Start here +(\S+)\/\s+Chat with the bot (\S+)/.exec(output) ?? [];
      if (url !== undefined && playgroundUrl !== undefined) resolve({ url, playgroundUrl });
    });
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (status) => {
      children.delete(child);
      resolve({ status, output, errors });
    });
  });
  return { child, running, ended };
}
