import type { Store, Versioned } from '../ports/storage.ts';

const attempts = 8;

/**
 * Reads a record, changes it, and writes it on the condition that nobody else did meanwhile; tries again when
 * somebody did. `decide` gets null when there is no record, and gives null to leave things as they are.
 * @returns the record as it now stands, null when there is none
 * @throws when others kept changing the record
 */
export async function change<Key, T>(
  store: Store<Key, T>,
  key: Key,
  decide: (current: T | null) => T | null,
): Promise<T | null> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const current = await store.get(key);
    const wanted = decide(current?.value ?? null);
    if (wanted === null) return current?.value ?? null;
    if (await written(store, wanted, current)) return wanted;
  }
  throw new Error(`record ${JSON.stringify(key)} was changed by others ${attempts} times in a row`);
}

async function written<Key, T>(store: Store<Key, T>, wanted: T, current: Versioned<T> | null) {
  const version =
    current === null ? await store.insert(wanted) : await store.replace(wanted, current.version);
  return version !== null;
}
