import { fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { playgroundConfig } from './playground-config.ts';
import type { Member } from './roster.ts';
import type { Teams } from './teams.ts';
import { freePort } from '../host/free-port.ts';

export interface Playground {
  /** The chat page. */
  readonly url: string;
  /** The playground's own connector, for `playgroundGateway`. */
  readonly connectorUrl: string;
  stop(): Promise<void>;
}

export interface PlaygroundOptions {
  readonly teams: Teams;
  /** The person whose chat is shown. */
  readonly me: Member;
  /** The address of `playgroundGateway`. It ends in `/local/playground/messages`. */
  readonly messagesUrl: string;
  /** A folder of its own, for the playground's configuration. */
  readonly dir: string;
}

/**
 * Starts Microsoft's agents playground as a child process on a free port of this machine only, with people of the
 * organisation. It ends with this process.
 * @throws when it does not answer within half a minute
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { teams, me, messagesUrl, dir } = options;
  const port = await freePort();
  await mkdir(dir, { recursive: true });
  await writeFile(
    join(dir, '.m365agentsplayground.yml'),
    playgroundConfig(teams.channel, me, teams.roster.members),
  );
  const child = fork(
    new URL('./playground-process.ts', import.meta.url),
    ['start', '-e', messagesUrl, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    {
      cwd: dir,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
    },
  );
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const url = `http://localhost:${port}`;
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  try {
    await answering(url, () => child.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, connectorUrl: `${url}/_connector`, stop };
}

async function answering(url: string, dead: () => boolean): Promise<void> {
  for (let waited = 0; waited < 30_000 && !dead(); waited += 100) {
    const response = await fetch(url).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
    await setTimeout(100);
  }
  throw new Error('The chat client (@microsoft/m365agentsplayground) did not start.');
}
