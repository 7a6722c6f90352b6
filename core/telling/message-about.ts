import type { PairingRecord } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import { viewPairing } from '../views/my-pairing.ts';
import type { Because, Message } from '../words/message.ts';

/** What the messages of one round have in common. */
export interface RoundFacts {
  readonly scheme: { readonly id: string; readonly name: string };
  /** IANA zone of the scheme. */
  readonly zone: string;
  /** ISO date of the next round's meeting week (its Monday). */
  readonly nextWeek: string;
  /** End of the meeting week, epoch milliseconds. */
  readonly weekEnd: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Names of former members, by id. */
  readonly names: ReadonlyMap<PersonId, string>;
}

/** What a member is told about the latest revision of their pairing; null while it waits for the calendar or a repair. */
export function messageAbout(pairing: PairingRecord, reader: PersonId, facts: RoundFacts): Message | null {
  const { scheme, zone, nextWeek, weekEnd, now } = facts;
  const { round, state, event, offer, endedBecause } = pairing;
  const view = viewPairing({ scheme: { ...scheme, zone }, pairing }, reader, now);
  const news = (): Message => ({
    kind: 'pairing',
    pairing: view,
    news: newsFor(pairing),
    because: becauseOf(pairing, reader, facts),
    insteadOf: pairing.insteadOf[reader] ?? null,
    passedOver: pairing.passedOver.includes(reader),
  });
  switch (state) {
    case 'planned':
      return null;
    case 'failed':
      return { kind: 'unplaced', scheme, round, reason: 'not-booked', nextWeek };
    case 'cancelled':
      if (endedBecause === 'nobody-found') {
        return { kind: 'unplaced', scheme, round, reason: 'partner-left', nextWeek };
      }
      // The week is over, so nobody else can be found: the message at the round's end says so.
      return now >= weekEnd ? null : { kind: 'called-off', scheme, round, partners: view.partners };
    case 'suggested':
      // The week is over, so nothing can be chosen: the message at the round's end says so. That no time suits is told at once.
      return now >= weekEnd && offer?.length !== 0 ? null : news();
    case 'booked':
      // The event was taken out of the organiser's calendar: the next look decides what follows, and that is told.
      return event === null ? null : news();
  }
}

/** The news that fits what the message shows: times to choose from, or a booked meeting. */
function newsFor({ state, news }: PairingRecord): Extract<Message, { kind: 'pairing' }>['news'] {
  const isChoice = news === 'suggested' || news === 'asked';
  if (state === 'suggested') return isChoice || news === 'member-left' ? news : 'suggested';
  return isChoice || news === 'cancelled' ? 'booked' : news;
}

function becauseOf({ because, members }: PairingRecord, reader: PersonId, { names }: RoundFacts): Because {
  if (because === null) return null;
  if (because === reader) return 'you';
  const name = members.find(({ id }) => id === because)?.name ?? names.get(because);
  return name === undefined ? null : { name };
}
