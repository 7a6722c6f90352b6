import { invitation } from '../../messages/invitation.ts';
import type { BookedEvent } from '../../ports/microsoft365.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Versioned } from '../../ports/storage.ts';
import type { BookingWork } from '../../ports/work.ts';
import { eventKey } from '../../rounds/keys.ts';
import type { Slot } from '../../rounds/plan.ts';
import type { PairingRecord } from '../../rounds/records.ts';
import { findScheme } from '../schemes.ts';

/** Nobody is invited to something that has begun, or begins before they could read of it. */
const notice = 30 * 60_000;

/**
 * Makes the event of a pairing, exactly one whatever is repeated, and asks for its members to be told. The slot is
 * recorded before the event is asked for; when a record shows an earlier attempt, the calendar is looked at first.
 */
export async function bookPairing(ports: Ports, work: BookingWork): Promise<void> {
  const found = await ports.storage.pairings.get(work);
  if (found === null) throw new Error(`pairing ${work.pairing} of round ${work.round} is not there`);
  const booked = found.value.state === 'planned' ? await book(ports, found) : found.value;
  await ports.queue.put(
    booked.members.map(({ id }) => ({ kind: 'tell', scheme: work.scheme, round: work.round, person: id })),
  );
}

async function book(ports: Ports, found: Versioned<PairingRecord>): Promise<PairingRecord> {
  // 1. An earlier attempt may have made the event and died before it could say so.
  const { value } = found;
  const standing =
    value.slot === null ? null : await ports.meetings.find(value.organiser, eventKey(value, value.pairing));
  if (standing !== null) return recordEvent(ports, found, standing);

  // 2. Record the slot, then ask for the event.
  const chosen = await chooseSlot(ports, found);
  const { slot } = chosen.value;
  return slot === null ? chosen.value : recordEvent(ports, chosen, await create(ports, chosen.value, slot));
}

/** The best slot that is still to come; where an earlier attempt chose one, that one as long as it is still to come. */
async function chooseSlot(ports: Ports, found: Versioned<PairingRecord>): Promise<Versioned<PairingRecord>> {
  const { value, version } = found;
  const toCome = ({ start }: Slot) => Date.parse(start) >= ports.now() + notice;
  if (value.slot !== null && toCome(value.slot)) return found;
  const slot = value.slots.find(toCome) ?? null;
  const chosen: PairingRecord =
    slot === null ? { ...value, state: 'failed', slot, problem: 'every-slot-passed' } : { ...value, slot };
  const recorded = await ports.storage.pairings.replace(chosen, version);
  return recorded === null ? retry(value) : { value: chosen, version: recorded };
}

/** Somebody else may have recorded the same event meanwhile: it carries the same key. The event says when it is. */
async function recordEvent(
  ports: Ports,
  { value, version }: Versioned<PairingRecord>,
  event: BookedEvent,
): Promise<PairingRecord> {
  const booked: PairingRecord = {
    ...value,
    state: 'booked',
    slot: event.slot,
    event: event.id,
    joinUrl: event.joinUrl,
  };
  if ((await ports.storage.pairings.replace(booked, version)) === null) return retry(value);
  ports.log('booked', {
    scheme: value.scheme,
    round: value.round,
    pairing: value.pairing,
    online: event.joinUrl !== null,
  });
  return booked;
}

/** The record changed under our hands: the queue brings the work back, and it goes on from what stands then. */
function retry(pairing: PairingRecord): never {
  throw new Error(`pairing ${pairing.pairing} of round ${pairing.round} is being booked by another worker`);
}

async function create(ports: Ports, pairing: PairingRecord, slot: Slot): Promise<BookedEvent> {
  const scheme = await findScheme(ports, pairing.scheme);
  if (scheme === null) throw new Error(`scheme "${pairing.scheme}" is not there`);
  const { subject, body } = invitation({
    schemeName: scheme.name,
    minutes: scheme.minutes,
    members: pairing.members,
  });
  return ports.meetings.create({
    key: eventKey(pairing, pairing.pairing),
    organiser: pairing.organiser,
    subject,
    body,
    slot,
    attendees: pairing.members.map(({ name, mail }) => ({ name, mail })),
  });
}
