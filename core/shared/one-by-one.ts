/** The end of the line for each key, for as long as its owner is there. */
const lines = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Runs the calls of one owner and key one after the other, in the order in which they come; within this process. */
export async function oneByOne<R>(owner: object, key: string, call: () => Promise<R>): Promise<R> {
  const line = lines.get(owner) ?? new Map<string, Promise<unknown>>();
  lines.set(owner, line);
  const mine = (line.get(key) ?? Promise.resolve()).then(call, call);
  line.set(key, mine);
  try {
    return await mine;
  } finally {
    if (line.get(key) === mine) line.delete(key);
  }
}

/** Whether a call of that owner and key is under way within this process. */
export function isBusy(owner: object, key: string): boolean {
  return lines.get(owner)?.has(key) === true;
}
