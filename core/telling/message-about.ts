import type { Because, MemberView, Message } from '../words/message.ts';
import type { PersonId } from '../records/person.ts';
import type { News, PairingRecord } from '../records/pairing.ts';

/** What the messages of one round have in common. */
export interface RoundFacts {
  readonly scheme: { readonly id: string; readonly name: string };
  /** ISO date of the next round's meeting week (its Monday). */
  readonly nextWeek: string;
  /** When the meeting week ends, and the moment; epoch milliseconds. */
  readonly weekEnd: number;
  readonly now: number;
  /** Names of people who are no members any more, by id. */
  readonly names: ReadonlyMap<PersonId, string>;
}

/** What a member is told about the latest revision of their pairing; null while it waits for the calendar or a repair. */
export function messageAbout(pairing: PairingRecord, reader: PersonId, facts: RoundFacts): Message | null {
  const { scheme, nextWeek, weekEnd, now } = facts;
  const { round, state, news, event } = pairing;
  const partners = pairing.members.filter(({ id }) => id !== reader).map(view);
  const about = {
    scheme,
    round,
    pairing: pairing.pairing,
    revision: pairing.revision,
    partners,
    because: becauseOf(pairing, reader, facts),
    insteadOf: pairing.insteadOf[reader] ?? null,
    passedOver: pairing.passedOver.includes(reader),
    lastMet: pairing.lastMet,
  };
  const choose = (): Message => ({
    kind: 'choose',
    ...about,
    news: isChoice(news) || news === 'member-left' ? news : 'suggested',
    slots: pairing.offer ?? [],
  });
  switch (state) {
    case 'planned':
      return null;
    case 'failed':
      return { kind: 'unplaced', scheme, round, reason: 'not-booked', nextWeek };
    case 'cancelled':
      if (pairing.endedBecause === 'nobody-found') {
        return { kind: 'unplaced', scheme, round, reason: 'partner-left', nextWeek };
      }
      // Nobody else is found any more: the last word, when the round is closed, says all.
      return now >= weekEnd ? null : { kind: 'called-off', scheme, round, partners };
    case 'suggested':
      // Nothing can be chosen any more: here, too, the last word says all. That no time suits is said at once.
      return now >= weekEnd && pairing.offer?.length !== 0 ? null : choose();
    case 'booked':
      // Taken out of the organiser's calendar: what becomes of the meeting is news of its own.
      if (event === null) return null;
      return {
        kind: 'booked',
        ...about,
        news: isChoice(news) || news === 'cancelled' ? 'booked' : news,
        slot: event.slot,
        joinUrl: event.joinUrl,
      };
  }
}

function isChoice(news: News): news is 'suggested' | 'asked' {
  return news === 'suggested' || news === 'asked';
}

function becauseOf({ because, members }: PairingRecord, reader: PersonId, { names }: RoundFacts): Because {
  if (because === null) return null;
  if (because === reader) return 'you';
  const name = members.find(({ id }) => id === because)?.name ?? names.get(because);
  return name === undefined ? null : { name };
}

/** What the others see of a member: no mail address. */
function view({ id, name, zone, department, office }: PairingRecord['members'][number]): MemberView {
  return {
    id,
    name,
    zone,
    ...(department !== undefined && { department }),
    ...(office !== undefined && { office }),
  };
}
