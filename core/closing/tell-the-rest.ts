import type { PersonId } from '../records/person.ts';
import type { Ports } from '../ports/ports.ts';
import { pairingMessageKey } from '../records/keys.ts';
import { isAway } from '../records/participant.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { revise } from '../mending/situation/revise.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { change } from '../shared/change.ts';
import { toldAbout } from '../telling/claim-messages.ts';

/** About the members of pairings without a meeting. */
interface Known {
  /** Members who still take part. The others expect no message. */
  readonly takePart: ReadonlySet<PersonId>;
  /** For members who were left alone: the pairing that their placement names. */
  readonly leftIn: ReadonlyMap<PersonId, string>;
  /** Keys of messages that arrived, or cannot arrive. */
  readonly told: ReadonlySet<string>;
}

/**
 * Ends pairings that waited until the end of the week: those whose members chose no time, and those whose last member found
 * no other partner. The members who do not know get one message each. It takes the place of a message about the cancelled
 * meeting that was not sent yet. May be repeated.
 * @param pairings all of the round
 */
export async function tellTheRest(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  pairings: readonly PairingRecord[],
): Promise<void> {
  const open = pairings.filter(({ state }) => state === 'suggested' || state === 'cancelled');
  if (open.length === 0) return;
  const known = await knownOf(ports, scheme, round, open);
  for (const { scheme: id, round: monday, pairing } of open) {
    await change(
      ports.storage.pairings,
      { scheme: id, round: monday, pairing },
      (current) => current && ended(current, known),
    );
  }
}

/** The pairing's last revision; null when nothing changes. */
function ended(pairing: PairingRecord, known: Known): PairingRecord | null {
  const takingPart = pairing.members.map(({ id }) => id).filter((id) => known.takePart.has(id));
  if (pairing.state === 'suggested') {
    // A member who was told about an empty offer knows that no time is left.
    const knows = (id: PersonId) =>
      pairing.offer?.length === 0 && known.told.has(pairingMessageKey(pairing, id));
    return revise(pairing, pairing.news, null, {
      state: 'failed',
      tell: takingPart.filter((id) => !knows(id)),
      endedBecause: 'nobody-chose',
    });
  }
  if (pairing.state !== 'cancelled' || pairing.endedBecause === 'nobody-found') return null;
  const tell = takingPart.filter((id) => known.leftIn.get(id) === pairing.pairing);
  if (tell.length > 0) {
    return revise(pairing, pairing.news, pairing.because, { tell, endedBecause: 'nobody-found' });
  }
  return pairing.tell?.length === 0
    ? null
    : revise(pairing, pairing.news, pairing.because, { tell: [], endedBecause: null });
}

async function knownOf(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  open: readonly PairingRecord[],
): Promise<Known> {
  const key = { scheme: scheme.id, round: round.round };
  const people = [...new Set(open.flatMap(({ members }) => members.map(({ id }) => id)))];
  const participants = await ports.storage.participants.getMany(
    people.map((person) => ({ scheme: scheme.id, person })),
  );
  const placements = await ports.storage.placements.getMany(people.map((person) => ({ ...key, person })));
  const lastInstant = round.weekEnd - 1;
  return {
    takePart: new Set(
      participants.flatMap(({ value }) => (isAway(value, scheme.zone, lastInstant) ? [] : [value.person])),
    ),
    leftIn: new Map(
      placements.flatMap(({ value: { person, pairing, reason } }) =>
        pairing !== null && (reason === null || reason === 'partner-left') ? [[person, pairing]] : [],
      ),
    ),
    told: await toldAbout(ports, open),
  };
}
