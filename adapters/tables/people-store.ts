import type { TableClient } from '@azure/data-tables';
import type { Storage } from '../../core/ports/storage.ts';
import { objectId, type PersonId, personRecord, type PersonRecord } from '../../core/records/person.ts';
import { inPartition } from './read-rows.ts';
import { tableStore } from './table-store.ts';

/** The sixteenth of all people that a person belongs to: many are read in few queries, and none is large. */
export const partOfPeople = (person: PersonId) => objectId(person).slice(0, 1);

/** What is known of people. */
export function peopleStore(client: TableClient): Storage['people'] {
  const store = tableStore<string, PersonId, PersonRecord>(client, {
    schema: personRecord,
    within: inPartition,
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
