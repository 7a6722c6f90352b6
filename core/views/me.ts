import type { Ports } from '../ports/ports.ts';
import { standingAt } from '../records/participant.ts';
import { languageOf, type PersonId } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { toIso } from '../time/instant.ts';
import type { Me, MyHistory } from './api-schemas.ts';

/** Who the person is to this product: enrolments and settings. */
export async function readMe(
  ports: Ports,
  user: { readonly id: PersonId; readonly name: string; readonly coordinator: boolean },
): Promise<Me> {
  const [known, schemes] = await Promise.all([ports.storage.people.get(user.id), allSchemes(ports)]);
  const enrolments = await enrolmentsIn(schemes, ports, user.id);
  return {
    id: user.id,
    name: user.name || (known?.value.name ?? ''),
    language: (known && languageOf(known.value)) ?? 'en',
    zone: known?.value.zone ?? schemes[0]?.zone ?? 'UTC',
    coordinator: user.coordinator,
    enrolments: enrolments.flatMap(({ scheme, participant }) => {
      const { status, pausedUntil } = standingAt(participant, scheme.zone, ports.now());
      if (status === 'not-in') return [];
      return [
        { scheme: scheme.id, name: scheme.name, status, pausedUntil, joinedAt: toIso(participant.joinedAt) },
      ];
    }),
    settings: {
      reachable: known?.value.reachable ?? false,
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
  const directory = await ports.directory.people(partners);
  return enrolments
    .flatMap(({ scheme, participant }) =>
      participant.meetings.map((meeting) => ({
        scheme: scheme.id,
        schemeName: scheme.name,
        number: meeting.number,
        week: meeting.round,
        partners: meeting.with.map((id) => ({ id, name: directory.get(id)?.name ?? '' })),
        met: meeting.met,
      })),
    )
    .sort((a, b) => b.number - a.number);
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
