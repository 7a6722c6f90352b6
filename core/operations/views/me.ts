import type { Me, MyHistory, Schemes } from '../../api/schemas.ts';
import type { PersonId } from '../../people/person.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Participant } from '../../rounds/records.ts';
import { isAway } from '../../rounds/participation.ts';
import type { Scheme } from '../../schemes/scheme.ts';
import { allSchemes, schemeView } from '../schemes.ts';

/** Who the person is to this product: enrolments and settings. */
export async function me(
  ports: Ports,
  user: { readonly id: PersonId; readonly name: string; readonly coordinator: boolean },
): Promise<Me> {
  const [known, enrolments] = await Promise.all([
    ports.storage.people.get(user.id),
    enrolmentsOf(ports, user.id),
  ]);
  return {
    id: user.id,
    name: user.name || (known?.value.name ?? ''),
    language: known?.value.language ?? 'en',
    zone: known?.value.zone ?? enrolments[0]?.scheme.zone ?? 'UTC',
    coordinator: user.coordinator,
    enrolments: enrolments.map(({ scheme, participant }) => ({
      scheme: scheme.id,
      name: scheme.name,
      ...status(ports, scheme, participant),
      joinedAt: participant.joinedAt,
    })),
    settings: { reachable: known?.value.reachable ?? false },
  };
}

/** Every scheme, and whether the person is in it. */
export async function schemesFor(ports: Ports, person: PersonId): Promise<Schemes> {
  const enrolments = new Map(
    (await enrolmentsOf(ports, person)).map(({ scheme, participant }) => [scheme.id, participant]),
  );
  return (await allSchemes(ports)).map((scheme) => {
    const { id, name, minutes, next } = schemeView(scheme, ports.now());
    const participant = enrolments.get(id);
    return {
      id,
      name,
      minutes,
      zone: scheme.zone,
      next,
      status: participant === undefined ? 'not-in' : status(ports, scheme, participant).status,
    };
  });
}

/** Whom the person met, newest round first. */
export async function myHistory(ports: Ports, person: PersonId): Promise<MyHistory> {
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

/** A pause that is over counts as active. */
function status(
  ports: Ports,
  scheme: Scheme,
  participant: Participant,
): Pick<Me['enrolments'][number], 'status' | 'pausedUntil'> {
  const paused = participant.status === 'paused' && isAway(participant, scheme.zone, ports.now());
  if (paused) return { status: 'paused', pausedUntil: participant.pausedUntil };
  return { status: participant.status === 'left' ? 'left' : 'active', pausedUntil: null };
}
