/** Asks once for a resource, however many calls want the answer at the same time. */
export function sharedAsking<T>(ask: (resource: string) => Promise<T>): (resource: string) => Promise<T> {
  const asking = new Map<string, Promise<T>>();
  return (resource) => {
    const asked = asking.get(resource) ?? ask(resource).finally(() => asking.delete(resource));
    asking.set(resource, asked);
    return asked;
  };
}
