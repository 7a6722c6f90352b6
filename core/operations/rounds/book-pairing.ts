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
  const { pairings } = ports.storage;
  let { value, version } = found;
  const key = eventKey(value, value.pairing);

  // 1. An earlier attempt may have made the event and died before it could say so.
  let event: BookedEvent | null = null;
  if (value.slot !== null) {
    event = await ports.meetings.find(value.organiser, key);
  } else {
    // 2. Record the slot, then ask for the event.
    const slot = value.slots.find(({ start }) => Date.parse(start) >= ports.now() + notice) ?? null;
    const next: PairingRecord =
      slot === null ? { ...value, state: 'failed', problem: 'every slot has passed' } : { ...value, slot };
    const recorded = await pairings.replace(next, version);
    if (recorded === null) return retry(value);
    if (slot === null) return next;
    value = next;
    version = recorded;
  }
  if (value.slot === null) return retry(value);
  event ??= await create(ports, value, value.slot, key);

  // 3. Record it. Somebody else may have recorded the same event meanwhile: it carries the same key.
  const booked: PairingRecord = { ...value, state: 'booked', event: event.id, joinUrl: event.joinUrl };
  if ((await pairings.replace(booked, version)) === null) return retry(value);
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

async function create(ports: Ports, pairing: PairingRecord, slot: Slot, key: string) {
  const scheme = await findScheme(ports, pairing.scheme);
  if (scheme === null) throw new Error(`scheme "${pairing.scheme}" is not there`);
  const { subject, body } = invitation({
    schemeName: scheme.name,
    minutes: scheme.minutes,
    members: pairing.members,
  });
  return ports.meetings.create({
    key,
    organiser: pairing.organiser,
    subject,
    body,
    slot,
    attendees: pairing.members.map(({ name, mail }) => ({ name, mail })),
  });
}
