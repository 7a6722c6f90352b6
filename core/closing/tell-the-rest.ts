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

/** What is known of the people of pairings that have no meeting. */
interface Known {
  /** Those who take part still: whoever withdrew expects nothing. */
  readonly takePart: ReadonlySet<PersonId>;
  /** The pairing that somebody's place in the round names, of those who were left alone in it. */
  readonly leftIn: ReadonlyMap<PersonId, string>;
  /** The keys of messages that arrived, or cannot arrive. */
  readonly told: ReadonlySet<string>;
}

/**
 * Ends what waited for a time or for company until the meeting week was over: where members chose no time there is none
 * any more, and whoever was left alone found nobody else. Each who does not know hears so in one message; whoever is
 * still to hear that the meeting was called off hears this instead. May run any number of times.
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

/** Null when there is nothing to end. */
function ended(pairing: PairingRecord, known: Known): PairingRecord | null {
  const takingPart = pairing.members.map(({ id }) => id).filter((id) => known.takePart.has(id));
  if (pairing.state === 'suggested') {
    // That no time suits any more is told already, where it was so.
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
  const lastInstant = Date.parse(round.weekEnd) - 1;
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
