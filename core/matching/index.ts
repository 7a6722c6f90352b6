export type { MatchedPairing, UnmatchedReason } from './explain.ts';
export { explainGroups } from './explain-groups.ts';
export { seededChance } from './ground/chance.ts';
export { compareCosts, type Cost } from './ground/cost.ts';
export type { MatchingInput, MatchingPerson, PastPair } from './ground/input.ts';
export { trioReluctance } from './ground/roster.ts';
export { match, type MatchingResult } from './match.ts';
export { triosIn } from './trios-in.ts';
