import { fork } from 'node:child_process';

interface Question {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

type Reply =
  { readonly id: number; readonly result: unknown } | { readonly id: number; readonly failure: string };

/** What a process of the benchmark can do when asked. */
export type Handlers = Readonly<Record<string, (argument: never) => Promise<unknown>>>;

export interface Asked<H extends Handlers> {
  /** @throws Error when the handler failed or the process ended */
  ask<N extends keyof H & string>(name: N, argument: Parameters<H[N]>[0]): Promise<Awaited<ReturnType<H[N]>>>;
  stop(): Promise<void>;
}

/**
 * Starts a module as a process of its own.
 * @param options of Node
 */
export function startProcess<H extends Handlers>(module: URL, options: readonly string[] = []): Asked<H> {
  const child = fork(module, { serialization: 'advanced', execArgv: [...options] });
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const { reject } of open.values()) reject(new Error(`${module.pathname} ended`));
      resolve();
    });
  });
  child.on('message', (reply: Reply) => {
    const waiting = open.get(reply.id);
    open.delete(reply.id);
    if ('failure' in reply) waiting?.reject(new Error(reply.failure));
    else waiting?.resolve(reply.result);
  });
  let count = 0;
  return {
    ask(name, argument) {
      const waiting = Promise.withResolvers<unknown>();
      count += 1;
      open.set(count, waiting);
      child.send({ id: count, name, argument } satisfies Question);
      return waiting.promise as never;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** Answers the questions of the process that started this one. This process ends with it. */
export function answer(handlers: Handlers): void {
  process.on('message', (question: Question) => {
    void (async () => {
      const { id, name, argument } = question;
      let reply: Reply;
      try {
        const handler = handlers[name];
        if (handler === undefined) throw new Error(`nothing is named "${name}"`);
        reply = { id, result: await handler(argument as never) };
      } catch (error) {
        reply = { id, failure: error instanceof Error ? error.message : String(error) };
      }
      process.send?.(reply);
    })();
  });
  process.on('disconnect', () => process.exit());
}
