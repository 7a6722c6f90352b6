import type { Ports } from '../ports/ports.ts';
import { standingAt } from '../records/participant.ts';
import { languageOf, type PersonId, type PersonRecord } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { Scheme } from '../records/scheme.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { toIso } from '../time/instant.ts';
import type { Me } from '../api/me.ts';
import type { MyHistory } from '../api/meetings.ts';

/** The reader, as their token names them. */
export interface User {
  readonly id: PersonId;
  readonly name: string;
  readonly coordinator: boolean;
}

/** Who the person is to this product: enrolments and settings. */
export async function readMe(ports: Ports, user: User): Promise<Me> {
  const [known, schemes] = await Promise.all([ports.storage.people.get(user.id), allSchemes(ports)]);
  const enrolments = await enrolmentsIn(schemes, ports, user.id);
  return viewMe(user, { known: known?.value ?? null, schemes, enrolments }, ports.now());
}

/** What is kept of a person. */
interface Known {
  readonly known: PersonRecord | null;
  readonly schemes: readonly Scheme[];
  readonly enrolments: Awaited<ReturnType<typeof enrolmentsIn>>;
}

/** Who a person is to this product. `now`: epoch milliseconds. */
export function viewMe(user: User, { known, schemes, enrolments }: Known, now: number): Me {
  return {
    id: user.id,
    name: user.name || (known?.name ?? ''),
    language: (known && languageOf(known)) ?? 'en',
    zone: known?.zone ?? schemes[0]?.zone ?? 'UTC',
    coordinator: user.coordinator,
    enrolments: enrolments.flatMap(({ scheme, participant }) => {
      const { status, pausedUntil } = standingAt(participant, scheme.zone, now);
      if (status === 'not-in') return [];
      return [
        { scheme: scheme.id, name: scheme.name, status, pausedUntil, joinedAt: toIso(participant.joinedAt) },
      ];
    }),
    settings: {
      reachable: known?.reachable ?? false,
      preferences: enrolments[0]?.participant.preferences ?? null,
    },
  };
}

/** The people whom the person was paired with, newest round first. */
export async function readMyHistory(ports: Ports, person: PersonId): Promise<MyHistory> {
  const enrolments = await enrolmentsIn(await allSchemes(ports), ports, person);
  const partners = [
    ...new Set(
      enrolments.flatMap(({ participant }) => participant.meetings.flatMap((meeting) => meeting.with)),
    ),
  ];
  const [directory, places, record] = await Promise.all([
    ports.directory.people(partners),
    placementsOf(ports, person, enrolments),
    ports.storage.people.get(person),
  ]);
  const again = record?.value.again ?? [];
  const nameOf = (id: PersonId) => directory.get(id)?.name ?? '';
  return enrolments
    .flatMap(({ scheme, participant }) =>
      participant.meetings.map((meeting) => {
        const said = (by: PersonId) => places.get(placeOf(scheme.id, meeting.round, by))?.feedback;
        const note = places.get(placeOf(scheme.id, meeting.round, person))?.note;
        return {
          scheme: scheme.id,
          schemeName: scheme.name,
          number: meeting.number,
          week: meeting.round,
          partners: meeting.with.map((id) => {
            const department = directory.get(id)?.department;
            return {
              id,
              name: nameOf(id),
              ...(department !== undefined && { department }),
              ...(again.includes(id) && { again: true as const }),
            };
          }),
          met: meeting.met,
          takeaway: said(person)?.takeaway ?? null,
          ...(note !== undefined && { note }),
          shared: meeting.with.flatMap((id) => {
            const theirs = said(id);
            if (theirs?.shared !== true || theirs.takeaway === undefined) return [];
            return [{ id, name: nameOf(id), takeaway: theirs.takeaway }];
          }),
        };
      }),
    )
    .sort((a, b) => b.number - a.number);
}

/** What rounds had for the person and those they met, by scheme, round and person. */
async function placementsOf(
  { storage }: Ports,
  person: PersonId,
  enrolments: Awaited<ReturnType<typeof enrolmentsIn>>,
): Promise<ReadonlyMap<string, Placement>> {
  const keys = enrolments.flatMap(({ scheme, participant }) =>
    participant.meetings.flatMap(({ round, with: partners }) =>
      round === null ? [] : [person, ...partners].map((one) => ({ scheme: scheme.id, round, person: one })),
    ),
  );
  const found = keys.length === 0 ? [] : await storage.placements.getMany(keys, leaveOut);
  return new Map(found.map(({ value }) => [placeOf(value.scheme, value.round, value.person), value]));
}

function placeOf(scheme: string, round: string | null, person: PersonId): string {
  return `${scheme} ${round ?? ''} ${person}`;
}

/** The schemes that the person has ever been in. */
export async function enrolmentsIn(
  schemes: readonly Scheme[],
  { storage }: Pick<Ports, 'storage'>,
  person: PersonId,
) {
  const found = await Promise.all(
    schemes.map(async (scheme) => {
      const stored = await storage.participants.get({ scheme: scheme.id, person });
      return stored === null ? [] : [{ scheme, participant: stored.value }];
    }),
  );
  return found.flat();
}
