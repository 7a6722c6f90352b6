declare module 'edmonds-blossom' {
  /** Maximum-weight matching: the partner of each vertex, or -1. */
  export default function edmondsBlossom(
    edges: readonly (readonly [number, number, number])[],
    maxCardinality?: boolean,
  ): number[];
}
