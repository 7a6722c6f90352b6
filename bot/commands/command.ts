import type { AboutMeeting } from '../../core/following-up/find-meeting.ts';
import type { MetAnswer } from '../../core/records/pairing.ts';
import type { PersonId } from '../../core/records/person.ts';
import type { Answers, Preferences } from '../../core/records/profile.ts';
import type { Feedback } from '../../core/records/placement.ts';

/**
 * What somebody asks the bot to do. `scheme`: null for the only scheme there is. `until`: ISO date of the first day
 * back; null when no date was given.
 */
export type Command =
  | Each<Plain>
  /** `answers`: a filled-in sign-up card; absent when it was typed. */
  | { readonly kind: 'join'; readonly scheme: string | null; readonly answers?: Answers }
  /** Pressed, not typed: stores a settings card. */
  | { readonly kind: 'save-settings'; readonly scheme: string | null; readonly answers: Answers }
  /** Pressed, not typed: the bot asks first (`…-ask`). */
  | { readonly kind: 'leave'; readonly scheme: string | null }
  | { readonly kind: 'pause'; readonly scheme: string | null; readonly until: string | null }
  | { readonly kind: 'erase'; readonly token: string }
  | Each<'leave-ask' | 'skip-ask', { readonly scheme: string | null }>
  /** Asks whether to pause until then, or until when. */
  | { readonly kind: 'pause-ask'; readonly scheme: string | null; readonly until: string | null }
  /** Shows whom somebody may mean; without a name, asks for it. */
  | Each<'never-with' | 'invite', { readonly name: string | null }>
  /** Pressed, not typed. */
  | Each<'keep-apart' | 'take-back' | 'invite-person', { readonly person: PersonId }>
  /** Something kind was said, which needs a kind word and nothing else. */
  | { readonly kind: 'kind-word'; readonly about: KindWord }
  /** It is not clear what somebody wants: what they may mean, the likeliest first; at most three. `name`: as they wrote it. */
  | { readonly kind: 'unclear'; readonly guesses: readonly Guess[]; readonly name: string | null }
  | {
      readonly kind: 'prefer';
      readonly scheme: string | null;
      readonly hours: Preferences['hours'];
      /** Absent: stays as it is. */
      readonly minutes?: Preferences['minutes'];
    }
  /** Pressed, not typed. `start`: epoch milliseconds. */
  | {
      readonly kind: 'choose';
      readonly pairing: string;
      readonly revision: number;
      readonly start: number;
    }
  /** Pressed, not typed. What each button is about is in it: one that is pressed late does no harm. `start`: epoch milliseconds. */
  | Each<'coming' | 'cannot', { readonly about: AboutMeeting }>
  | { readonly kind: 'met'; readonly about: AboutMeeting; readonly said: MetAnswer }
  | {
      readonly kind: 'feedback';
      readonly scheme: string;
      readonly round: string;
      readonly feedback: Feedback;
    }
  | {
      readonly kind: 'call-answer';
      readonly scheme: string;
      readonly round: string;
      readonly answer: 'yes' | 'skip';
    }
  | { readonly kind: 'still-in'; readonly scheme: string }
  /** Typed, not pressed. */
  | { readonly kind: 'says-coming' }
  | { readonly kind: 'says-met'; readonly said: 'yes' | 'not-yet' }
  /** A date that nobody can read, or that does not exist. */
  | { readonly kind: 'date-unclear' }
  | { readonly kind: 'unknown' };

/** A command for each of some kinds. */
type Each<Kind, More = unknown> = Kind extends string ? { readonly kind: Kind } & More : never;

/** Commands that need nothing more. */
export const plain = [
  ...(['help', 'my-pairing', 'other-times', 'settings', 'decline-invitation', 'stay'] as const),
  /** Pressed, not typed: the sign-up card, and a pairing card as an example. */
  ...(['sign-up-ask', 'look-first'] as const),
  /** Pressed, not typed: what the file with somebody's data would say, as far as a message holds it. */
  ...(['read-my-data'] as const),
  ...(['history', 'my-data', 'erase-ask', 'privacy', 'coordinator'] as const),
];
type Plain = (typeof plain)[number];

/** What the bot answers with a kind word. */
export type KindWord = 'thanks' | 'bye' | 'small-talk' | 'emoji' | 'met' | 'not-met' | 'coming';

/** What somebody may have meant, as the button for it says. */
export type Guess = Extract<
  Verb,
  | Exclude<Plain, 'decline-invitation' | 'stay' | 'sign-up-ask' | 'look-first' | 'read-my-data'>
  | 'join'
  | 'leave-ask'
  | 'skip-ask'
  | 'pause-ask'
  | 'never-with'
  | 'invite'
>;

/** Every kind of command. */
export const commandKinds = Object.keys({
  help: true,
  'my-pairing': true,
  'other-times': true,
  settings: true,
  history: true,
  'my-data': true,
  'read-my-data': true,
  privacy: true,
  coordinator: true,
  join: true,
  'leave-ask': true,
  'skip-ask': true,
  'pause-ask': true,
  'erase-ask': true,
  leave: true,
  pause: true,
  erase: true,
  stay: true,
  'never-with': true,
  'keep-apart': true,
  'take-back': true,
  invite: true,
  'invite-person': true,
  'decline-invitation': true,
  'sign-up-ask': true,
  'look-first': true,
  'save-settings': true,
  prefer: true,
  choose: true,
  coming: true,
  cannot: true,
  met: true,
  feedback: true,
  'call-answer': true,
  'still-in': true,
  'says-coming': true,
  'says-met': true,
  'kind-word': true,
  unclear: true,
  'date-unclear': true,
  unknown: true,
} satisfies Record<Command['kind'], true>);

/** The verb in a button's data. */
export type Verb =
  | Exclude<
      Command['kind'],
      'prefer' | 'kind-word' | 'unclear' | 'unknown' | 'date-unclear' | 'says-coming' | 'says-met'
    >
  | 'sign-up';
