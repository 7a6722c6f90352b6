import { Temporal } from 'temporal-polyfill';
import type { Ports } from '../ports/ports.ts';
import { heardFrom, isAway, type Participant, withdrawalAt, without } from '../records/participant.ts';
import type { Scheme } from '../records/scheme.ts';
import { askToLookAfterRoundsOf } from '../rounds/ask-to-look-after.ts';
import { expectCompany } from '../rounds/expect-company.ts';
import { findScheme } from '../schemes/find-scheme.ts';
import { roundTimes } from '../schemes/round-times.ts';
import { roundAhead } from '../schemes/rounds-ahead.ts';
import { change } from '../shared/change.ts';
import type { Caller } from './caller.ts';
import { isRepeated, noted } from './repeated.ts';
import { sayingYes } from './saying-yes.ts';
import { lateFor, type Standing, standingIn } from './standing.ts';

/** An answer to the call before a round. */
export interface CallAnswer {
  readonly scheme: string;
  /** The ISO date of the round's Monday. */
  readonly round: string;
  readonly answer: 'yes' | 'skip';
}

/** Why nothing was recorded. `closed`: it is too late for that round. */
interface CallRefused {
  readonly kind: 'refused';
  readonly reason: 'closed' | 'not-in' | 'unknown-scheme';
}

/** `in`: where `standing` has `late`, the round is paired already, and company is looked for. */
export type StillInResult = { readonly kind: 'in'; readonly standing: Standing } | CallRefused;
export type CallResult = { readonly kind: 'skipped'; readonly standing: Standing } | StillInResult;

/**
 * Records whether the caller takes part in a round: "skip" until it is paired, "yes" until its week begins. Somebody on a
 * break who says yes is back. An activity that Teams sends again changes nothing. Refused: `not-in` for people who are not in
 * the scheme.
 */
export async function answerCall(
  ports: Ports,
  caller: Caller,
  { scheme: id, round, answer }: CallAnswer,
): Promise<CallResult> {
  const scheme = await findScheme(ports, id);
  if (scheme === null) return refused('unknown-scheme');
  const now = ports.now();
  const isNext = roundAhead(scheme, now).round === round;
  const stored = isNext ? null : await ports.storage.rounds.get({ scheme: scheme.id, round });
  if (answer === 'skip') {
    // A round may wait for its coordinator beyond its pairing time.
    const isOpen = isNext || (stored?.value.stage === 'calling' && now < stored.value.weekStart);
    return isOpen ? skip(ports, caller, scheme, round) : refused('closed');
  }
  if (!isNext && (stored === null || now >= stored.value.weekStart)) return refused('closed');
  return comeIn(ports, caller, scheme, (current) => ({ ...heardFrom(backIn(current)), inRound: round }));
}

/** "Yes, keep me in", from somebody who was silent. Somebody who was stepped out is back; a break goes on. */
export async function stillIn(ports: Ports, caller: Caller, id: string): Promise<StillInResult> {
  const scheme = await findScheme(ports, id);
  if (scheme === null) return refused('unknown-scheme');
  return comeIn(ports, caller, scheme, (current) => {
    const isOnBreak = current.status === 'paused' && current.pausedUntil !== null;
    return isOnBreak ? heardFrom(current) : sayingYes(scheme, backIn(current), ports.now());
  });
}

/** @param inNow the participant once they are in; called for people who are active or paused */
async function comeIn(
  ports: Ports,
  caller: Caller,
  scheme: Scheme,
  inNow: (current: Participant) => Participant,
): Promise<StillInResult> {
  const now = ports.now();
  const seen = { wasAway: false };
  const enrolment = await changeEnrolment(ports, caller, scheme, (current) => {
    seen.wasAway = isAway(current, scheme.zone, now);
    return inNow(current);
  });
  if (enrolment?.status !== 'active') return refused('not-in');
  const late = lateFor(scheme, now, now);
  // Somebody whose answer comes again may have been cut short here.
  if (late !== null || scheme.preview !== 'none')
    await expectCompany(ports, scheme, caller.id, seen.wasAway ? 'again' : 'leave');
  ports.log('call answered', { scheme: scheme.id, person: caller.id, outcome: 'in' });
  const standing = standingIn(scheme, enrolment, caller, now);
  return { kind: 'in', standing: { ...standing, ...(late !== null && { late }) } };
}

async function skip(ports: Ports, caller: Caller, scheme: Scheme, round: string): Promise<CallResult> {
  const now = ports.now();
  const { weekEnd } = roundTimes(scheme, round);
  const enrolment = await changeEnrolment(ports, caller, scheme, (current) => {
    const heard = heardFrom(current);
    const kept = heard.inRound === round ? without(heard, 'inRound') : heard;
    // A longer break goes on.
    if (isAway(current, scheme.zone, weekEnd)) return kept;
    const withdrewAt = withdrawalAt(current, scheme.zone, now);
    return {
      ...without(kept, 'backOn'),
      status: 'paused',
      pausedUntil: dateIn(scheme.zone, weekEnd),
      withdrewAt,
    };
  });
  if (enrolment?.status === 'active')
    return { kind: 'in', standing: standingIn(scheme, enrolment, caller, now) };
  if (enrolment?.status !== 'paused') return refused('not-in');
  await askToLookAfterRoundsOf(ports, [caller.id], [scheme]);
  ports.log('call answered', { scheme: scheme.id, person: caller.id, outcome: 'skipped' });
  return { kind: 'skipped', standing: standingIn(scheme, enrolment, caller, now) };
}

/** Changes the caller's row, once for each activity, unless they are not in the scheme. */
function changeEnrolment(
  { storage }: Ports,
  caller: Caller,
  { id: scheme }: Scheme,
  decide: (current: Participant) => Participant,
): Promise<Participant | null> {
  return change(storage.participants, { scheme, person: caller.id }, (current): Participant | null => {
    const isEnrolled = current?.status === 'active' || current?.status === 'paused';
    return isEnrolled && !isRepeated(current, 'call', caller) ? noted(decide(current), 'call', caller) : null;
  });
}

function refused(reason: CallRefused['reason']): CallRefused {
  return { kind: 'refused', reason };
}

/** The participant, active: a break is over. */
function backIn(participant: Participant): Participant {
  if (participant.status !== 'paused') return participant;
  return { ...without(participant, 'backOn'), status: 'active', pausedUntil: null, withdrewAt: null };
}

/** The ISO date of an instant (epoch milliseconds). */
function dateIn(zone: string, instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}
