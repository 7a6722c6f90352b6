import type { TableClient } from '@azure/data-tables';
import type { Storage } from '../../core/ports/storage.ts';
import { objectId, type PersonId, personRecord, type PersonRecord } from '../../core/records/person.ts';
import { tableStore } from './table-store.ts';

/** A person's partition: sixteen in all, so many are read in few queries, and none is large. */
const partOfPeople = (person: PersonId) => objectId(person).slice(0, 1);

/** What is known of people. */
export function peopleStore(client: TableClient): Storage['people'] {
  const store = tableStore<string, PersonId, PersonRecord>(client, {
    schema: personRecord,
    partitionOf: (part) => part,
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
