// A round that was booked on Thursday 10 December 2026, and what people heard since.
import assert from 'node:assert/strict';
import { type PairingRecord, slotOf } from '../../../core/records/pairing.ts';
import { toIso } from '../../../core/time/instant.ts';
import type { Message } from '../../../core/words/message.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { bookedRound } from '../../support/booked-round.ts';
import { idOf } from '../../support/emulated-graph.ts';
import { ann, ben, eve, fay } from '../../support/people.ts';
import { type GivenProduct, type TestProduct, useProduct } from '../../support/test-product.ts';

/** For a `describe`: gives a function that signs people up, and books their round. `said` is sorted. */
export function useBookedRound() {
  const start = useProduct();
  return async (people: readonly Employee[], given: Partial<GivenProduct> = {}) => {
    const round = await bookedRound(
      start,
      people,
      ({ reader, message }) => `${reader.name}: ${gist(message)}`,
      given,
    );
    return { ...round, said: () => round.said().sort() };
  };
}

/** One event in the organiser's calendar, where the record says, with its members. */
export async function assertOneEvent(
  product: TestProduct,
  pairing: PairingRecord | undefined,
): Promise<void> {
  const events = await product.graph.events();
  const slot = pairing && slotOf(pairing);
  const members = [ann, ben, eve, fay].filter((person) => pairing?.members.includes(idOf(person)));
  assert.equal(members.length, pairing?.members.length);
  const namesIn = (text: string) => text.match(/\b(Ann|Ben|Eve|Fay)\b/g)?.sort();
  assert.deepEqual(
    events.map(({ start, subject, attendees }) => [
      start.dateTime.slice(0, 16),
      namesIn(subject),
      attendees.map(({ emailAddress }) => emailAddress.address).sort(),
    ]),
    [
      [
        slot && toIso(slot.start).slice(0, 16),
        members.map(({ name }) => name).sort(),
        members.map(({ mail }) => mail).sort(),
      ],
    ],
  );
}

/** What a message says, in a few words. @example 'moved by Ben' */
export function gist(message: Message): string {
  if (message.kind === 'unplaced') return `unplaced, ${message.reason}`;
  if (message.kind === 'invited') return `invited by ${message.by}`;
  if (message.kind !== 'pairing' && message.kind !== 'called-off') return message.kind;
  const others = message.kind === 'pairing' ? message.pairing.partners : message.partners;
  const partners = others
    .map(({ name }) => name)
    .sort()
    .join(' and ');
  if (message.kind === 'called-off') return `called off with ${partners}`;
  const by =
    message.because === null ? '' : ` by ${message.because === 'you' ? 'you' : message.because.name}`;
  const instead = message.insteadOf === null ? '' : ` instead of ${message.insteadOf}`;
  const said = `${message.news}${by}${instead}${message.passedOver ? ', not as proposed' : ''}`;
  const { offer } = message.pairing;
  return offer === null ? said : `${said}, ${offer.length} slots`;
}
