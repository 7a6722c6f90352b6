import type { Ports } from '../ports/ports.ts';
import { type PastMeeting, standingAt } from '../records/participant.ts';
import { languageOf, type PersonId, type PersonRecord } from '../records/person.ts';
import type { Placement } from '../records/placement.ts';
import type { Scheme } from '../records/scheme.ts';
import { allSchemes, findScheme, type SchemePorts } from '../schemes/find-scheme.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { type Page, pageOf, type PageWanted } from '../shared/page.ts';
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
  const coordinates = schemes
    .filter(({ coordinators }) => user.coordinator || coordinators.includes(user.id))
    .map(({ id }) => id);
  return {
    id: user.id,
    name: user.name || (known?.name ?? ''),
    language: (known && languageOf(known)) ?? 'en',
    zone: known?.zone ?? schemes[0]?.zone ?? 'UTC',
    coordinator: user.coordinator || coordinates.length > 0,
    coordinates,
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
  return [...(await readHistoryPage(ports, person, { limit: Infinity })).entries];
}

/** One page of that. */
export async function readHistoryPage(
  ports: Ports,
  person: PersonId,
  wanted: PageWanted,
): Promise<Page<MyHistory[number]>> {
  const enrolments = await enrolmentsIn(await allSchemes(ports), ports, person);
  const all = enrolments
    .flatMap(({ scheme, participant }) => participant.meetings.map((meeting) => ({ scheme, meeting })))
    .sort((a, b) => b.meeting.number - a.meeting.number);
  const { entries, next } = pageOf(all, wanted);
  const [directory, places, record] = await Promise.all([
    ports.directory.people([...new Set(entries.flatMap(({ meeting }) => meeting.with))]),
    placementsOf(ports, person, entries),
    ports.storage.people.get(person),
  ]);
  const again = record?.value.again ?? [];
  const nameOf = (id: PersonId) => directory.get(id)?.name ?? '';
  const shown = entries.map(({ scheme, meeting }): MyHistory[number] => {
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
  });
  return { entries: shown, next };
}

/** What rounds had for the person and those they met, by scheme, round and person. */
async function placementsOf(
  { storage }: Ports,
  person: PersonId,
  entries: readonly { readonly scheme: Scheme; readonly meeting: PastMeeting }[],
): Promise<ReadonlyMap<string, Placement>> {
  const keys = entries.flatMap(({ scheme, meeting: { round, with: partners } }) =>
    round === null ? [] : [person, ...partners].map((one) => ({ scheme: scheme.id, round, person: one })),
  );
  const found = keys.length === 0 ? [] : await storage.placements.getMany(keys, leaveOut);
  return new Map(found.map(({ value }) => [placeOf(value.scheme, value.round, value.person), value]));
}

function placeOf(scheme: string, round: string | null, person: PersonId): string {
  return `${scheme} ${round ?? ''} ${person}`;
}

/** Whether any scheme has an enrolment of somebody, whatever its status. */
export async function isParticipant(ports: SchemePorts, person: PersonId): Promise<boolean> {
  return (await enrolmentsIn(await allSchemes(ports), ports, person)).length > 0;
}

/** Whether a scheme, by its id or name, names somebody as one of its coordinators. */
export async function looksAfter(ports: SchemePorts, person: PersonId, scheme: string): Promise<boolean> {
  return (await findScheme(ports, scheme))?.coordinators.includes(person) ?? false;
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
