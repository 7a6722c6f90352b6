import { Temporal } from 'temporal-polyfill';
import { stepOutSilent, whoIsSilent } from '../calling/step-out.ts';
import type { Ports } from '../ports/ports.ts';
import type { Versioned } from '../ports/storage.ts';
import type { Draft } from '../records/plans/draft.ts';
import { isAway, isIn, type Participant, without, withoutPauseOver } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { roundTimes } from '../schemes/round-times.ts';

/** Participants of a scheme as they are stored, and the ids of those that cannot be read. */
export interface Enrolled {
  readonly readable: readonly Versioned<Participant>[];
  readonly unreadable: ReadonlySet<PersonId>;
}

/** Everybody who was ever enrolled in a scheme. */
export async function readEnrolled({ storage }: Pick<Ports, 'storage'>, scheme: Scheme): Promise<Enrolled> {
  const readable: Versioned<Participant>[] = [];
  const unreadable = new Set<PersonId>();
  for await (const one of storage.participants.list({ scheme: scheme.id }, (id) => unreadable.add(id)))
    readable.push(one);
  return { readable, unreadable };
}

/** What decides who is in a round. */
export interface Admission {
  readonly scheme: Scheme;
  readonly round: Round;
  /** All rounds of the scheme. */
  readonly rounds: readonly Round[];
  /** Whom a coordinator put in. */
  readonly putIn: Draft['putIn'];
}

/**
 * Those who take part in a round. People who were asked whether they are still there, and are silent, are left out, but not
 * stepped out: nothing is written.
 */
export async function whoIsIn(
  ports: Pick<Ports, 'storage'>,
  { scheme, round, rounds, putIn }: Admission,
  { readable }: Enrolled,
): Promise<Participant[]> {
  const active = readable.filter(({ value }) => !isAway(value, scheme.zone, round.weekStart));
  const { leaving } = await whoIsSilent(ports, scheme, round, rounds, active);
  const staying = active.filter((one) => !leaving.has(one) && isTaking(one.value, scheme, round));
  return [...new Set([...staying, ...those(scheme, round, readable, putIn)])].map(({ value }) => value);
}

/**
 * The same, to be paired now. People who were asked whether they are still there, and are silent, are stepped out. A pause that
 * is over is ended in the row of those who take part, and whoever was put in is in by their row too.
 */
export async function admitPeople(
  ports: Ports,
  { scheme, round, rounds, putIn }: Admission,
  { readable }: Enrolled,
): Promise<Participant[]> {
  const active = readable.filter(({ value }) => !isAway(value, scheme.zone, round.weekStart));
  const added = those(scheme, round, readable, putIn);
  const others = active.filter((one) => !added.includes(one));
  const staying = await stepOutSilent(ports, scheme, round, rounds, others);
  const taking = staying.filter(({ value }) => isTaking(value, scheme, round));
  const at = ports.now();
  // A row that somebody else changed meanwhile stays as it is.
  await ports.storage.participants.write([
    ...taking.flatMap(({ value, version }) => {
      const back = withoutPauseOver(value, scheme.zone, at);
      return back === value ? [] : [{ value: back, version }];
    }),
    ...added.map(({ value, version }) => ({ value: takingPart(value, round), version })),
  ]);
  return [...taking, ...added].map(({ value }) => value);
}

/** Whether somebody is in: also who joined since the pairing time of a round that waits for its coordinator. */
function isTaking(participant: Participant, scheme: Scheme, round: Round): boolean {
  const { pairingAt } = roundTimes(scheme, round.round);
  return isIn(participant, scheme, round) || participant.joinedAt >= pairingAt;
}

/** Those who were put in, and may be. */
function those(
  scheme: Scheme,
  round: Round,
  readable: readonly Versioned<Participant>[],
  putIn: Draft['putIn'],
): Versioned<Participant>[] {
  const since = new Map(putIn.map(({ person, at }) => [person, at]));
  return readable.filter(({ value }) => {
    const at = since.get(value.person);
    return at !== undefined && mayBePutIn(value, scheme, round, at);
  });
}

/**
 * Whether a coordinator may put somebody in a round: they have not said whether they take part, or said before that they do
 * not. A longer break is not disturbed.
 * @param at when they are put in; epoch milliseconds
 */
export function mayBePutIn(participant: Participant, scheme: Scheme, round: Round, at: number): boolean {
  if (!isAway(participant, scheme.zone, round.weekStart)) return true;
  return hasSkipped(participant, scheme, round) && (participant.withdrewAt ?? 0) <= at;
}

/** Whether somebody said that they do not take part in this one round: they are on a break until its week is over. */
function hasSkipped({ status, pausedUntil }: Participant, { zone }: Scheme, { weekEnd }: Round): boolean {
  const back = Temporal.Instant.fromEpochMilliseconds(weekEnd).toZonedDateTimeISO(zone).toPlainDate();
  return status === 'paused' && pausedUntil === back.toString();
}

function takingPart(participant: Participant, { round }: Round): Participant {
  const back = without(participant, 'backOn');
  return { ...back, status: 'active', pausedUntil: null, withdrewAt: null, inRound: round };
}
