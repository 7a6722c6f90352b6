// Ports whose adapters are loaded by the first call: few calls of the tab need them, and every start would wait for them.
import type { Ports } from '../core/ports/ports.ts';
import type { ListedStore, Storage } from '../core/ports/storage.ts';
import type { RoundTables } from '../adapters/tables/round-tables.ts';
import type { GraphPorts, graphPorts } from './graph-ports.ts';
import type { Neighbours } from './neighbours.ts';
import { once } from './once.ts';

type Blobs = Pick<Storage, 'plans' | 'drafts' | 'repairs' | 'availability'>;

/** The records in blobs. */
export function blobsLater({ blobs, log }: Neighbours): Blobs {
  const loaded = once(async () => {
    const { blobStorage } = await import('../adapters/blobs/storage.ts');
    return blobStorage(blobs, log);
  });
  return {
    plans: {
      get: async (...of) => (await loaded()).plans.get(...of),
      putFirst: async (plan) => (await loaded()).plans.putFirst(plan),
      remove: async (of) => (await loaded()).plans.remove(of),
    },
    drafts: {
      get: async (...of) => (await loaded()).drafts.get(...of),
      numbers: async (round) => (await loaded()).drafts.numbers(round),
      putFirst: async (draft) => (await loaded()).drafts.putFirst(draft),
      remove: async (of) => (await loaded()).drafts.remove(of),
    },
    repairs: {
      get: async (...of) => (await loaded()).repairs.get(...of),
      putFirst: async (repair) => (await loaded()).repairs.putFirst(repair),
      remove: async (of) => (await loaded()).repairs.remove(of),
    },
    availability: {
      get: async (of) => (await loaded()).availability.get(of),
      putFirst: async (...of) => (await loaded()).availability.putFirst(...of),
      remove: async (of) => (await loaded()).availability.remove(of),
    },
  };
}

/** The records that rounds write. */
export function roundTablesLater({ table, log }: Neighbours): RoundTables {
  const loaded = once(async () => {
    const { roundTables } = await import('../adapters/tables/round-tables.ts');
    return roundTables(table, log);
  });
  const pairings = async () => (await loaded()).pairings;
  const placements = async () => (await loaded()).placements;
  const outbox = async () => (await loaded()).outbox;
  return {
    rounds: storeLater(async () => (await loaded()).rounds),
    mailboxes: storeLater(async () => (await loaded()).mailboxes),
    pairings: {
      ...storeLater(pairings),
      toLookAt: (...of) => listLater(async () => (await pairings()).toLookAt(...of)),
      starts: (round) => listLater(async () => (await pairings()).starts(round)),
      storedWith: (...of) => listLater(async () => (await pairings()).storedWith(...of)),
      unsettled: (round) => listLater(async () => (await pairings()).unsettled(round)),
      toSend: (of) => listLater(async () => (await pairings()).toSend(of)),
      writeWith: async (changes) => (await pairings()).writeWith(changes),
    },
    placements: {
      ...storeLater(placements),
      watched: (...of) => listLater(async () => (await placements()).watched(...of)),
      after: (...of) => listLater(async () => (await placements()).after(...of)),
    },
    outbox: {
      get: async (...of) => (await outbox()).get(...of),
      getMany: async (...of) => (await outbox()).getMany(...of),
      list: (...of) => listLater(async () => (await outbox()).list(...of)),
      notSent: (...of) => listLater(async () => (await outbox()).notSent(...of)),
      open: (about) => listLater(async () => (await outbox()).open(about)),
      insertMissing: async (messages) => (await outbox()).insertMissing(messages),
      write: async (changes) => (await outbox()).write(changes),
      remove: async (key) => (await outbox()).remove(key),
    },
  };
}

function storeLater<Group, Key, T>(
  store: () => Promise<ListedStore<Group, Key, T>>,
): ListedStore<Group, Key, T> {
  return {
    get: async (...of) => (await store()).get(...of),
    insert: async (value) => (await store()).insert(value),
    replace: async (...of) => (await store()).replace(...of),
    remove: async (key) => (await store()).remove(key),
    list: (...of) => listLater(async () => (await store()).list(...of)),
    insertMissing: async (values) => (await store()).insertMissing(values),
    getMany: async (...of) => (await store()).getMany(...of),
    write: async (changes) => (await store()).write(changes),
  };
}

async function* listLater<T>(list: () => Promise<AsyncIterable<T>>): AsyncIterable<T> {
  yield* await list();
}

export function poisonQueuesLater({ queue }: Neighbours): Ports['poison'] {
  const loaded = once(async () => {
    const { poisonQueues } = await import('../adapters/queues/poison-queues.ts');
    return poisonQueues(queue);
  });
  return {
    counts: async () => (await loaded()).counts(),
    list: async () => (await loaded()).list(),
    retry: async (...of) => (await loaded()).retry(...of),
    remove: async (...of) => (await loaded()).remove(...of),
  };
}

export function graphPortsLater(...of: Parameters<typeof graphPorts>): GraphPorts {
  const loaded = once(async () => {
    const { graphPorts } = await import('./graph-ports.ts');
    return graphPorts(...of);
  });
  return {
    directory: {
      people: async (ids) => (await loaded()).directory.people(ids),
      find: async (name) => (await loaded()).directory.find(name),
    },
    calendars: { freeBusy: async (...of) => (await loaded()).calendars.freeBusy(...of) },
    meetings: {
      find: async (...of) => (await loaded()).meetings.find(...of),
      create: async (...of) => (await loaded()).meetings.create(...of),
      update: async (...of) => (await loaded()).meetings.update(...of),
      cancel: async (...of) => (await loaded()).meetings.cancel(...of),
      seen: async (...of) => (await loaded()).meetings.seen(...of),
    },
    chats: { find: async (...of) => (await loaded()).chats.find(...of) },
    installer: { install: async (person) => (await loaded()).installer.install(person) },
    photos: { of: async (people) => (await loaded()).photos.of(people) },
  };
}
