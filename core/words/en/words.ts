import type { News } from '../../records/outbox.ts';
import type { Answer } from '../../records/pairing.ts';
import type { Preferences } from '../../records/participant.ts';
import type { UnplacedReason } from '../../records/plan.ts';

/** What somebody can tell the bot to do. */
export type CommandName = 'help' | 'join' | 'pause' | 'leave' | 'my-pairing' | 'other-times' | 'settings';

/** The half of the day that somebody would rather meet in. */
export type HalfDay = Preferences['hours'];

/** A sentence about a change to a meeting, by who caused it: the reader, somebody else, or nobody. */
export interface Telling {
  /** Left out where it cannot be the reader. `partners`: the others' names. */
  readonly you?: (partners: string) => string;
  readonly other: (name: string) => string;
  readonly nobody: string;
}

/** Why a time cannot be chosen. */
type ChoiceRefusal = 'no-pairing' | 'not-taking-part' | 'changed' | 'taken' | 'no-slot' | 'begun';

export type Refusal =
  'unknown-scheme' | 'guest' | 'not-in-directory' | 'not-in' | 'date-past' | 'date-too-far' | 'date-unclear';

/** The next round as a reader sees it: the day people are paired, and the day on which the meeting week begins. */
export interface NextText {
  readonly pairing: string;
  readonly week: string;
}

/** What the bot answers in the chat. */
export interface BotWords {
  /** BCP 47 language. */
  readonly language: string;
  /** The language's own name. */
  readonly autonym: string;
  /** The tag for dates and times when a reader gives no region. */
  readonly region: string;
  /** What may be typed, in lower case; English is understood beside every other language. */
  readonly typed: Readonly<Record<CommandName | HalfDay, readonly string[]>>;
  /** Between `pause` and a date. */
  readonly typedUntil: readonly string[];
  readonly buttons: Readonly<
    Record<CommandName | 'join-meeting' | 'come-back' | 'pause-until' | 'save', string>
  >;
  readonly welcome: {
    readonly title: (scheme: string) => string;
    readonly what: (minutes: number) => string;
    readonly how: string;
  };
  readonly hello: (name: string) => string;
  readonly standing: {
    readonly 'not-in': (scheme: string) => string;
    readonly active: (scheme: string, next: NextText) => string;
    readonly paused: (scheme: string, until: string) => string;
    readonly left: (scheme: string) => string;
  };
  readonly canSay: string;
  readonly notUnderstood: string;
  /** After thirty messages in a minute; further ones get no answer. */
  readonly tooFast: string;
  readonly personalOnly: string;
  /** When Microsoft 365 or storage, which the bot calls its notebook, does not answer. */
  readonly away: {
    /** It will be done, and told. */
    readonly postponed: string;
    /** It was tried for a day. */
    readonly gaveUp: string;
    readonly nothingChanged: string;
    /** It may have been done, or a part of it. */
    readonly unsure: string;
  };
  readonly joined: Readonly<
    Record<'joined' | 'rejoined' | 'already-in' | 'resumed', (scheme: string, next: NextText) => string>
  >;
  /** Beside `joined`, when the round under way is paired already. */
  readonly joinedLate: string;
  readonly paused: (scheme: string, until: string) => string;
  readonly pauseAsk: string;
  readonly pauseDate: string;
  readonly left: (scheme: string) => string;
  readonly notIn: (scheme: string) => string;
  readonly noPairing: (next: NextText) => string;
  readonly refused: Readonly<Record<Refusal, string>>;
  readonly preferences: {
    readonly ask: string;
    readonly hours: string;
    readonly hoursChoices: Readonly<Record<HalfDay, string>>;
    readonly minutes: string;
    /** For the scheme's own length. */
    readonly schemeMinutes: (minutes: number) => string;
    /** For a longer meeting. */
    readonly longer: (minutes: number) => string;
    /** `length`: one of the two above. */
    readonly kept: Readonly<Record<HalfDay, (length: string) => string>>;
  };
}

