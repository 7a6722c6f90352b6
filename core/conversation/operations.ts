import type { Caller } from '../enrolment/caller.ts';
import type { JoinResult } from '../enrolment/join.ts';
import type { LeaveResult } from '../enrolment/leave.ts';
import type { PauseResult } from '../enrolment/pause.ts';
import type { PreferResult } from '../enrolment/prefer.ts';
import type { Standing } from '../enrolment/standing.ts';
import type { Choice } from '../mending/choose-slot.ts';
import type { ChooseResult } from '../mending/other-times.ts';
import type { Conversation } from '../ports/messenger.ts';
import type { Preferences } from '../records/participant.ts';
import type { PersonId } from '../records/person.ts';
import type { PairingView } from '../views/my-pairing.ts';

/** What somebody chose; `minutes` left out: as it was. */
export type WantedPreferences = Pick<Preferences, 'hours'> & Partial<Preferences>;
/** Everything the bot can do for somebody who writes to it. One operation per activity. */
export interface ConversationOperations {
  /**
   * Keeps how to reach the caller, and marks them reachable again. Repeats are harmless. Gives the caller, with the language
   * and zone that are known from before where Teams left them out.
   */
  remember(caller: Caller, conversation: Conversation): Promise<Caller>;
  /** The caller removed the app: not reachable until they come back. */
  forgetConversation(person: PersonId): Promise<void>;
  /** Whether the welcome is the answer to this activity: Teams sends two install events, and may repeat each. */
  claimWelcome(person: PersonId, activity: string): Promise<boolean>;
  /** The welcome was said: no repeat brings it again. */
  confirmWelcome(person: PersonId): Promise<void>;
  /** Where the caller stands in the first scheme. */
  standing(caller: Caller): Promise<Standing>;
  /** `scheme` null means the one scheme there is. */
  join(caller: Caller, scheme: string | null): Promise<JoinResult>;
  /** `until`: ISO date, the first day back; null skips one round: the one under way, or the next. */
  pause(caller: Caller, scheme: string | null, until: string | null): Promise<PauseResult>;
  leave(caller: Caller, scheme: string | null): Promise<LeaveResult>;
  /** The pairing whose meeting week, or whose meeting if it was moved beyond it, is not over; or null. */
  myPairing(caller: Caller): Promise<PairingView | null>;
  /** How the caller likes to meet; without `minutes` these stay as they are. */
  prefer(caller: Caller, scheme: string | null, preferences: WantedPreferences): Promise<PreferResult>;
  /** Up to three slots that would suit everybody in the caller's current pairing, by a fresh look. */
  otherTimes(caller: Caller): Promise<ChooseResult>;
  /** The caller chooses a slot for their pairing. */
  choose(caller: Caller, choice: Choice): Promise<ChooseResult>;
}
