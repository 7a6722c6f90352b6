/** The last call of each owner and key that is under way. */
const lastCalls = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Runs the calls of one owner and key one after the other, in the order in which they come. For this process only. */
export async function oneByOne<R>(owner: object, key: string, call: () => Promise<R>): Promise<R> {
  const byKey = lastCalls.get(owner) ?? new Map<string, Promise<unknown>>();
  lastCalls.set(owner, byKey);
  const mine = (byKey.get(key) ?? Promise.resolve()).then(call, call);
  byKey.set(key, mine);
  try {
    return await mine;
  } finally {
    if (byKey.get(key) === mine) byKey.delete(key);
  }
}

/** Whether a call of that owner and key is under way in this process. */
export function isBusy(owner: object, key: string): boolean {
  return lastCalls.get(owner)?.has(key) === true;
}
