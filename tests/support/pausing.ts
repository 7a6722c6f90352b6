import type { Ports } from '../../core/ports/ports.ts';

/** The methods of ports that give a list bit by bit. */
const listing = new Set([
  'list',
  'open',
  'toSend',
  'unsettled',
  'watched',
  'backBy',
  'toLookAt',
  'storedWith',
  'starts',
  'after',
  'enrolments',
  'notSent',
]);

export interface Paused {
  readonly ports: Ports;
  /** The outward calls so far, in order, reads too. @example 'storage.rounds.get' */
  readonly calls: readonly string[];
}

/**
 * Ports of a worker that pauses once, just before its `at`-th outward call (1 is the first), until something else is done
 * from beginning to end.
 */
export function pausing(ports: Ports, at: number, meanwhile: () => Promise<void>): Paused {
  const calls: string[] = [];
  const arrive = async (call: string) => {
    calls.push(call);
    if (calls.length === at) await meanwhile();
  };
  async function* listed(call: string, list: () => AsyncIterable<unknown>) {
    await arrive(call);
    yield* list();
  }
  const watched = <T extends object>(port: T, path: string): T =>
    new Proxy(port, {
      get(_, name: string) {
        const member: unknown = Reflect.get(port, name);
        const call = `${path}.${name}`;
        if (typeof member === 'object' && member !== null) return watched(member, call);
        if (typeof member !== 'function') return member;
        const act = (args: unknown[]): unknown => Reflect.apply(member, port, args);
        if (listing.has(name)) {
          return (...args: unknown[]) => listed(call, () => act(args) as AsyncIterable<unknown>);
        }
        return async (...args: unknown[]) => {
          await arrive(call);
          return act(args);
        };
      },
    });
  const { storage, queue, directory, calendars, meetings, messenger, chats } = ports;
  return {
    calls,
    ports: {
      ...ports,
      storage: watched(storage, 'storage'),
      queue: watched(queue, 'queue'),
      directory: watched(directory, 'directory'),
      calendars: watched(calendars, 'calendars'),
      meetings: watched(meetings, 'meetings'),
      messenger: watched(messenger, 'messenger'),
      chats: watched(chats, 'chats'),
    },
  };
}
