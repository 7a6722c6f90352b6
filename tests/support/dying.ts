import type { Ports } from '../../core/ports/ports.ts';
import type { ListedStore, Store } from '../../core/ports/storage.ts';

/** The process was killed: what a port throws in its stead. */
export class Killed extends Error {}

export interface Mortal {
  readonly ports: Ports;
  /** Whether the process died. */
  readonly died: () => boolean;
}

/**
 * Ports of a process that dies when its `at`-th effect (1 is the first) has come about, before anybody hears so.
 * Nothing has an effect after that. Reading is not counted.
 */
export function dying(ports: Ports, at: number): Mortal {
  let count = 0;
  const effect =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (count >= at) throw new Killed('dead already');
      count += 1;
      const result = await act(...args);
      if (count >= at) throw new Killed(`killed after effect ${at}`);
      return result;
    };
  const { storage, queue, meetings, messenger } = ports;
  const store = <Key, T>(of: Store<Key, T>): Store<Key, T> => ({
    get: (key) => of.get(key),
    insert: effect((value) => of.insert(value)),
    replace: effect((value, version) => of.replace(value, version)),
  });
  const listed = <Group, Key, T>(of: ListedStore<Group, Key, T>): ListedStore<Group, Key, T> => ({
    ...store(of),
    list: (group) => of.list(group),
    insertMissing: effect((values) => of.insertMissing(values)),
    getMany: (keys) => of.getMany(keys),
    write: effect((changes) => of.write(changes)),
  });
  return {
    died: () => count >= at,
    ports: {
      ...ports,
      storage: {
        schemes: listed(storage.schemes),
        people: { ...store(storage.people), getMany: (people) => storage.people.getMany(people) },
        participants: listed(storage.participants),
        rounds: listed(storage.rounds),
        pairings: listed(storage.pairings),
        placements: listed(storage.placements),
        outbox: listed(storage.outbox),
        budgets: store(storage.budgets),
        plans: {
          get: (key) => storage.plans.get(key),
          putFirst: effect((plan) => storage.plans.putFirst(plan)),
        },
        repairs: {
          get: (key) => storage.repairs.get(key),
          putFirst: effect((repair) => storage.repairs.putFirst(repair)),
        },
        availability: {
          get: (key) => storage.availability.get(key),
          putFirst: effect((key, read) => storage.availability.putFirst(key, read)),
          remove: effect((key) => storage.availability.remove(key)),
        },
      },
      queue: { put: effect((work, delay) => queue.put(work, delay)) },
      meetings: {
        find: (organiser, key) => meetings.find(organiser, key),
        seen: (organiser, window) => meetings.seen(organiser, window),
        create: effect((organiser, invitations) => meetings.create(organiser, invitations)),
        update: effect((organiser, event, to) => meetings.update(organiser, event, to)),
        cancel: effect((organiser, event, comment) => meetings.cancel(organiser, event, comment)),
      },
      messenger: { send: effect((...args) => messenger.send(...args)) },
    },
  };
}

/** Waits for work of a process that may die in it. */
export async function untilDeath(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}
