import type { Store, Versioned } from '../ports/storage.ts';

const attempts = 8;

/**
 * Reads a record, lets `decide` change it, and writes it. When somebody else wrote it meanwhile, it starts again.
 * @param decide gets null when there is no record; gives null to write nothing. May be called several times.
 * @param ifUnreadable `leave-out`: a record that cannot be read stays as it is, and this gives null
 * @param known the record, where the caller has read it: it is read again only when somebody else wrote it since
 * @returns the stored record after the change; null when there is none
 * @throws when others changed the record eight times in a row
 */
export async function change<Key, T>(
  store: Store<Key, T>,
  key: Key,
  decide: (current: T | null) => T | null,
  ifUnreadable: 'throw' | 'leave-out' = 'throw',
  known?: Versioned<T>,
): Promise<T | null> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const unreadable: string[] = [];
    const leaveOut = (id: string) => unreadable.push(id);
    const isKnown = known !== undefined && attempt === 0;
    const current = isKnown ? known : await store.get(key, ifUnreadable === 'throw' ? undefined : leaveOut);
    if (unreadable.length > 0) return null;
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
