// Reads and changes the product's records of the round of 14 December 2026.
import assert from 'node:assert/strict';
import { coreOf, type PairingRecord } from '../../core/records/pairing.ts';
import type { Participant } from '../../core/records/participant.ts';
import type { Slot } from '../../core/time/slot.ts';
import type { Employee } from '../../local/organisation/employee.ts';
import { idOf } from './emulated-graph.ts';
import { december, type TestProduct } from './test-product.ts';

/** The pairings, in the order of their ids. */
export async function records({ ports }: TestProduct): Promise<PairingRecord[]> {
  const found: PairingRecord[] = [];
  for await (const { value } of ports.storage.pairings.list(december)) found.push(value);
  return found;
}

/** The first pairing. */
export async function record(product: TestProduct): Promise<PairingRecord> {
  const [found] = await records(product);
  assert.ok(found, 'there is a pairing');
  return found;
}

/** The times that are offered to the members of a pairing; none when it is not theirs to choose. */
export function offerOf(pairing: PairingRecord | undefined): Slot[] {
  return pairing?.state === 'suggested' ? pairing.offer : [];
}

/** Changes the record of the first pairing directly, and stores no message. */
export async function changeRecord(
  product: TestProduct,
  changed: (pairing: PairingRecord) => PairingRecord,
): Promise<void> {
  const { pairings } = product.ports.storage;
  const found = await pairings.get(await record(product));
  assert.ok(found && (await pairings.replace(changed(found.value), found.version)));
}

/** Somebody's enrolment; undefined when there is none. */
export async function enrolment({ ports }: TestProduct, person: Employee): Promise<Participant | undefined> {
  const key = { scheme: december.scheme, person: idOf(person) };
  return (await ports.storage.participants.get(key))?.value;
}

/** The `met` of each of somebody's past meetings. */
export async function met(product: TestProduct, person: Employee): Promise<(boolean | null)[] | undefined> {
  return (await enrolment(product, person))?.meetings.map((meeting) => meeting.met);
}

/** The next revision of a pairing, to be booked at a slot; nobody is told. */
export function toBook(pairing: PairingRecord, slot: Slot | undefined = pairing.slots[0]): PairingRecord {
  assert.ok(slot, 'the pairing has such a slot');
  const revision = pairing.revision + 1;
  return { ...coreOf(pairing), revision, state: 'planned', slot, promised: false, answers: {} };
}

/** The next revision of a pairing, whose members are to choose a time; nobody is told. */
export function toChoose(pairing: PairingRecord): PairingRecord {
  return { ...coreOf(pairing), revision: pairing.revision + 1, state: 'suggested', offer: [], tried: [] };
}

/** The next revision of a pairing, called off; nobody is told. */
export function toCallOff(pairing: PairingRecord): PairingRecord {
  const revision = pairing.revision + 1;
  return { ...coreOf(pairing), revision, state: 'cancelled', because: null, isOver: false };
}
