import type { Ports } from '../../core/ports/ports.ts';

/** What a port throws after the process was killed. */
export class Killed extends Error {}

export interface Mortal {
  readonly ports: Ports;
  /** Whether the process died. */
  readonly died: () => boolean;
  /** The effects so far, in order. @example 'storage.rounds.insert' */
  readonly effects: readonly string[];
}

/** The methods of ports that only read. */
const reads = new Set([
  'get',
  'getMany',
  'getManyVersioned',
  'list',
  'open',
  'find',
  'seen',
  'toSend',
  'unsettled',
  'backBy',
  'watched',
  'toLookAt',
  'storedWith',
  'numbers',
  'starts',
  'after',
  'enrolments',
  'notSent',
]);

/**
 * Ports of a process that is killed after its `at`-th effect (1 is the first), before the call returns. Later calls have no
 * effect. Reading does not count.
 */
export function dying(ports: Ports, at: number): Mortal {
  const effects: string[] = [];
  const mortal = <T extends object>(port: T, path: string): T =>
    new Proxy(port, {
      get(_, name: string) {
        const member: unknown = Reflect.get(port, name);
        if (typeof member === 'object' && member !== null) return mortal(member, `${path}.${name}`);
        if (typeof member !== 'function' || reads.has(name)) return member;
        return async (...args: unknown[]) => {
          if (effects.length >= at) throw new Killed('dead already');
          effects.push(`${path}.${name}`);
          const result: unknown = await Reflect.apply(member, port, args);
          if (effects.length >= at) throw new Killed(`killed after effect ${at}: ${path}.${name}`);
          return result;
        };
      },
    });
  const { storage, queue, meetings, messenger } = ports;
  return {
    died: () => effects.length >= at,
    effects,
    ports: {
      ...ports,
      storage: mortal(storage, 'storage'),
      queue: mortal(queue, 'queue'),
      meetings: mortal(meetings, 'meetings'),
      messenger: mortal(messenger, 'messenger'),
    },
  };
}

/** Does work during which the process may be killed. */
export async function untilDeath(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}
