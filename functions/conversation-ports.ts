import type { TableClient } from '@azure/data-tables';
import type { QueueClient } from '@azure/storage-queue';
import { graphCalendars } from '../adapters/graph/calendars.ts';
import type { Graph } from '../adapters/graph/client.ts';
import { graphDirectory } from '../adapters/graph/directory.ts';
import { graphPhotos } from '../adapters/graph/photos.ts';
import { impatientGraph } from '../adapters/graph/impatient.ts';
import { createPatience, unlessGivenUp } from '../adapters/patience.ts';
import { together } from '../adapters/together.ts';
import { type QueueName, workQueue } from '../adapters/queues/work-queue.ts';
import { impatientTable } from '../adapters/tables/impatient.ts';
import { type TableName, tableStorage } from '../adapters/tables/storage.ts';
import { readAtMailbox } from '../core/mailbox/with-mailbox.ts';
import type { Directory } from '../core/ports/directory.ts';
import type { Ports } from '../core/ports/ports.ts';
import type { Versioned } from '../core/ports/storage.ts';
import type { PersonId } from '../core/records/person.ts';
import type { Scheme } from '../core/records/scheme.ts';

type Schemes = Ports['storage']['schemes'];

/** Clients of storage, a new one with every call. */
interface Clients {
  readonly table: (name: TableName) => TableClient;
  readonly queue: (name: QueueName) => QueueClient | Promise<QueueClient>;
}

/**
 * The ports with which somebody in the chat is answered. Their neighbours are the same, but nobody waits long for them: what
 * does not answer is `Unavailable` after one and a half seconds.
 * @param graphUntil gives a client of Graph that waits as it is told, until a signal aborts
 */
export function conversationPorts(
  ports: Ports,
  tenant: string,
  { table, queue }: Clients,
  graphUntil: (wait: Ports['wait'], signal: AbortSignal) => Graph,
): Ports {
  const [storagePatience, graphPatience] = [createPatience('storage'), createPatience('graph')];
  const tables = tableStorage((name) => impatientTable(table(name), storagePatience), ports.log);
  const storage = { ...ports.storage, ...tables, schemes: readTogether(tables.schemes) };
  const waitUntil = (signal: AbortSignal) => (milliseconds: number) =>
    unlessGivenUp(signal, ports.wait(milliseconds));
  const graph = impatientGraph(graphPatience, (signal) => graphUntil(waitUntil(signal), signal));
  return {
    ...ports,
    storage,
    queue: workQueue(queue, storagePatience),
    directory: askedTogether(graphDirectory(graph, tenant)),
    photos: graphPhotos(graph, ports.log),
    // Nor does anybody in the chat wait long for a mailbox at which another worker is.
    calendars: graphCalendars(graph, ports.organisers, (mailboxes, requests, read) =>
      graphPatience.during((signal) =>
        readAtMailbox({ ...ports, storage, wait: waitUntil(signal) }, mailboxes, requests, read),
      ),
    ),
  };
}

/** The schemes, read once for all who read them at the same time: every command reads them. */
function readTogether(schemes: Schemes): Schemes {
  const read = together(async () => {
    const all: Versioned<Scheme>[] = [];
    const unreadable: string[] = [];
    for await (const scheme of schemes.list(null, (id) => unreadable.push(id))) all.push(scheme);
    return { all, unreadable };
  });
  return {
    ...schemes,
    async *list(_, onUnreadable) {
      const { all, unreadable } = await read(null);
      for (const id of unreadable) onUnreadable?.(id);
      yield* all;
    },
  };
}

/** A directory that is asked once about all who join at the same time. */
function askedTogether(directory: Directory): Directory {
  const ask = together((groups: readonly (readonly PersonId[])[]) =>
    directory.people([...new Set(groups.flat())]),
  );
  return {
    ...directory,
    async people(ids) {
      const found = await ask(ids);
      return new Map(ids.map((id) => [id, found.get(id) ?? null]));
    },
  };
}
