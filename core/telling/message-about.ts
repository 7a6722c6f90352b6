import type { OutboxRecord } from '../records/outbox.ts';
import type { PairingRecord } from '../records/pairing.ts';
import { memberOf, type PersonId, type PersonRecord } from '../records/person.ts';
import type { Scheme } from '../records/scheme.ts';
import { isToCome } from '../time/slot.ts';
import { roundTimes } from '../schemes/round-times.ts';
import { pairedBy, roundAhead } from '../schemes/rounds-ahead.ts';
import { toIso } from '../time/instant.ts';
import { slotsToPress, viewPairing } from '../views/my-pairing.ts';
import type { Because, Message } from '../words/message.ts';
import { shownSlot } from '../words/pairing-view.ts';

/**
 * What a message says now, as its reader is told.
 * @param now epoch milliseconds
 * @throws when it is about a pairing that is not there
 */
export function messageAbout(
  scheme: Scheme,
  { person, round, said }: OutboxRecord,
  pairing: PairingRecord | undefined,
  people: ReadonlyMap<PersonId, PersonRecord>,
  now: number,
): Message {
  const named = { id: scheme.id, name: scheme.name };
  if (said.kind === 'unplaced') {
    const nextWeek = roundAhead(scheme, now).round;
    return { kind: 'unplaced', scheme: named, round, reason: said.reason, nextWeek };
  }
  if (said.kind === 'call') {
    const { pairingAt } = roundTimes(scheme, round);
    return { kind: 'call', scheme: named, round, pairingAt: toIso(pairingAt), asks: said.asks };
  }
  if (said.kind === 'back') {
    const next = roundAhead(scheme, now);
    return {
      kind: 'back',
      scheme: named,
      until: said.until,
      next: { round: next.round, pairingAt: toIso(pairedBy(scheme, next, now)) },
    };
  }
  if (said.kind === 'still') return { kind: 'still', scheme: named, round, asks: said.asks };
  if (said.kind === 'coordinator') {
    return { kind: 'coordinator', scheme: named, round, report: said.report };
  }
  if (pairing === undefined)
    throw new Error(`a message of round ${round} is about a pairing that is not there`);
  const view = viewPairing({ scheme, pairing, people }, person, now);
  if (said.kind === 'called-off') {
    const by = said.by ? { name: nameOf(said.by.person, people), word: said.by.word } : null;
    return { kind: 'called-off', scheme: named, round, partners: view.partners, by };
  }
  if (said.kind === 'before' || said.kind === 'again') {
    const offer = said.offer.filter((slot) => isToCome(slot, now)).map(shownSlot);
    return { kind: said.kind, pairing: { ...view, offer: offer.length === 0 ? null : offer } };
  }
  if (said.kind === 'remind') return { kind: 'remind', pairing: view };
  if (said.kind === 'met') return { kind: 'met', pairing: view };
  if (said.kind === 'choose') {
    const offered = pairing.state === 'suggested' ? pairing.offer : [];
    const bookedAt = said.bookedAt === null ? null : toIso(said.bookedAt);
    return {
      kind: 'choose',
      pairing: view,
      passed: offered.filter((slot) => !isToCome(slot, now)).length,
      bookedAt,
    };
  }
  return {
    kind: 'pairing',
    // A booked meeting that stays for now is shown with the times that are wished.
    pairing: said.news === 'wished' ? { ...view, offer: slotsToPress(pairing, now).map(shownSlot) } : view,
    news: fitting(said.news, pairing),
    because: becauseOf(said.because, person, people),
    insteadOf: said.insteadOf === null ? null : nameOf(said.insteadOf, people),
    passedOver: said.passedOver,
  };
}

/** The news that fits what the message shows: times to choose from, or a booked meeting. */
function fitting(news: Extract<Message, { kind: 'pairing' }>['news'], { state }: PairingRecord): typeof news {
  const isChoice = news === 'suggested' || news === 'asked';
  if (state === 'suggested')
    return isChoice || news === 'member-left' || news === 'wished' ? news : 'suggested';
  return isChoice ? 'booked' : news;
}

function becauseOf(
  because: PersonId | null,
  reader: PersonId,
  people: ReadonlyMap<PersonId, PersonRecord>,
): Because {
  if (because === null) return null;
  if (because === reader) return 'you';
  const name = nameOf(because, people);
  return name === null ? null : { name };
}

function nameOf(person: PersonId, people: ReadonlyMap<PersonId, PersonRecord>): string | null {
  return memberOf(person, people.get(person), '').name || null;
}
