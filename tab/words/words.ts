import type { Answer } from '../../core/records/pairing.ts';
import type { Preferences } from '../../core/records/participant.ts';
import type { UnplacedReason } from '../../core/records/plan.ts';
import type { SchemeSettings } from '../../core/records/scheme.ts';
import type { RoundDetail, Rounds } from '../../core/views/api-schemas.ts';
import type { PairingView } from '../../core/words/pairing-view.ts';
import type { ProblemKind } from '../api/problem.ts';

type PairingState = PairingView['state'];
type Told = RoundDetail['receipt'][number]['told'];
type Stage = Rounds[number]['stage'];
interface Sentence {
  readonly title: string;
  readonly text: string;
}

/** What everybody sees. */
interface PersonalWords {
  /** ISO 639 code. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly tabs: {
    readonly label: string;
    readonly pairing: string;
    readonly history: string;
    readonly rounds: string;
  };
  readonly loading: string;
  readonly tryAgain: string;
  readonly problems: Record<ProblemKind, Sentence>;
  readonly crashed: Sentence & { readonly reload: string };
  readonly outsideTeams: Sentence & { readonly open: string };
  /** In a channel or a group chat. */
  readonly channel: Sentence & {
    readonly steps: readonly string[];
    readonly alone: string;
    readonly open: string;
  };
  readonly configure: Sentence;
  readonly unreachable: Sentence;
  readonly pairing: {
    readonly title: string;
    readonly shown: (partners: string) => string;
    readonly state: Record<PairingState, string>;
    readonly stateText: Record<PairingState, string>;
    readonly yourTime: (time: string, city: string) => string;
    readonly theirTime: (name: string, city: string, time: string) => string;
    readonly noTimeYet: string;
    readonly offerTitle: string;
    readonly offerText: string;
    readonly noOffer: string;
    readonly join: string;
    readonly noLink: string;
    readonly answers: string;
    readonly you: string;
    readonly answerHint: string;
    readonly firstTime: string;
    readonly lastMet: (rounds: number) => string;
    /** For two departments by name. */
    readonly newLink: (one: string, other: string) => string;
    readonly startersTitle: string;
    readonly startersText: string;
    readonly starters: readonly { readonly title: string; readonly text: string }[];
  };
  readonly answer: Record<Answer, string>;
  readonly noPairing: {
    readonly waiting: (scheme: string) => Sentence;
    readonly paused: (scheme: string, until: string | null) => Sentence;
    readonly notIn: (scheme: string) => Sentence;
    readonly next: string;
    readonly nextPairing: string;
    readonly nextWeek: string;
    readonly weekOf: (monday: string) => string;
    readonly length: string;
    readonly minutes: (n: number) => string;
    readonly wishes: string;
    /** `longer`: in minutes; null: the scheme's length will do. */
    readonly wish: (hours: Preferences['hours'], longer: number | null) => string;
    readonly noScheme: Sentence;
  };
  readonly history: {
    readonly title: string;
    readonly shown: (count: number) => string;
    readonly empty: Sentence;
    readonly round: (n: number) => string;
    readonly weekOf: (monday: string) => string;
    readonly earlier: string;
    readonly met: string;
    readonly notMet: string;
    readonly unknown: string;
  };
}

/** What coordinators see beside it. */
export interface CoordinatorWords {
  readonly rounds: {
    readonly title: string;
    readonly shown: (count: number) => string;
    readonly empty: (pairingAt: string) => Sentence;
    readonly stage: Record<Stage, string>;
    readonly back: string;
  };
  readonly settings: {
    readonly title: string;
    /** The link that leads there. */
    readonly of: (scheme: string) => string;
    readonly from: string;
    readonly booking: string;
    readonly bookings: Record<SchemeSettings['booking'], string>;
    readonly length: string;
    readonly minutes: (n: number) => string;
    readonly coverage: string;
    readonly lunch: string;
    readonly lunchText: string;
    readonly lunchStart: string;
    readonly lunchEnd: string;
    readonly timeMissing: string;
    readonly endsTooSoon: string;
    readonly save: string;
    readonly saving: string;
    readonly saved: string;
    readonly conflict: string;
    /** `why`: a problem's title. */
    readonly notSaved: (why: string) => string;
  };
  readonly round: {
    readonly title: (n: number) => string;
    readonly weekOf: (monday: string) => string;
    readonly counts: Record<keyof RoundDetail['counts'], string>;
    readonly unreadableEvents: (n: number) => string;
    readonly plan: string;
    readonly notPlanned: string;
    readonly optimal: string;
    readonly notProved: string;
    readonly cost: (unplaced: number, trios: number, repeats: number) => string;
    readonly closeness: (n: number) => string;
    readonly pairings: string;
    readonly noPairings: string;
    readonly members: string;
    readonly when: (city: string) => string;
    readonly state: string;
    readonly noTime: string;
    readonly moved: (times: number) => string;
    readonly noLink: string;
    readonly repeat: (rounds: number) => string;
    readonly receipt: string;
    readonly receiptText: string;
    readonly search: string;
    readonly show: string;
    readonly filters: Record<'all' | 'paired' | 'unplaced' | 'not-told', string>;
    readonly found: (shown: number, all: number) => string;
    readonly nobody: string;
    readonly more: (n: number) => string;
    readonly name: string;
    readonly outcome: string;
    readonly toldColumn: string;
    readonly paired: (partners: string) => string;
    readonly unplaced: (reason: string | null) => string;
    readonly reasons: Record<UnplacedReason | 'withdrew', string>;
    /** `code`: what Microsoft 365 said of a calendar. */
    readonly detail: (code: string) => string;
    /** By what the product stores with a pairing that it could not book. */
    readonly problems: Readonly<Record<string, string>>;
    readonly otherReason: string;
    readonly told: Record<Told, string>;
  };
}

/** Everything the tab says, in one language. Whole sentences: nothing is put together elsewhere. */
export interface Words extends PersonalWords, CoordinatorWords {}
