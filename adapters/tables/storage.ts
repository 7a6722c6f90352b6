import type { TableClient } from '@azure/data-tables';
import type { Storage } from '../../core/ports/storage.ts';
import { mailboxBudget } from '../../core/records/mailbox.ts';
import { outboxRecord } from '../../core/records/outbox.ts';
import { pairingRecord } from '../../core/records/pairing.ts';
import { participant } from '../../core/records/participant.ts';
import { objectId, type PersonId, type PersonRecord, personRecord } from '../../core/records/person.ts';
import { placement } from '../../core/records/placement.ts';
import { round } from '../../core/records/round.ts';
import { scheme } from '../../core/records/scheme.ts';
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
  'outbox',
  'budgets',
] as const;

export type TableName = (typeof tableNames)[number];

interface InRound {
  readonly scheme: string;
  readonly round: string;
}

/** The records in tables. The others are in blobs. */
export type TableStorage = Omit<Storage, 'plans' | 'repairs' | 'availability'>;

/** @example hundredOf('p00321') → 'p003' */
const hundredOf = (pairing: string) => pairing.slice(0, -2);

/** One of sixteen parts that people are divided into: reading many people takes few queries, and no part is large. */
const partOfPeople = (person: PersonId) => objectId(person).slice(0, 1);

const inRound = ({ scheme, round }: InRound) => `${scheme}:${round}`;

/**
 * The product's records in Table storage. Records that a round writes in large numbers are spread over many partitions: a
 * partition takes 2,000 rows a second, and the emulator searches a whole partition for each row.
 *
 * | table | partition | row |
 * | --- | --- | --- |
 * | schemes | `scheme` | scheme |
 * | people | first digit of the person's object id | person |
 * | participants | scheme | person |
 * | rounds | scheme | round |
 * | pairings | scheme:round:pairing without its last two digits | pairing |
 * | placements | scheme:round:first digit of the person's object id | person |
 * | outbox | scheme:round | key |
 * | budgets | mailbox | `budget` |
 */
export function tableStorage(table: (name: TableName) => TableClient): TableStorage {
  const people = tableStore<string, PersonId, PersonRecord>(table('people'), {
    schema: personRecord,
    within: inPartition,
    rowOf: (key) => {
      const person = typeof key === 'string' ? key : key.id;
      return { partitionKey: partOfPeople(person), rowKey: person };
    },
  });
  return {
    schemes: tableStore(table('schemes'), {
      schema: scheme,
      within: () => inPartition('scheme'),
      rowOf: (key) => ({ partitionKey: 'scheme', rowKey: typeof key === 'string' ? key : key.id }),
    }),
    people: {
      ...people,
      getMany: async (ids) => new Map((await people.getMany(ids)).map(({ value }) => [value.id, value])),
    },
    participants: tableStore(table('participants'), {
      schema: participant,
      within: ({ scheme }) => inPartition(scheme),
      rowOf: ({ scheme, person }) => ({ partitionKey: scheme, rowKey: person }),
    }),
    rounds: tableStore(table('rounds'), {
      schema: round,
      within: ({ scheme }) => inPartition(scheme),
      rowOf: ({ scheme, round }) => ({ partitionKey: scheme, rowKey: round }),
    }),
    pairings: tableStore(table('pairings'), {
      schema: pairingRecord,
      within: (key) => inPartitionsOf(inRound(key)),
      rowOf: (key) => ({ partitionKey: `${inRound(key)}:${hundredOf(key.pairing)}`, rowKey: key.pairing }),
    }),
    placements: tableStore(table('placements'), {
      schema: placement,
      within: (key) => inPartitionsOf(inRound(key)),
      rowOf: (key) => ({ partitionKey: `${inRound(key)}:${partOfPeople(key.person)}`, rowKey: key.person }),
    }),
    outbox: tableStore(table('outbox'), {
      schema: outboxRecord,
      within: (key) => inPartition(inRound(key)),
      rowOf: (key) => ({ partitionKey: inRound(key), rowKey: key.key }),
    }),
    budgets: tableStore(table('budgets'), {
      schema: mailboxBudget,
      within: inPartition,
      rowOf: (key) => ({ partitionKey: typeof key === 'string' ? key : key.mailbox, rowKey: 'budget' }),
    }),
  };
}
