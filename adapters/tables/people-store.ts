import type { TableClient } from '@azure/data-tables';
import { objectId, type PersonId } from '../../core/people/person.ts';
import type { Storage } from '../../core/ports/storage.ts';
import { personRecord, type PersonRecord } from '../../core/rounds/records.ts';
import { tableStore } from './table-store.ts';

/** The partition of what is kept for each person: sixteen, so many are read in few queries, and none is large. */
export const partOfPeople = (person: PersonId) => objectId(person).slice(0, 1);

/** What is known of people. */
export function peopleStore(client: TableClient): Storage['people'] {
  const store = tableStore<null, PersonId, PersonRecord>(client, {
    schema: personRecord,
    json: ['welcome'],
    partitionsOf: () => ({ from: '0', to: 'g' }),
    rowOf: (key) => {
      const person = typeof key === 'string' ? key : key.id;
      return { partitionKey: partOfPeople(person), rowKey: person };
    },
  });
  return {
    ...store,
    async getMany(people) {
      const found = await store.getMany(people);
      return new Map(found.map(({ value }) => [value.id, value]));
    },
  };
}
