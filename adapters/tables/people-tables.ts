import { odata, type TableClient } from '@azure/data-tables';
import type { Log } from '../../core/ports/ports.ts';
import type { Enrolment, Storage } from '../../core/ports/storage.ts';
import { type Participant, participant } from '../../core/records/participant.ts';
import { erasureRecord, type PersonId, type PersonRecord, personRecord } from '../../core/records/person.ts';
import { scheme } from '../../core/records/scheme.ts';
import { partOfPeople } from './partitions.ts';
import { columnsOf, inPartition, type Row } from './read-rows.ts';
import { tableStore } from './table-store.ts';

/** The partition of people's wishes to be erased. */
const erasing = 'erasing';

type InScheme = Parameters<Storage['participants']['list']>[0];

/** The properties of participants' rows that say how they are enrolled. */
const enrolmentColumns = ['RowKey', 'status', 'pausedUntil', 'inRound'];

function enrolmentOf({ rowKey = '', status, pausedUntil, inRound }: Row): Enrolment {
  return {
    person: rowKey,
    status: participant.shape.status.parse(status),
    pausedUntil: typeof pausedUntil === 'string' ? pausedUntil : null,
    ...(typeof inRound === 'string' && { inRound }),
  };
}

/** The records of schemes and people (`tableStorage`): all that the first call of the tab reads. */
export function peopleTables(
  table: (name: 'schemes' | 'people' | 'participants') => TableClient,
  log: Log,
): Pick<Storage, 'schemes' | 'people' | 'erasures' | 'participants'> {
  const people = tableStore<null, PersonId, PersonRecord>(table('people'), log, {
    schema: personRecord,
    within: () => `not (${inPartition(erasing)})`,
    rowOf: (key) => {
      const person = typeof key === 'string' ? key : key.id;
      return { partitionKey: partOfPeople(person), rowKey: person };
    },
  });
  const participants = tableStore<InScheme, InScheme & { readonly person: string }, Participant>(
    table('participants'),
    log,
    {
      schema: participant,
      within: ({ scheme }) => inPartition(scheme),
      rowOf: ({ scheme, person }) => ({ partitionKey: scheme, rowKey: person }),
      columns: ({ status, pausedUntil, inRound, backOn }) => ({
        status,
        ...(pausedUntil !== null && { pausedUntil }),
        ...(inRound !== undefined && { inRound }),
        ...(backOn !== undefined && { backOn }),
      }),
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
    participants: {
      ...participants,
      async *enrolments({ scheme, after }, atOnce) {
        const further = after === null ? '' : odata` and RowKey gt ${after}`;
        const filter = `${inPartition(scheme)}${further}`;
        for await (const row of columnsOf(table('participants'), filter, enrolmentColumns, atOnce))
          yield enrolmentOf(row);
      },
      backBy: ({ scheme, date }) => participants.where(`${inPartition(scheme)} and backOn le '${date}'`),
    },
  };
}
