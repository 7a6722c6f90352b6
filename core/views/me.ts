import type { Ports } from '../ports/ports.ts';
import { standingAt } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { schemeView } from '../schemes/scheme-view.ts';
import { toIso } from '../time/instant.ts';
import type { Me, MyHistory, Schemes } from './api-schemas.ts';

/** Who the person is to this product: enrolments and settings. */
export async function readMe(
  ports: Ports,
  user: { readonly id: PersonId; readonly name: string; readonly coordinator: boolean },
): Promise<Me> {
  const [known, enrolments, [scheme]] = await Promise.all([
    ports.storage.people.get(user.id),
    enrolmentsOf(ports, user.id),
    allSchemes(ports),
  ]);
  return {
    id: user.id,
    name: user.name || (known?.value.name ?? ''),
    language: known?.value.language ?? 'en',
    zone: known?.value.zone ?? scheme?.zone ?? 'UTC',
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

/** Every scheme, and whether the person is in it. */
export async function readSchemes(ports: Ports, person: PersonId): Promise<Schemes> {
  const enrolments = new Map(
    (await enrolmentsOf(ports, person)).map(({ scheme, participant }) => [scheme.id, participant]),
  );
  return (await allSchemes(ports)).map((scheme) => {
    const { id, name, minutes, next } = schemeView(scheme, ports.now());
    return {
      id,
      name,
      minutes,
      zone: scheme.zone,
      next,
      status: standingAt(enrolments.get(id) ?? null, scheme.zone, ports.now()).status,
    };
  });
}

/** The people whom the person was paired with, newest round first. */
export async function readMyHistory(ports: Ports, person: PersonId): Promise<MyHistory> {
  const enrolments = await enrolmentsOf(ports, person);
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

async function enrolmentsOf(ports: Ports, person: PersonId) {
  const found = await Promise.all(
    (await allSchemes(ports)).map(async (scheme) => {
      const stored = await ports.storage.participants.get({ scheme: scheme.id, person });
      return stored === null ? [] : [{ scheme, participant: stored.value }];
    }),
  );
  return found.flat();
}
