export type { Cost } from './cost.ts';
export {
  match,
  type MatchedPairing,
  type MatchingInput,
  type MatchingPerson,
  type MatchingResult,
  type PastMeeting,
  type SharedTrait,
  type UnplacedReason,
} from './match.ts';
export { triosIn } from './trios-in.ts';
