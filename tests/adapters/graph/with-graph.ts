import { createGraph, type Graph } from '../../../adapters/graph/client.ts';
import { serveGraph, type GivenGraph, type ServedGraph } from '../../support/emulated-graph.ts';

export interface GraphOverHttp {
  readonly served: ServedGraph;
  /** The product's client, with an app's token. Its waits take no time. */
  readonly graph: Graph;
  /** The waits of the client in milliseconds, in order. */
  readonly waits: readonly number[];
  /** Requests inside batches, by route. */
  readonly inner: (template: string) => number;
  /** HTTP round trips. */
  readonly trips: () => number;
}

/** Emulated Graphs for the tests of a `describe`, on Monday 7 December 2026, 08:00 UTC; ended after each test. */
export function useGraph(): (given: Omit<GivenGraph, 'now'>) => Promise<GraphOverHttp> {
  const all: ServedGraph[] = [];
  afterEach(async () => {
    for (const served of all.splice(0)) await served.close();
  });
  return async (given) => {
    const served = await serveGraph({ ...given, now: () => Date.parse('2026-12-07T08:00:00Z') });
    all.push(served);
    const waits: number[] = [];
    let clock = Date.parse('2026-12-07T08:00:00Z');
    const graph = createGraph(
      served.url,
      async () => 'app',
      async (milliseconds) => {
        waits.push(milliseconds);
        clock += milliseconds;
      },
      () => clock,
    );
    const requests = () => served.graph.requests();
    return {
      served,
      graph,
      waits,
      inner: (wanted) =>
        requests().filter(({ template, batch }) => template === wanted && batch !== null).length,
      trips: () => requests().filter(({ batch }) => batch === null).length,
    };
  };
}
