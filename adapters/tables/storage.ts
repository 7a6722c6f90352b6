import type { TableClient } from '@azure/data-tables';
import { mailboxBudget } from '../../core/booking/budget.ts';
import { scheme } from '../../core/schemes/scheme.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { handfulOf } from '../../core/rounds/keys.ts';
import { outboxRecord, pairingRecord, participant, placement } from '../../core/rounds/records.ts';
import { round } from '../../core/rounds/round.ts';
import { partOfPeople, peopleStore } from './people-store.ts';
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

const inRound = ({ scheme, round }: InRound) => `${scheme}:${round}`;

/** The partitions of a round: `;` comes after `:`. */
const ofRound = (key: InRound) => ({ from: `${inRound(key)}:`, to: `${inRound(key)};` });

/**
 * The product's records in Table storage. What a round writes much of at once is spread over partitions, so that their limit
 * (2,000 entities a second) is never a round's: https://learn.microsoft.com/azure/storage/tables/scalability-targets
 * The outbox needs none: two writes a message, of which the connector takes fifty a second.
 *
 * | table | partition | row |
 * | --- | --- | --- |
 * | schemes | `scheme` | scheme |
 * | people | first digit of the person's object id | person |
 * | participants | scheme | person |
 * | rounds | scheme | round |
 * | pairings | scheme:round:handful | pairing |
 * | placements | scheme:round:first digit of the person's object id | person |
 * | outbox | scheme:round | key |
 * | budgets | mailbox | `budget` |
 */
export function tableStorage(table: (name: TableName) => TableClient): TableStorage {
  return {
    schemes: tableStore(table('schemes'), {
      schema: scheme,
      json: ['cadence', 'pairing', 'lunch', 'workingHours'],
      partitionsOf: () => 'scheme',
      rowOf: (key) => ({ partitionKey: 'scheme', rowKey: typeof key === 'string' ? key : key.id }),
    }),
    people: peopleStore(table('people')),
    participants: tableStore(table('participants'), {
      schema: participant,
      json: ['meetings', 'preferences'],
      partitionsOf: ({ scheme }) => scheme,
      rowOf: ({ scheme, person }) => ({ partitionKey: scheme, rowKey: person }),
    }),
    rounds: tableStore(table('rounds'), {
      schema: round,
      json: [],
      partitionsOf: ({ scheme }) => scheme,
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
      partitionsOf: ofRound,
      rowOf: (key) => ({ partitionKey: `${inRound(key)}:${handfulOf(key.pairing)}`, rowKey: key.pairing }),
    }),
    placements: tableStore(table('placements'), {
      schema: placement,
      json: [],
      partitionsOf: ofRound,
      rowOf: (key) => ({ partitionKey: `${inRound(key)}:${partOfPeople(key.person)}`, rowKey: key.person }),
    }),
    outbox: tableStore(table('outbox'), {
      schema: outboxRecord,
      json: [],
      partitionsOf: inRound,
      rowOf: (key) => ({ partitionKey: inRound(key), rowKey: key.key }),
    }),
    budgets: tableStore(table('budgets'), {
      schema: mailboxBudget,
      json: ['turn', 'sendings', 'recipients'],
      partitionsOf: (mailbox: string) => mailbox,
      rowOf: (key) => ({ partitionKey: typeof key === 'string' ? key : key.mailbox, rowKey: 'budget' }),
    }),
  };
}
