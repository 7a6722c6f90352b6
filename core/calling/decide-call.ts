import { wasHeardSince } from '../enrolment/heard.ts';
import type { Participant } from '../records/participant.ts';
import type { PersonRecord } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { roundTimes } from '../schemes/round-times.ts';

/** Silent rounds in a row after which somebody in a standing scheme is told that the next round is near. */
const toldAfter = 2;

/** Silent rounds in a row after which somebody is asked whether they still take part. Unreachable people are stepped out. */
const steppedOutAfter = 3;

/** What a call is decided by. */
interface Calling {
  readonly scheme: Scheme;
  readonly round: Pick<Round, 'round'>;
  /** When the round before was paired: from then on a sign of life counts. Epoch milliseconds. */
  readonly since: number;
}

/**
 * What somebody gets who is not away, before a round. `call`: asked, or told that it is near. `still`: asked whether they are
 * still there. `step-out`: nothing, and they take no part any more. `heard`: nothing counts against them any more, which
 * `call` may come with.
 */
export interface Call {
  readonly message: 'call' | 'still' | null;
  readonly change: 'step-out' | 'heard' | null;
}

/** @param person undefined: nothing is known of them */
export function decideCall(
  { scheme, round, since }: Calling,
  participant: Participant,
  person: Pick<PersonRecord, 'heardAt' | 'reachable'> | undefined,
): Call {
  const { silent = 0, unreached = 0, inRound } = participant;
  const isUnreached = unreached > 0 && person?.reachable === false;
  if (isUnreached && unreached >= steppedOutAfter) return { message: null, change: 'step-out' };
  const isSilent = silent > 0 && !wasHeardSince(person, since);
  const change = silent + unreached > 0 && !isSilent && !isUnreached ? 'heard' : null;
  if (isSilent && isToBeAsked(participant)) return { message: 'still', change };
  const isCalled = scheme.asking === 'each-time' ? inRound !== round.round : isSilent && silent >= toldAfter;
  return { message: isCalled ? 'call' : null, change };
}

/** Whether somebody was silent for so long that they are asked whether they still take part. */
export function isToBeAsked({ silent = 0 }: Pick<Participant, 'silent'>): boolean {
  return silent >= steppedOutAfter;
}

/** When the round before one was paired (epoch milliseconds); 0 when there is none. `rounds`: all of the scheme. */
export function pairedBefore(
  scheme: Scheme,
  { round }: Pick<Round, 'round'>,
  rounds: readonly Round[],
): number {
  const earlier = rounds.filter((one) => one.round < round).map((one) => one.round);
  const last = earlier.sort().at(-1);
  return last === undefined ? 0 : roundTimes(scheme, last).pairingAt;
}
