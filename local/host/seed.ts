import { createHash } from 'node:crypto';

/** The seed of a round, from the seed that was given at the start: the same every time, another for every round. */
export function seedOf(seed: number, scheme: string, round: string): number {
  return createHash('sha256').update(`${seed}:${scheme}:${round}`).digest().readUInt32BE() >>> 1;
}
