import type { TableClient } from '@azure/data-tables';
import { objectId, type PersonId } from '../../core/people/person.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { personRecord, type PersonRecord } from '../../core/rounds/records.ts';
import { tableStore } from './table-store.ts';

/** Sixteen partitions: what a round must know of ten thousand people is read in as many queries. */
const partitionOf = (person: PersonId) => objectId(person).slice(0, 1);

/** What is known of people. */
export function peopleStore(client: TableClient): Storage['people'] {
  const store = tableStore<string, PersonId, PersonRecord>(client, {
    schema: personRecord,
    json: ['welcome'],
    partitionOf: (partition) => partition,
    rowOf: (key) => {
      const person = typeof key === 'string' ? key : key.id;
      return { partitionKey: partitionOf(person), rowKey: person };
    },
  });
  return {
    ...store,
    async getMany(people) {
      const parts = Object.entries(Object.groupBy(people, partitionOf));
      const found = await Promise.all(parts.map(([partition, keys = []]) => store.getMany(partition, keys)));
      return new Map(found.flat().map(({ value }) => [value.id, value]));
    },
  };
}
