import { nextDue } from '../../core/clockwork/due-steps.ts';
import { heldBetween } from '../../core/records/held.ts';
import { eventOf, type PairingRecord } from '../../core/records/pairing.ts';
import type { Participant } from '../../core/records/participant.ts';
import { objectId } from '../../core/records/person.ts';
import type { Round } from '../../core/records/round.ts';
import type { Scheme } from '../../core/records/scheme.ts';
import { allSchemes, type SchemePorts } from '../../core/schemes/find-scheme.ts';
import { nextRound, roundsUnderWay, type RoundTimes } from '../../core/schemes/round-times.ts';
import { ianaZone } from '../../core/time/zones.ts';
import type { Employee } from '../organisation/employee.ts';
import type { NextStep, Overview } from './overview.ts';

export interface OverviewParts {
  readonly ports: SchemePorts;
  readonly employees: readonly Employee[];
  /** Mails in lower case. */
  readonly coordinators: readonly string[];
  readonly botId: string;
  /** Null until the chat client runs. */
  readonly playgroundUrl: () => string | null;
}

/** Gathers the present state of the first scheme. */
export async function gatherOverview(parts: OverviewParts): Promise<Overview> {
  const { ports, employees, coordinators, botId, playgroundUrl } = parts;
  const [scheme] = await allSchemes(ports);
  if (scheme === undefined) throw new Error('there is no scheme');
  const statuses = new Map<string, Exclude<Participant['status'], 'not-in'>>();
  for await (const { value } of ports.storage.participants.list({ scheme: scheme.id })) {
    if (value.status === 'not-in') continue;
    statuses.set(objectId(value.person), value.status);
  }

  const now = ports.now();
  const times = timesFrom(scheme, now);
  const url = playgroundUrl();
  const [first] = employees;
  return {
    now: new Date(now).toISOString(),
    scheme: { id: scheme.id, name: scheme.name, zone: scheme.zone, minutes: scheme.minutes },
    next: nextOf(times, now),
    nextPairing: new Date(nextRound(scheme, now).pairingAt).toISOString(),
    week: weekOf(times),
    people: employees.map((employee) => ({
      ...employee,
      coordinator: coordinators.includes(employee.mail.toLowerCase()),
      zone: ianaZone(employee.timeZone) ?? scheme.zone,
      status: statuses.get(employee.oid) ?? null,
    })),
    met: await metIn(ports, scheme, now),
    botId,
    playground: url === null || first === undefined ? null : { url, mail: first.mail },
  };
}

/**
 * The rounds that matter now, in order: those under way that were paired after the scheme was made, and the next one.
 */
function timesFrom(scheme: Scheme, now: number): readonly [RoundTimes, ...RoundTimes[]] {
  const [first, ...rest] = roundsUnderWay(scheme, now).filter(
    ({ pairingAt }) => pairingAt >= scheme.createdAt,
  );
  const next = nextRound(scheme, now);
  return first === undefined ? [next] : [first, ...rest, next];
}

/** Whether the members of the newest round's pairings met, for meetings that are over. */
async function metIn({ storage }: SchemePorts, { id }: Scheme, now: number): Promise<Overview['met']> {
  let newest: Round | null = null;
  for await (const { value } of storage.rounds.list({ scheme: id }))
    if (newest === null || value.number > newest.number) newest = value;
  const met: Record<string, boolean | null> = {};
  if (newest === null) return met;
  for await (const { value } of storage.pairings.list({ scheme: id, round: newest.round })) {
    const event = value.state === 'booked' ? eventOf(value) : null;
    if (event !== null && event.slot.end <= now) met[value.pairing] = metAmong(value);
  }
  return met;
}

/** Whether two of the members met: they did, if any two say so; they did not, if no two can have. */
function metAmong(pairing: PairingRecord): boolean | null {
  const { members } = pairing;
  const held = members.flatMap((one, index) =>
    members.slice(index + 1).map((other) => heldBetween(pairing, one, other).met),
  );
  if (held.includes(true)) return true;
  return held.includes(null) ? null : false;
}

function nextOf(times: readonly RoundTimes[], now: number): Overview['next'] {
  const at = nextDue(times, now);
  if (at === null) throw new Error('nothing ever happens again');
  const what: NextStep = times.some(({ pairingAt }) => pairingAt === at)
    ? 'pairing'
    : times.some(({ weekStart }) => weekStart === at)
      ? 'week-begins'
      : 'week-ends';
  return { at: new Date(at).toISOString(), what };
}

function weekOf([{ round, weekStart, weekEnd }]: readonly [RoundTimes, ...RoundTimes[]]): Overview['week'] {
  return { round, start: new Date(weekStart).toISOString(), end: new Date(weekEnd).toISOString() };
}
