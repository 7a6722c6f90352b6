import { heardFrom, type Participant } from '../records/participant.ts';
import type { Scheme } from '../records/scheme.ts';
import { roundAhead } from '../schemes/rounds-ahead.ts';
import { callAt } from '../schemes/working-days.ts';

/**
 * A participant who says that they want to take part. Where the scheme asks each time, and asks or has asked about the next
 * round, they are in it. The same object when nothing changes.
 * @param now epoch milliseconds
 */
export function sayingYes(scheme: Scheme, participant: Participant, now: number): Participant {
  const { silent, unreached, inRound } = participant;
  const heard = silent === undefined && unreached === undefined ? participant : heardFrom(participant);
  const next = roundAhead(scheme, now);
  if (scheme.asking === 'standing' || callAt(scheme, next) > now || inRound === next.round) return heard;
  return { ...heard, inRound: next.round };
}
