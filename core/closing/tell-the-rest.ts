import { decideBooking } from '../booking/decide-booking.ts';
import type { PersonId } from '../records/person.ts';
import type { Ports } from '../ports/ports.ts';
import { isAway } from '../records/participant.ts';
import { coreOf, type PairingRecord } from '../records/pairing.ts';
import { revise } from '../mending/situation/revise.ts';
import { pairingMessageKey } from '../records/keys.ts';
import type { Revision } from '../records/repair.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import { changePairing } from '../rounds/change-pairing.ts';
import { messageTo } from '../telling/new-messages.ts';

/** About the members of pairings without a meeting. */
interface Known {
  /** Members who still take part. The others expect no message. */
  readonly takePart: ReadonlySet<PersonId>;
  /** The keys of messages about these pairings that were not sent yet. */
  readonly unsent: ReadonlySet<string>;
  /** For members who were left alone: the pairing that their placement names. */
  readonly leftIn: ReadonlyMap<PersonId, string>;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Ends pairings that waited until the end of the week: those whose members chose no time, those that were never booked, and
 * those whose last member found no other partner. The members who do not know get one message each. May be repeated.
 * @param pairings all of the round
 */
export async function tellTheRest(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  pairings: readonly PairingRecord[],
): Promise<void> {
  const open = pairings.filter(({ state }) => state !== 'booked' && state !== 'failed');
  if (open.length === 0) return;
  const known = await knownOf(ports, scheme, round, open);
  for (const pairing of open) await changePairing(ports, pairing, (current) => ended(current, known));
}

/** The pairing's last revision; null when nothing changes. */
function ended(pairing: PairingRecord, { takePart, unsent, leftIn, now }: Known): Revision | null {
  if (pairing.state === 'planned') {
    // The mailbox searches its calendar for the event first.
    if (pairing.event.kind === 'begun') return null;
    const decided = decideBooking(pairing, now);
    return decided.step === 'none' ? decided : null;
  }
  const takingPart = pairing.members.filter((id) => takePart.has(id));
  if (pairing.state === 'suggested') {
    // Members who were told that no time suits know.
    const isTold = (id: PersonId) =>
      pairing.offer.length === 0 && !unsent.has(pairingMessageKey(pairing, id));
    const to = takingPart.filter((id) => !isTold(id));
    const next = { ...coreOf(pairing), state: 'failed', reason: 'nobody-chose' } as const;
    return telling(pairing, next, 'not-booked', to, now);
  }
  if (pairing.state !== 'cancelled' || pairing.isOver) return null;
  const left = takingPart.filter((id) => leftIn.get(id) === pairing.pairing);
  if (left.length === 0) return null;
  return telling(pairing, { ...pairing, isOver: true }, 'partner-left', left, now);
}

function telling(
  before: PairingRecord,
  next: PairingRecord,
  reason: 'not-booked' | 'partner-left',
  to: readonly PersonId[],
  now: number,
): Revision {
  const { pairing } = revise(before, next, null, now);
  return { pairing, messages: to.map((id) => messageTo(id, pairing, { kind: 'unplaced', reason }, now)) };
}

async function knownOf(
  ports: Ports,
  scheme: Scheme,
  round: Round,
  open: readonly PairingRecord[],
): Promise<Known> {
  const key = { scheme: scheme.id, round: round.round };
  const people = [...new Set(open.flatMap(({ members }) => members))];
  const takePart = new Set<PersonId>();
  const participants = await ports.storage.participants.getMany(
    people.map((person) => ({ scheme: scheme.id, person })),
    // Nothing shows that they do not.
    (person) => takePart.add(person),
  );
  const placements = await ports.storage.placements.getMany(people.map((person) => ({ ...key, person })));
  const unsent = new Set<string>();
  const messages = ports.storage.outbox.open({ ...key, pairings: open.map(({ pairing }) => pairing) });
  for await (const { value } of messages) if (value.state === 'unsent') unsent.add(value.key);
  const lastInstant = round.weekEnd - 1;
  for (const { value } of participants) {
    if (!isAway(value, scheme.zone, lastInstant)) takePart.add(value.person);
  }
  return {
    takePart,
    unsent,
    leftIn: new Map(
      placements.flatMap(({ value: { person, pairing, reason } }) =>
        pairing !== null && (reason === null || reason === 'partner-left') ? [[person, pairing]] : [],
      ),
    ),
    now: ports.now(),
  };
}
