import { Temporal } from 'temporal-polyfill';
import type { Ports } from '../ports/ports.ts';
import { isAhead, slotOf } from '../records/pairing.ts';
import { memberOf, type PersonId } from '../records/person.ts';
import { toIso } from '../time/instant.ts';
import { currentPairings } from './current-pairings.ts';

/** A meeting that is still to come, as far as somebody who may not be there needs to know it. */
export interface MeetingAhead {
  readonly scheme: string;
  /** The names of the others. */
  readonly partners: readonly string[];
  /** ISO 8601; null: no time is chosen yet. */
  readonly start: string | null;
  /** The day of the meeting in the scheme's zone, or the last day on which it may be; an ISO date. */
  readonly day: string;
}

/** Somebody's meetings that are still to come, the soonest first. */
export async function meetingsAhead(ports: Ports, person: PersonId): Promise<MeetingAhead[]> {
  const now = ports.now();
  return (await currentPairings(ports, person))
    .filter(({ pairing }) => isAhead(pairing, now))
    .map(({ pairing, people, scheme, round }) => {
      const start = slotOf(pairing)?.start ?? null;
      const day = Temporal.Instant.fromEpochMilliseconds(start ?? round.weekEnd - 1);
      return {
        scheme: scheme.id,
        partners: pairing.members
          .filter((id) => id !== person)
          .map((id) => memberOf(id, people.get(id), scheme.zone).name),
        start: start === null ? null : toIso(start),
        day: day.toZonedDateTimeISO(scheme.zone).toPlainDate().toString(),
      };
    });
}
