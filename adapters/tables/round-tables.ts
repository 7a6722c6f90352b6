import { odata, type TableClient } from '@azure/data-tables';
import type { Log } from '../../core/ports/ports.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { mailboxRecord } from '../../core/records/mailbox.ts';
import { isWatched, type Placement, placement } from '../../core/records/placement.ts';
import { round } from '../../core/records/round.ts';
import { pairingTable } from './pairing-table.ts';
import { inRound, partOfPeople, partsOfPeople } from './partitions.ts';
import { inPartition, inPartitionsOf } from './read-rows.ts';
import { tableStore } from './table-store.ts';

type InRound = Parameters<Storage['outbox']['list']>[0];

/** The records that rounds write (`tableStorage`). */
export type RoundTables = Pick<Storage, 'rounds' | 'pairings' | 'outbox' | 'placements' | 'mailboxes'>;

export function roundTables(
  table: (name: 'rounds' | 'pairings' | 'placements' | 'mailboxes') => TableClient,
  log: Log,
): RoundTables {
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
      async *after({ person, ...round }, atOnce, onUnreadable) {
        const first = person === null ? null : partOfPeople(person);
        for (const part of partsOfPeople.filter((one) => first === null || one >= first)) {
          const further = part === first ? odata` and RowKey gt ${person}` : '';
          yield* placements.where(
            `${inPartition(`${inRound(round)}:${part}`)}${further}`,
            onUnreadable,
            atOnce,
          );
        }
      },
    },
    mailboxes: tableStore(table('mailboxes'), log, {
      schema: mailboxRecord,
      within: () => inPartition('mailbox'),
      rowOf: (key) => ({ partitionKey: 'mailbox', rowKey: typeof key === 'string' ? key : key.mailbox }),
      beginsAnew: true,
    }),
  };
}
