import type { Calls, Graph } from '../../../adapters/graph/client.ts';

/** A Graph that gives some items in every listing, and one body to every request of a batch. */
export function graphOf({ items = [], body = {} }: { items?: readonly unknown[]; body?: unknown }): Graph {
  const refuse = () => Promise.reject(new Error('not expected'));
  const calls: Calls = {
    get: refuse,
    post: refuse,
    patch: refuse,
    async *pages() {
      yield* items;
    },
    batch: async (requests) => requests.map((_, i) => ({ id: `${i}`, status: 200, body })),
  };
  return { ...calls, at: () => calls };
}
