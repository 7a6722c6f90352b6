import type { Now } from '../api/me.ts';
import type { Ports } from '../ports/ports.ts';
import { hasAcceptedRules, rulesVersion, standingAt } from '../records/participant.ts';
import type { PersonRecord } from '../records/person.ts';
import { openPlaces } from '../rounds/current-pairings.ts';
import { allSchemes } from '../schemes/find-scheme.ts';
import { schemeView } from '../schemes/scheme-view.ts';
import { toIso } from '../time/instant.ts';
import { actsOf } from './acts.ts';
import { decideNow, type Where } from './decide-now.ts';
import { enrolmentsIn, type User, viewMe } from './me.ts';
import { viewMyMeeting } from './my-meeting.ts';
import { viewPairing } from './my-pairing.ts';

/** Everything that somebody is shown first: where they stand, and their meeting if they have one. */
export async function readNow(ports: Ports, user: User): Promise<Now> {
  const [known, schemes] = await Promise.all([ports.storage.people.get(user.id), allSchemes(ports)]);
  const [enrolments, places] = await Promise.all([
    enrolmentsIn(schemes, ports, user.id),
    openPlaces(ports, schemes, user.id),
  ]);
  const now = ports.now();
  const enrolled = new Map(enrolments.map(({ scheme, participant }) => [scheme.id, participant]));
  const where = decideNow(
    schemes.map((scheme) => ({
      scheme,
      participant: enrolled.get(scheme.id) ?? null,
      places: places.filter((place) => place.scheme.id === scheme.id),
    })),
    user.id,
    now,
  );
  const { state, round, reason, place } = where;
  const record = known?.value ?? null;
  const people = place === null ? new Map() : await ports.storage.people.getMany(place.pairing.members);
  return {
    at: toIso(now),
    me: viewMe(user, { known: record, schemes, enrolments }, now),
    app: appOf(record),
    bot: ports.bot,
    state,
    scheme: schemeOf(where, enrolled, now),
    round,
    reason,
    pairing: place && viewPairing({ ...place, people }, user.id, now),
    meeting: place && viewMyMeeting(place.pairing, place.placement, user.id),
    acts: actsOf(record, now),
  };
}

/** Whether somebody has the app. Of somebody who was only invited, or came by the tab, Teams never said that they added it. */
function appOf(person: PersonRecord | null): Now['app'] {
  if (person?.reachable === true) return 'installed';
  const hadIt = person !== null && (person.conversation !== null || person.removedAt !== undefined);
  return hadIt ? 'blocked' : 'missing';
}

function schemeOf(
  { scheme }: Where,
  enrolled: ReadonlyMap<string, Awaited<ReturnType<typeof enrolmentsIn>>[number]['participant']>,
  now: number,
): Now['scheme'] {
  if (scheme === null) return null;
  const { id, name, purpose, cadence, minutes, next } = schemeView(scheme, now);
  const participant = enrolled.get(scheme.id) ?? null;
  return {
    id,
    name,
    purpose,
    cadence,
    minutes,
    zone: scheme.zone,
    next,
    pausedUntil: standingAt(participant, scheme.zone, now).pausedUntil,
    rules: {
      version: rulesVersion,
      accepted: hasAcceptedRules(participant, scheme),
      own: scheme.ownRule,
    },
  };
}
