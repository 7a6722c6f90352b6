import { createHash } from 'node:crypto';

/** Makes the seed of a round from the seed of the start: another one for every round, and the same at every start. */
export function seedOf(seed: number, scheme: string, round: string): number {
  return createHash('sha256').update(`${seed}:${scheme}:${round}`).digest().readUInt32BE() >>> 1;
}
