import type { TableClient } from '@azure/data-tables';
import type { Log } from '../../core/ports/ports.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { peopleTables } from './people-tables.ts';
import { roundTables } from './round-tables.ts';

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

/** The records in tables. The others are in blobs. */
export type TableStorage = Omit<Storage, 'plans' | 'drafts' | 'repairs' | 'availability'>;

/**
 * The product's records in Table storage. Records that a round writes in large numbers are spread over many partitions: a
 * partition takes 2,000 rows a second, and the emulator searches a whole partition for each row.
 *
 * | table | partition | row |
 * | --- | --- | --- |
 * | schemes | `scheme` | scheme |
 * | people | one of three parts of people | person |
 * | people: wishes to be erased | `erasing` | person |
 * | participants | scheme | person; properties `status`, `pausedUntil`, `inRound`, `backOn` |
 * | rounds | scheme | round |
 * | pairings | `pairingTable` | |
 * | placements | scheme:round:one of three parts of people | person; property `watched` |
 * | mailboxes | `mailbox` | mailbox |
 */
export function tableStorage(table: (name: TableName) => TableClient, log: Log): TableStorage {
  return { ...peopleTables(table, log), ...roundTables(table, log) };
}
