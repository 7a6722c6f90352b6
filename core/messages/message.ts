import type { z } from 'zod';
import type { PersonId } from '../people/person.ts';
import type { unplacedReason } from '../rounds/plan.ts';

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

/** Why somebody has no meeting in a round. */
export type UnplacedReason = z.infer<typeof unplacedReason>;

/** What the bot says to somebody on the product's own initiative: data, rendered in the reader's language and zone by the bot. */
export type Message =
  | {
      readonly kind: 'booked';
      readonly scheme: { readonly id: string; readonly name: string };
      readonly round: string;
      readonly pairing: string;
      readonly partners: readonly MemberView[];
      /** ISO 8601 instants, UTC. */
      readonly slot: { readonly start: string; readonly end: string };
      /** Null when Microsoft made the event without a Teams meeting. */
      readonly joinUrl: string | null;
      /** For every partner: rounds since you last met, null when never. */
      readonly lastMet: number | null;
    }
  | {
      readonly kind: 'unplaced';
      readonly scheme: { readonly id: string; readonly name: string };
      readonly round: string;
      readonly reason: UnplacedReason;
      /** ISO date of the next round's meeting week (its Monday). */
      readonly nextWeek: string;
    };
