import type { TableClient } from '@azure/data-tables';
import type { Storage } from '../../core/ports/storage.ts';
import { handfulOf } from '../../core/records/keys.ts';
import { mailboxBudget } from '../../core/records/mailbox.ts';
import { outboxRecord } from '../../core/records/outbox.ts';
import { pairingRecord } from '../../core/records/pairing.ts';
import { participant } from '../../core/records/participant.ts';
import { objectId } from '../../core/records/person.ts';
import { placement } from '../../core/records/placement.ts';
import { round } from '../../core/records/round.ts';
import { scheme } from '../../core/records/scheme.ts';
import { bucketStore } from './bucket-store.ts';
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

const inRound = ({ scheme, round }: InRound) => `${scheme}:${round}`;

/**
 * The product's records in Table storage. What a round writes much of at once stands many to a row: its pairings by the
 * handful in which they are booked, its placements 256 rows in all, so there is room for 150,000 people.
 *
 * | table | partition | row | cell |
 * | --- | --- | --- | --- |
 * | schemes | `scheme` | scheme | |
 * | people | first digit of the person's object id | person | |
 * | participants | scheme | person | |
 * | rounds | scheme | round | |
 * | pairings | scheme:round | handful | pairing |
 * | placements | scheme:round | first two digits of the person's object id | the third digit |
 * | outbox | scheme:round | key | |
 * | budgets | mailbox | `budget` | |
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
    pairings: bucketStore(table('pairings'), {
      schema: pairingRecord,
      partitionOf: inRound,
      placeOf: (key) => ({
        partition: inRound(key),
        bucket: handfulOf(key.pairing),
        cell: key.pairing.replaceAll('-', '_'),
      }),
      idOf: ({ pairing }) => pairing,
    }),
    placements: bucketStore(table('placements'), {
      schema: placement,
      partitionOf: inRound,
      placeOf: (key) => {
        const person = objectId(key.person);
        return { partition: inRound(key), bucket: person.slice(0, 2), cell: `p${person.slice(2, 3)}` };
      },
      idOf: ({ person }) => person,
    }),
    outbox: tableStore(table('outbox'), {
      schema: outboxRecord,
      json: [],
      partitionOf: inRound,
      rowOf: (key) => ({ partitionKey: inRound(key), rowKey: key.key }),
    }),
    budgets: tableStore(table('budgets'), {
      schema: mailboxBudget,
      json: ['turn', 'sendings', 'recipients'],
      partitionOf: (mailbox: string) => mailbox,
      rowOf: (key) => ({ partitionKey: typeof key === 'string' ? key : key.mailbox, rowKey: 'budget' }),
    }),
  };
}
