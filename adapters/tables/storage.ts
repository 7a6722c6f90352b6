import type { TableClient } from '@azure/data-tables';
import type { Log } from '../../core/ports/ports.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { mailboxRecord } from '../../core/records/mailbox.ts';
import { participant } from '../../core/records/participant.ts';
import { erasureRecord, type PersonId, type PersonRecord, personRecord } from '../../core/records/person.ts';
import { isWatched, type Placement, placement } from '../../core/records/placement.ts';
import { round } from '../../core/records/round.ts';
import { scheme } from '../../core/records/scheme.ts';
import { pairingTable } from './pairing-table.ts';
import { inRound, partOfPeople } from './partitions.ts';
import { inPartition, inPartitionsOf } from './read-rows.ts';
import { tableStore } from './table-store.ts';

/** The tables of the product; each must exist before the product starts. */
export const tableNames = [
  'schemes',
  'people',
  'participants',
  'rounds',
  'pairings',
  'placements',
  'mailboxes',
] as const;

export type TableName = (typeof tableNames)[number];

/** The partition of people's wishes to be erased. */
const erasing = 'erasing';

type InRound = Parameters<Storage['outbox']['list']>[0];

/** The records in tables. The others are in blobs. */
export type TableStorage = Omit<Storage, 'plans' | 'repairs' | 'availability'>;

/**
 * The product's records in Table storage. Records that a round writes in large numbers are spread over many partitions: a
 * partition takes 2,000 rows a second, and the emulator searches a whole partition for each row.
 *
 * | table | partition | row |
 * | --- | --- | --- |
 * | schemes | `scheme` | scheme |
 * | people | one of three parts of people | person |
 * | people: wishes to be erased | `erasing` | person |
 * | participants | scheme | person |
 * | rounds | scheme | round |
 * | pairings | `pairingTable` | |
 * | placements | scheme:round:one of three parts of people | person; property `watched` |
 * | mailboxes | `mailbox` | mailbox |
 */
export function tableStorage(table: (name: TableName) => TableClient, log: Log): TableStorage {
  const people = tableStore<null, PersonId, PersonRecord>(table('people'), log, {
    schema: personRecord,
    within: () => `not (${inPartition(erasing)})`,
    rowOf: (key) => {
      const person = typeof key === 'string' ? key : key.id;
      return { partitionKey: partOfPeople(person), rowKey: person };
    },
  });
  const placements = tableStore<InRound, InRound & { readonly person: string }, Placement>(
    table('placements'),
    log,
    {
      schema: placement,
      within: (key) => inPartitionsOf(inRound(key)),
      rowOf: (key) => ({ partitionKey: `${inRound(key)}:${partOfPeople(key.person)}`, rowKey: key.person }),
      columns: (value) => (isWatched(value) ? { watched: 'yes' } : {}),
    },
  );
  return {
    schemes: tableStore(table('schemes'), log, {
      schema: scheme,
      within: () => inPartition('scheme'),
      rowOf: (key) => ({ partitionKey: 'scheme', rowKey: typeof key === 'string' ? key : key.id }),
    }),
    people: {
      ...people,
      getMany: async (ids, onUnreadable) =>
        new Map((await people.getMany(ids, onUnreadable)).map(({ value }) => [value.id, value])),
      getManyVersioned: people.getMany,
    },
    erasures: tableStore(table('people'), log, {
      schema: erasureRecord,
      within: () => inPartition(erasing),
      rowOf: (key) => ({ partitionKey: erasing, rowKey: typeof key === 'string' ? key : key.person }),
    }),
    participants: tableStore(table('participants'), log, {
      schema: participant,
      within: ({ scheme }) => inPartition(scheme),
      rowOf: ({ scheme, person }) => ({ partitionKey: scheme, rowKey: person }),
    }),
    rounds: tableStore(table('rounds'), log, {
      schema: round,
      within: ({ scheme }) => inPartition(scheme),
      rowOf: ({ scheme, round }) => ({ partitionKey: scheme, rowKey: round }),
    }),
    ...pairingTable(table('pairings'), log),
    placements: {
      ...placements,
      watched: (round, onUnreadable) =>
        placements.where(`${inPartitionsOf(inRound(round))} and watched eq 'yes'`, onUnreadable),
    },
    mailboxes: tableStore(table('mailboxes'), log, {
      schema: mailboxRecord,
      within: () => inPartition('mailbox'),
      rowOf: (key) => ({ partitionKey: 'mailbox', rowKey: typeof key === 'string' ? key : key.mailbox }),
      beginsAnew: true,
    }),
  };
}
