import type { OutboxRecord, Said } from '../records/outbox.ts';
import { eventOf, type PairingRecord, slotOf } from '../records/pairing.ts';
import { memberOf, type PersonId, type PersonRecord } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import type { Slot } from '../time/slot.ts';
import { hour, quarter } from '../time/interval.ts';
import { hoursOf, nextOpening } from './quiet-hours.ts';

/** News of a meeting goes before questions, and what was planned before what needs a hand. */
export function rankOf({ said }: OutboxRecord): number {
  if (said.kind === 'pairing' || said.kind === 'called-off') return 0;
  return said.kind === 'coordinator' && said.report.about === 'needs-a-hand' ? 2 : 1;
}

/** Within this time of a meeting, news that changes it is told at any hour: milliseconds. */
const soon = 24 * hour;

/** When to send a message that may go now: outside its reader's quiet hours, unless it cannot wait. Epoch milliseconds. */
export function sendAt(
  scheme: Scheme,
  { person, said }: OutboxRecord,
  pairing: PairingRecord | undefined,
  people: ReadonlyMap<PersonId, PersonRecord>,
  now: number,
): number {
  const isNew = said.kind === 'pairing' && (said.news === 'booked' || said.news === 'suggested');
  const isChange = said.kind === 'called-off' || (said.kind === 'pairing' && !isNew);
  if (isChange && pairing !== undefined && nextOf(pairing, now) - now < soon) return now;
  const known = people.get(person);
  const hours = hoursOf(known, scheme, memberOf(person, known, scheme.zone).zone);
  const opening = nextOpening(hours, now);
  const wait = waitsInTheMorning(said);
  return Math.max(opening, nextOpening(hours, opening - wait) + wait);
}

/** In the morning people hear of their own meeting first: how long other messages wait, in milliseconds. */
function waitsInTheMorning({ kind }: Said): number {
  if (kind === 'coordinator') return 2 * quarter;
  return kind === 'call' || kind === 'back' || kind === 'still' ? quarter : 0;
}

/** The next instant at which a pairing meets, may meet, or was to meet: epoch milliseconds; infinity when there is none. */
function nextOf(pairing: PairingRecord, now: number): number {
  const slots = [slotOf(pairing), eventOf(pairing)?.slot, ...givenUp(pairing)];
  const offered = pairing.state === 'suggested' ? pairing.offer : [];
  return Math.min(...[...slots, ...offered].flatMap((slot) => (slot && slot.end > now ? slot.start : [])));
}

/** The times at which a pairing was to meet, as far as its record knows: once it is called off, any that was planned. */
function givenUp(pairing: PairingRecord): readonly Slot[] {
  if (pairing.state === 'suggested') return pairing.tried;
  const at = pairing.slots.findIndex(({ start }) => start === slotOf(pairing)?.start);
  return at < 0 ? pairing.slots : pairing.slots.slice(0, at);
}
