import type { News } from '../records/outbox.ts';
import type { PersonId } from '../records/person.ts';
import type { UnplacedReason } from '../records/plans/plan.ts';
import type { Report } from '../records/report.ts';
import type { MemberView, PairingView } from './pairing-view.ts';

/** The person a message is for, and how they read. */
export interface Reader {
  readonly id: PersonId;
  readonly name: string;
  /** BCP 47; words fall back to English. */
  readonly language: string;
  /** IANA zone: times are shown in it. */
  readonly zone: string;
}

/** Who caused the news: the reader, somebody else by name, or nobody (null). */
export type Because = 'you' | { readonly name: string } | null;

/**
 * What the bot says to somebody on the product's own initiative: data, which the bot renders in the reader's language and
 * zone. Each message says everything that holds now, so a reader who never got an earlier one misses nothing.
 */
export type Message =
  | {
      /** What changed about a pairing, and the pairing as it is now: a booked meeting, or times to choose from. */
      readonly kind: 'pairing';
      readonly pairing: PairingView;
      readonly news: News;
      readonly because: Because;
      /** The name of the person whom the reader was to meet before, and who dropped out; null: nobody did. */
      readonly insteadOf: string | null;
      /** Whether the reader proposed a time that was not taken, since it does not suit everybody. */
      readonly passedOver: boolean;
      /** Pictures of the partners as data URIs, as far as they are known. They are in no record. */
      readonly photos?: ReadonlyMap<PersonId, string>;
    }
  | {
      /** The meeting will not be, because somebody cannot take part; somebody else may still be found. */
      readonly kind: 'called-off';
      /** The coordinator who called it off, so that nobody is looked for, and what they write; null: none did. */
      readonly by: { readonly name: string | null; readonly word: string } | null;
      readonly scheme: SchemeNamed;
      readonly round: string;
      readonly partners: readonly MemberView[];
    }
  /** A colleague suggests that the reader takes part. `by`: their name; empty when it is not known any more. */
  | { readonly kind: 'invited'; readonly by: string }
  | {
      readonly kind: 'unplaced';
      readonly scheme: SchemeNamed;
      readonly round: string;
      readonly reason: UnplacedReason;
      /** ISO date of the next round's meeting week (its Monday). */
      readonly nextWeek: string;
    }
  /** The meeting is near: the reader says whether they come. With an offer: a member seems to be away, so choose another time. */
  | { readonly kind: 'before'; readonly pairing: PairingView }
  /** A coordinator would like to know: will you be there, or which time do you choose? */
  | { readonly kind: 'remind'; readonly pairing: PairingView }
  /** Did you meet? The meeting in `pairing` is over. */
  | { readonly kind: 'met'; readonly pairing: PairingView }
  /** They did not meet: times after the meeting week, in the pairing's offer. */
  | { readonly kind: 'again'; readonly pairing: PairingView }
  | {
      /** Nobody has chosen a time of those in the pairing's offer. */
      readonly kind: 'choose';
      readonly pairing: PairingView;
      /** How many of the times that were offered have passed. */
      readonly passed: number;
      /** When the product books a time itself, ISO 8601; null: it does not. */
      readonly bookedAt: string | null;
    }
  | {
      /** A round is near. */
      readonly kind: 'call';
      readonly scheme: SchemeNamed;
      readonly round: string;
      /** ISO 8601 */
      readonly pairingAt: string;
      /** Whether the reader takes part only when they say yes. */
      readonly asks: boolean;
    }
  | {
      /** The reader's break ends. `until`: the first day back, an ISO date. */
      readonly kind: 'back';
      readonly scheme: SchemeNamed;
      readonly until: string;
      /** The next round: the ISO date of its Monday, and when it is paired, ISO 8601. */
      readonly next: { readonly round: string; readonly pairingAt: string };
    }
  /** The reader was silent for several rounds. `asks`: a question; else they were stepped out. */
  | { readonly kind: 'still'; readonly scheme: SchemeNamed; readonly round: string; readonly asks: boolean }
  /** To a coordinator. */
  | {
      readonly kind: 'coordinator';
      readonly scheme: SchemeNamed;
      readonly round: string;
      readonly report: Report;
    };

/** Whether such news tells its reader of somebody new to meet, who is then shown whole. */
export function isIntroduction(news: News): boolean {
  return ['booked', 'suggested', 'rematched', 'member-joined', 'paired-by-coordinator'].includes(news);
}

interface SchemeNamed {
  readonly id: string;
  readonly name: string;
}
