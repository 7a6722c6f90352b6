import { nextDue } from '../../core/clockwork/due-steps.ts';
import type { Participant } from '../../core/records/participant.ts';
import { objectId } from '../../core/records/person.ts';
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
    botId,
    playground: url === null || first === undefined ? null : { url, mail: first.mail },
  };
}

/**
 * The rounds that matter now, in order: those under way that were paired after the scheme was made, and the next one.
 */
function timesFrom(scheme: Scheme, now: number): readonly [RoundTimes, ...RoundTimes[]] {
  const [first, ...rest] = roundsUnderWay(scheme, now).filter(
    ({ pairingAt }) => pairingAt >= scheme.runsFrom,
  );
  const next = nextRound(scheme, now);
  return first === undefined ? [next] : [first, ...rest, next];
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
