import type { MemberView, Reader } from '../messages/message.ts';
import type { PersonId } from '../people/person.ts';
import type { Conversation } from '../ports/messenger.ts';
import type { Preferences } from '../rounds/records.ts';

/** Somebody who writes to the bot, as Teams vouches for them. */
export interface Caller {
  readonly id: PersonId;
  /** As Teams shows it; the directory's name wins where it is known. */
  readonly name: string;
  /** BCP 47, from the client's locale. */
  readonly language?: string;
  /** IANA, from the client's local time zone. */
  readonly zone?: string;
}

export interface SchemeView {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  /** The next round whose pairing is still to come. ISO 8601 instant, and the ISO date of the meeting week's Monday. */
  readonly next: { readonly pairingAt: string; readonly week: string };
}

/** A pairing as the bot shows it to a member, and what they may choose. */
export interface PairingView {
  readonly scheme: string;
  readonly schemeName: string;
  readonly round: string;
  readonly pairing: string;
  readonly partners: readonly MemberView[];
  readonly state: 'planned' | 'booked' | 'suggested' | 'failed' | 'cancelled';
  /** What a press of a button refers to: it counts while nothing changes of what could be chosen at this revision. */
  readonly revision: number;
  /** My own answer and the partners', by person. */
  readonly answers: Readonly<Record<string, 'none' | 'accepted' | 'tentative' | 'declined'>>;
  /** ISO 8601 instants, at most three; null: none are offered. */
  readonly offer: readonly { readonly start: string; readonly end: string }[] | null;
  /** Where the meeting stands, or is to stand once somebody has chosen; null while no time is fixed. */
  readonly slot: { readonly start: string; readonly end: string } | null;
  /** Whether somebody moved it beyond the meeting week, after which nobody reads the answers to it. */
  readonly isAfterWeek: boolean;
  readonly joinUrl: string | null;
  readonly lastMet: number | null;
}

export type JoinResult =
  | {
      readonly kind: 'joined' | 'rejoined' | 'already-in' | 'resumed';
      readonly scheme: SchemeView;
      /** True when a round is paired already and its meeting week has not begun: a partner is still looked for in it. */
      readonly late?: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: 'unknown-scheme' | 'guest' | 'not-in-directory' };
export type PauseResult =
  | {
      readonly kind: 'paused';
      readonly scheme: SchemeView;
      /** ISO date, first day back */ readonly until: string;
    }
  | { readonly kind: 'refused'; readonly reason: 'unknown-scheme' | 'not-in' | 'date-past' | 'date-too-far' };
export type LeaveResult =
  | { readonly kind: 'left' | 'not-in'; readonly scheme: SchemeView }
  | { readonly kind: 'refused'; readonly reason: 'unknown-scheme' };

export type ChooseResult =
  /** The slot is theirs; the invitation is on its way. */
  | { readonly kind: 'chosen'; readonly pairing: PairingView }
  /** Slots that are free for all at this moment. */
  | { readonly kind: 'offered'; readonly pairing: PairingView }
  /**
   * `changed`: the pairing is not what the button was about any more; `taken`: the slot is not free any more; `begun`: the
   * meeting has begun, or is over.
   */
  | {
      readonly kind: 'refused';
      readonly reason: 'no-pairing' | 'changed' | 'taken' | 'no-slot' | 'begun';
      readonly pairing: PairingView | null;
    };

export type PreferResult =
  | { readonly kind: 'kept'; readonly scheme: SchemeView; readonly preferences: Preferences }
  | { readonly kind: 'refused'; readonly reason: 'unknown-scheme' | 'not-in' };

/** Where somebody stands, for `hello` and the welcome. */
export interface Standing {
  readonly reader: Reader;
  readonly scheme: SchemeView;
  readonly status: 'not-in' | 'active' | 'paused' | 'left';
  /** ISO date; only when paused. */
  readonly pausedUntil?: string;
  readonly preferences: Preferences;
}

/** Everything the bot can do for somebody who writes to it. One operation per activity. */
export interface ConversationOperations {
  /** Keeps how to reach the caller, and marks them reachable again. Repeats are harmless. */
  remember(caller: Caller, conversation: Conversation): Promise<void>;
  /** The caller removed the app: not reachable until they come back. */
  forgetConversation(person: PersonId): Promise<void>;
  /** Whether the welcome is the answer to this activity: Teams sends two install events, and may repeat each. */
  claimWelcome(person: PersonId, activity: string): Promise<boolean>;
  /** The welcome was said: no repeat brings it again. */
  confirmWelcome(person: PersonId): Promise<void>;
  standing(caller: Caller): Promise<Standing>;
  /** `scheme` null means the one scheme there is. */
  join(caller: Caller, scheme: string | null): Promise<JoinResult>;
  /** `until`: ISO date, the first day back; null skips one round: the one under way, or the next. */
  pause(caller: Caller, scheme: string | null, until: string | null): Promise<PauseResult>;
  leave(caller: Caller, scheme: string | null): Promise<LeaveResult>;
  /** The pairing whose meeting week, or whose meeting if it was moved beyond it, is not over; or null. */
  myPairing(caller: Caller): Promise<PairingView | null>;
  /** How the caller likes to meet. */
  prefer(caller: Caller, scheme: string | null, preferences: Preferences): Promise<PreferResult>;
  /** Up to three slots that would suit everybody in the caller's current pairing, by a fresh look. */
  otherTimes(caller: Caller): Promise<ChooseResult>;
  /** The caller chooses a slot for their pairing. `start`: ISO 8601 instant. */
  choose(
    caller: Caller,
    choice: { readonly pairing: string; readonly revision: number; readonly start: string },
  ): Promise<ChooseResult>;
}
