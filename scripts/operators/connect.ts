import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';

/** The command cannot be carried out as it was given. The message says why, and what to do. */
class Unusable extends Error {}

/** The API of a product, local or deployed, as a coordinator may use it. */
export interface Product {
  readonly host: string;
  /**
   * @param path such as `/api/poison`
   * @param body sent as JSON
   * @throws Unusable when the product does not answer, or refuses
   */
  ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>;
}

interface Given {
  readonly host?: string;
  readonly token?: string;
  readonly settings?: string;
}

/** A command with the options that say which product it is about, and who asks. */
export function operatorsCommand(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .option('--host <url>', 'address of the product (UNMENTORING_HOST); by default http://localhost:3978')
    .option(
      '--token <token>',
      'access token of a coordinator (UNMENTORING_TOKEN); a local product gives one by itself',
    )
    .option('--settings <file>', 'file with UNMENTORING_HOST and UNMENTORING_TOKEN, one NAME=value a line')
    .exitOverride();
}

/** Runs a command, and ends the process: 0 it did what was asked, 1 something is wrong with the product, 2 unusable. */
export async function runCommand(command: Command, args: readonly string[]): Promise<void> {
  try {
    await command.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    if (!(error instanceof Unusable)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

/** @throws Unusable */
export async function connect(given: Given): Promise<Product> {
  if (given.settings !== undefined) {
    if (!existsSync(given.settings)) throw new Unusable(`There is no file ${given.settings}.`);
    loadEnvFile(given.settings);
  }
  const { UNMENTORING_HOST, UNMENTORING_TOKEN } = process.env;
  const host = (given.host ?? UNMENTORING_HOST ?? 'http://localhost:3978').replace(/\/$/, '');
  const address = z.url({ protocol: /^https?$/ }).safeParse(host);
  if (!address.success)
    throw new Unusable(`The host "${host}" is no address such as https://coffee.contoso.com.`);
  const isLocal = ['localhost', '127.0.0.1'].includes(new URL(host).hostname);
  if (!isLocal && !host.startsWith('https:'))
    throw new Unusable(`A token is sent over https alone, not to ${host}.`);
  const token = given.token ?? UNMENTORING_TOKEN ?? (isLocal ? await localToken(host) : undefined);
  if (token === undefined)
    throw new Unusable('Give the access token of a coordinator with --token or UNMENTORING_TOKEN.');

  return {
    host,
    async ask(method, path, body) {
      const answer = await send(`${host}${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (answer.status === 401)
        throw new Unusable(
          'The product does not take this token: it is out of date, or meant for another app.',
        );
      if (answer.status === 403)
        throw new Unusable('The person of this token does not have the role Coordinator.');
      if (!answer.ok) throw new Unusable(`${path}: ${answer.status}. See the log of the product.`);
      return answer.json();
    },
  };
}

const people = z.array(z.object({ mail: z.string(), coordinator: z.boolean() }));

/** The token of the first coordinator of a product on this machine. */
async function localToken(host: string): Promise<string> {
  const answer = await send(`${host}/local/people`);
  const coordinator = answer.ok
    ? people.parse(await answer.json()).find((person) => person.coordinator)
    : undefined;
  if (coordinator === undefined)
    throw new Unusable(`${host} is no local product with a coordinator: give --token.`);
  return (await send(`${host}/local/token?user=${encodeURIComponent(coordinator.mail)}`)).text();
}

/** @throws Unusable when there is no answer */
async function send(url: string, request: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, { ...request, redirect: 'error' });
  } catch (cause) {
    throw new Unusable(`${new URL(url).origin} does not answer: see whether the product runs there.`, {
      cause,
    });
  }
}