/** A stretch of time as a reader sees it: in their zone, in their language. */
export interface SlotText {
  /** Weekday and date, such as "Tuesday 8 December 2026". */
  readonly day: string;
  readonly from: string;
  readonly to: string;
  /** The zone's name at that moment, such as "British Summer Time". */
  readonly zone: string;
}

/** A partner whose clock shows something else than the reader's, with their time and, when it differs, their day. */
export interface OtherTime {
  readonly name: string;
  readonly slot: SlotText;
  readonly sameDay: boolean;
}

/** What is said of a meeting, or of there being none. */
export interface MeetingWords {
  readonly pairing: {
    readonly title: (names: string) => string;
    /** For a pairing whose meeting is not booked yet. */
    readonly unbooked: string;
    readonly when: (slot: SlotText) => string;
    readonly whenFor: (other: OtherTime) => string;
    readonly minutes: (minutes: number) => string;
    readonly firstTime: string;
    readonly lastMet: (rounds: number) => string;
    /** For two departments by name. */
    readonly newLink: (one: string, other: string) => string;
    readonly startersTitle: string;
    readonly starters: Readonly<
      Record<'think' | 'do' | 'share', { readonly label: string; readonly text: string }>
    >;
    readonly cannot: string;
    /** Instead, for a meeting that somebody moved to a time after the meeting week. */
    readonly cannotAfterWeek: string;
    readonly noLink: string;
    readonly answers: string;
    readonly you: string;
    readonly answer: Readonly<Record<Answer, string>>;
    /** By state, for a pairing that has no meeting. */
    readonly failed: string;
    readonly cancelled: string;
  };
  /** What changed, before what holds now. */
  readonly news: Readonly<Record<Exclude<News, 'booked' | 'suggested' | 'kept'>, Telling>>;

  /** Names the person whom the reader was to meet and who dropped out, then says `said`, a whole sentence. */
  readonly insteadOf: (name: string, said: string) => string;

  /** To a reader who proposed a time that was not taken. */
  readonly passedOver: string;
  /** After `passedOver`, where nothing else changed. */
  readonly kept: string;
  readonly choose: {
    readonly title: (names: string) => string;
    readonly suggested: string;
    /** One of three left before a time was chosen. */
    readonly memberLeft: Telling;
    readonly how: string;
    /** For one that is booked while other times are offered. */
    readonly keep: (when: string) => string;
    /** For a pairing without a meeting that no time suits. */
    readonly none: (names: string) => string;
    readonly chosen: string;
    readonly offered: string;
    readonly refused: Readonly<Record<ChoiceRefusal, string>>;
    /** For a pairing with a time that nobody can change at the moment. */
    readonly notNow: string;
  };
  readonly calledOff: {
    readonly title: (names: string) => string;
    readonly why: string;
    readonly looking: string;
  };
  readonly unplaced: {
    readonly title: (scheme: string) => string;
    readonly reasons: Readonly<Record<UnplacedReason, string>>;
    readonly next: (week: string) => string;
  };
}

/** What Outlook shows. */
export interface InvitationWords {
  /** Read in Outlook by all members alike. */
  readonly invitation: {
    /** Without names: who is invited may change, and the body of an event stays. */
    readonly greeting: string;
    readonly opening: (scheme: string, minutes: number) => string;
    readonly question: (question: string) => string;
    /** To start from; the same ones, in the same order, in every language. */
    readonly questions: readonly [string, ...string[]];
    readonly move: string;
    readonly stop: string;
  };
  /** What a cancelled event says; `because`: who cannot take part. */
  readonly cancellation: {
    readonly asked: (scheme: string) => string;
    readonly cancelled: (scheme: string) => string;
    readonly cancelledBy: (scheme: string, name: string) => string;
    readonly withdrawn: (scheme: string) => string;
  };
}

/**
 * Everything the product says, in one language: whole sentences, in which days and times come already written in the
 * reader's language and zone. The type is what makes a language complete.
 */
export interface Words extends BotWords, MeetingWords, InvitationWords {}
