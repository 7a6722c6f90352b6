import type { Participant, PastMeeting } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import { change } from '../shared/change.ts';
import { concurrently } from '../shared/concurrently.ts';
import { findScheme, type SchemePorts } from './find-scheme.ts';

/** Two people who met in a round of an earlier programme. */
export interface EarlierMeeting {
  readonly round: number;
  readonly a: PersonId;
  readonly b: PersonId;
  readonly met: boolean;
}

/**
 * Imports the meetings of an earlier programme into a scheme. It enrols nobody; people who join later have their history.
 * The scheme's own rounds are numbered after the largest imported round. May be repeated.
 * @throws when there is no such scheme
 */
export async function importHistory(
  ports: SchemePorts,
  schemeId: string,
  meetings: readonly EarlierMeeting[],
): Promise<void> {
  const scheme = await findScheme(ports, schemeId);
  if (scheme === null) throw new Error(`scheme "${schemeId}" is not there`);
  const rows = meetings.flatMap(({ round, a, b, met }) => [
    { person: a, meeting: { number: round, round: null, with: [b], met, spent: met } },
    { person: b, meeting: { number: round, round: null, with: [a], met, spent: met } },
  ]);
  const byPerson = Map.groupBy(rows, ({ person }) => person);
  const joinedAt = ports.now();

  await concurrently([...byPerson], async ([person, theirs]) => {
    await change(ports.storage.participants, { scheme: scheme.id, person }, (current): Participant | null => {
      const known = new Set(current?.meetings.map(identity));
      const fresh: PastMeeting[] = [];
      for (const { meeting } of theirs) {
        if (known.has(identity(meeting))) continue;
        known.add(identity(meeting));
        fresh.push(meeting);
      }
      if (fresh.length === 0) return null;
      const base: Participant = current ?? {
        scheme: scheme.id,
        person,
        status: 'not-in',
        pausedUntil: null,
        withdrewAt: null,
        joinedAt,
        meetings: [],
        preferences: null,
        awkward: 0,
      };
      return { ...base, meetings: [...base.meetings, ...fresh] };
    });
  });

  const largest = meetings.reduce((most, { round }) => Math.max(most, round), 0);
  await change(ports.storage.schemes, scheme.id, (current) =>
    current && current.roundsBefore < largest ? { ...current, roundsBefore: largest } : null,
  );
}

function identity({ number, with: others }: PastMeeting): string {
  return `${number}:${others.join(',')}`;
}
