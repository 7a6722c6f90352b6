import type { TableClient } from '@azure/data-tables';
import { mailboxBudget } from '../../core/booking/budget.ts';
import { scheme } from '../../core/schemes/scheme.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { outboxRecord, pairingRecord, participant, placement } from '../../core/rounds/records.ts';
import { round } from '../../core/rounds/round.ts';
import { peopleStore } from './people-store.ts';
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
/** What stands in tables; the rest stands in blobs. */
export type TableStorage = Omit<Storage, 'plans' | 'repairs' | 'availability'>;

/** One partition a round: a round's records are read together, and written by one round's work alone. */
const roundPartition = ({ scheme, round }: InRound) => `${scheme}:${round}`;

/**
 * The product's records in Table storage.
 *
 * | table | partition | row |
 * | --- | --- | --- |
 * | schemes | `scheme` | scheme |
 * | people | first digit of the person's object id | person |
 * | participants | scheme | person |
 * | rounds | scheme | round |
 * | pairings, placements, outbox | scheme:round | pairing, person, key |
 * | budgets | mailbox | `budget` |
 */
export function tableStorage(table: (name: TableName) => TableClient): TableStorage {
  return {
    schemes: tableStore(table('schemes'), {
      schema: scheme,
      json: ['cadence', 'pairing', 'lunch', 'workingHours'],
      partitionOf: () => 'scheme',
      rowOf: (key) => ({ partitionKey: 'scheme', rowKey: typeof key === 'string' ? key : key.id }),
    }),
    people: peopleStore(table('people')),
    participants: tableStore(table('participants'), {
      schema: participant,
      json: ['meetings', 'preferences'],
      partitionOf: ({ scheme }) => scheme,
      rowOf: ({ scheme, person }) => ({ partitionKey: scheme, rowKey: person }),
    }),
    rounds: tableStore(table('rounds'), {
      schema: round,
      json: [],
      partitionOf: ({ scheme }) => scheme,
      rowOf: ({ scheme, round }) => ({ partitionKey: scheme, rowKey: round }),
    }),
    pairings: tableStore(table('pairings'), {
      schema: pairingRecord,
      json: [
        'members',
        'slots',
        'tell',
        'slot',
        'event',
        'offer',
        'answers',
        'handled',
        'insteadOf',
        'passedOver',
      ],
      partitionOf: roundPartition,
      rowOf: (key) => ({ partitionKey: roundPartition(key), rowKey: key.pairing }),
    }),
    placements: tableStore(table('placements'), {
      schema: placement,
      json: [],
      partitionOf: roundPartition,
      rowOf: (key) => ({ partitionKey: roundPartition(key), rowKey: key.person }),
    }),
    outbox: tableStore(table('outbox'), {
      schema: outboxRecord,
      json: [],
      partitionOf: roundPartition,
      rowOf: (key) => ({ partitionKey: roundPartition(key), rowKey: key.key }),
    }),
    budgets: tableStore(table('budgets'), {
      schema: mailboxBudget,
      json: ['turn', 'sendings', 'recipients'],
      partitionOf: (mailbox: string) => mailbox,
      rowOf: (key) => ({ partitionKey: typeof key === 'string' ? key : key.mailbox, rowKey: 'budget' }),
    }),
  };
}
