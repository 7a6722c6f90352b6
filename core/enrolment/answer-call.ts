import type { Ports } from '../ports/ports.ts';
import type { Participant } from '../records/participant.ts';
import { findScheme } from '../schemes/find-scheme.ts';
import { nextRound } from '../schemes/round-times.ts';
import { change } from '../shared/change.ts';
import type { Caller } from './caller.ts';
import { pause } from './pause.ts';
import { type Standing, standing, standingIn } from './standing.ts';

/** Whether somebody takes part in the next round. */
export interface CallAnswer {
  readonly scheme: string;
  /** The ISO date of its Monday. */
  readonly round: string;
  readonly answer: 'yes' | 'skip';
}

/** Why nothing was recorded. `closed`: that round is paired already. */
interface CallRefused {
  readonly kind: 'refused';
  readonly reason: 'closed' | 'not-in' | 'unknown-scheme';
  readonly standing: Standing;
}

export type CallResult = { readonly kind: 'in' | 'skipped'; readonly standing: Standing } | CallRefused;
export type StillInResult = { readonly kind: 'in'; readonly standing: Standing } | CallRefused;

/** Records whether somebody takes part in the next round. A repeat changes nothing. */
export async function answerCall(
  ports: Ports,
  caller: Caller,
  { scheme: id, round, answer }: CallAnswer,
): Promise<CallResult> {
  const scheme = await findScheme(ports, id);
  if (scheme === null) return refused(ports, caller, 'unknown-scheme');
  if (nextRound(scheme, ports.now()).round !== round) return refused(ports, caller, 'closed');
  if (answer === 'skip') {
    const result = await pause(ports, caller, id, null);
    if (result.kind === 'refused') return refused(ports, caller, 'not-in');
    return { kind: 'skipped', standing: result.standing };
  }
  const result = await stillIn(ports, caller, id, { inRound: round });
  return result;
}

/** Records that somebody would like to stay in. */
export async function stillIn(
  ports: Ports,
  caller: Caller,
  id: string,
  more: Pick<Participant, 'inRound'> | Record<string, never> = {},
): Promise<StillInResult> {
  const scheme = await findScheme(ports, id);
  if (scheme === null) return refused(ports, caller, 'unknown-scheme');
  const enrolment = await change(
    ports.storage.participants,
    { scheme: scheme.id, person: caller.id },
    (current): Participant | null => {
      if (current?.status !== 'active' && current?.status !== 'paused') return null;
      const heard: Participant = { ...current, status: 'active', pausedUntil: null, ...more };
      delete heard.silent;
      return heard;
    },
  );
  if (enrolment?.status !== 'active') return refused(ports, caller, 'not-in');
  return { kind: 'in', standing: standingIn(scheme, enrolment, caller, ports.now()) };
}

async function refused(ports: Ports, caller: Caller, reason: CallRefused['reason']): Promise<CallRefused> {
  return { kind: 'refused', reason, standing: await standing(ports, caller) };
}
