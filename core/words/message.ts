import type { News } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { UnplacedReason } from '../records/plan.ts';

/** A member of a pairing as the others see them. */
export interface MemberView {
  readonly id: PersonId;
  readonly name: string;
  readonly department?: string;
  readonly office?: string;
  /** IANA zone of the member's working hours. */
  readonly zone: string;
}

/** Whom a message is for, and how they read. */
export interface Reader {
  readonly id: PersonId;
  readonly name: string;
  /** BCP 47; words fall back to English. */
  readonly language: string;
  /** IANA zone: times are shown in it. */
  readonly zone: string;
}

/** ISO 8601 instants, UTC. */
export interface SlotView {
  readonly start: string;
  readonly end: string;
}

/** Who brought news about: the reader, somebody else by name, or nobody (null). */
export type Because = 'you' | { readonly name: string } | null;

interface AboutPairing {
  readonly scheme: { readonly id: string; readonly name: string };
  readonly round: string;
  readonly pairing: string;
  readonly revision: number;
  readonly partners: readonly MemberView[];
  readonly because: Because;
  /** Who could not take part after all, by name, whom the reader was to meet before; null: nobody. */
  readonly insteadOf: string | null;
  /** Whether the reader proposed a time that was not taken, since it does not suit everybody. */
  readonly passedOver: boolean;
  /** Rounds since the members last met, null when never. */
  readonly lastMet: number | null;
}

/**
 * What the bot says to somebody on the product's own initiative: data, rendered in the reader's language and zone by the
 * bot. Each says all that holds now, so that an earlier one that was never said is not missed.
 */
export type Message =
  | (AboutPairing & {
      readonly kind: 'booked';
      readonly news: Exclude<News, 'suggested' | 'asked' | 'cancelled'>;
      readonly slot: SlotView;
      /** Null when Microsoft made the event without a Teams meeting. */
      readonly joinUrl: string | null;
    })
  | (AboutPairing & {
      /** Slots to choose from; the first press counts, whoever's it is. */
      readonly kind: 'choose';
      readonly news: Extract<News, 'suggested' | 'asked' | 'member-left'>;
      /** One to three; none when nothing suits everybody any more. */
      readonly slots: readonly SlotView[];
    })
  | {
      /** The meeting will not be, because somebody cannot take part; somebody else may still be found. */
      readonly kind: 'called-off';
      readonly scheme: { readonly id: string; readonly name: string };
      readonly round: string;
      readonly partners: readonly MemberView[];
    }
  | {
      readonly kind: 'unplaced';
      readonly scheme: { readonly id: string; readonly name: string };
      readonly round: string;
      readonly reason: UnplacedReason;
      /** ISO date of the next round's meeting week (its Monday). */
      readonly nextWeek: string;
    };
