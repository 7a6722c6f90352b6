// What *Now* shows for an answer of the API, and what can be done there. Instants are epoch milliseconds.
import type { Now, NowState } from '../../core/api/me.ts';
import type { MyMeeting } from '../../core/api/meetings.ts';
import { phaseOf } from '../../core/words/pairing-facts.ts';
import type { PairingView } from '../../core/words/pairing-view.ts';
import { chatLink } from '../teams/links.ts';

type Phase = ReturnType<typeof phaseOf>;
export type Scheme = NonNullable<Now['scheme']>;

/** A pairing with a meeting that is booked, or is being booked. `phase`: at the time that was asked for. */
export interface MeetingScene {
  readonly kind: 'meeting';
  readonly pairing: PairingView;
  readonly meeting: MyMeeting | null;
  readonly phase: 'ahead' | 'near';
}

export type Scene =
  | MeetingScene
  | { readonly kind: 'choose'; readonly pairing: PairingView }
  | { readonly kind: 'over'; readonly pairing: PairingView; readonly meeting: MyMeeting }
  | { readonly kind: 'never-joined'; readonly scheme: Scheme }
  | StandingScene
  | { readonly kind: 'no-scheme' };

/** Somebody who takes part, or did, has no meeting. */
export interface StandingScene {
  readonly kind: 'standing';
  readonly state: Exclude<NowState, 'meeting' | 'choose' | 'over' | 'never-joined' | 'no-scheme'>;
  readonly scheme: Scheme;
  /** The Monday of the round that it is about. */
  readonly round: string;
  readonly reason: Now['reason'];
  readonly app: Now['app'];
  readonly pairing: PairingView | null;
}

/** A meeting whose time has passed since the answer is over: the answer need not be read again for that. */
export function sceneAt(now: Now, at: number): Scene {
  const { state, scheme, pairing, meeting, reason, app } = now;
  if (scheme === null) return { kind: 'no-scheme' };
  const round = now.round ?? pairing?.round ?? scheme.next.week;
  switch (state) {
    case 'no-scheme':
      return { kind: 'no-scheme' };
    case 'never-joined':
      return { kind: 'never-joined', scheme };
    case 'meeting':
    case 'choose':
    case 'over':
      return pairing === null
        ? { kind: 'standing', state: 'waiting', scheme, round, reason, app, pairing }
        : sceneOf(state, pairing, meeting, at);
    default:
      return { kind: 'standing', state, scheme, round, reason, app, pairing };
  }
}

function sceneOf(
  state: 'meeting' | 'choose' | 'over',
  pairing: PairingView,
  meeting: MyMeeting | null,
  at: number,
): Scene {
  if (state === 'choose') return { kind: 'choose', pairing };
  const phase = pairing.state === 'booked' ? phaseAt(pairing, at) : 'ahead';
  if ((state === 'over' || phase === 'over') && meeting !== null) return { kind: 'over', pairing, meeting };
  return { kind: 'meeting', pairing, meeting, phase: phase === 'near' ? 'near' : 'ahead' };
}

/** Whether a meeting is ahead, may be joined or is over at an instant. */
function phaseAt({ slot }: Pick<PairingView, 'slot'>, at: number): Phase {
  return phaseOf({ slot, seenAt: new Date(at).toISOString() });
}

export type MeetingAct = 'join-meeting' | 'coming' | 'other-times' | 'cannot' | 'write';

/** What can be done about a meeting, in this order. `primary`: the one that stands out; null: none needs to. */
export function meetingActs(
  { pairing, meeting, phase }: MeetingScene,
  at: number,
): { readonly primary: MeetingAct | null; readonly others: readonly MeetingAct[] } {
  const isBooked = pairing.state === 'booked' && pairing.slot !== null;
  const isAhead = pairing.slot !== null && at < Date.parse(pairing.slot.start);
  const acts: readonly (readonly [MeetingAct, boolean])[] = [
    ['join-meeting', isBooked && phase === 'near' && pairing.joinUrl !== null],
    ['coming', isBooked && isAhead && meeting !== null],
    ['other-times', isBooked && isAhead && phase === 'ahead' && !pairing.isAfterWeek],
    ['cannot', isBooked && !pairing.isAfterWeek],
    ['write', chatWith(pairing) !== null],
  ];
  const possible = acts.filter(([, isPossible]) => isPossible).map(([act]) => act);
  const primary = possible.find((act) => act === 'join-meeting' || act === 'coming') ?? null;
  return { primary, others: possible.filter((act) => act !== primary) };
}

/** The address of a chat in Teams with all partners; null where an address is not known. */
export function chatWith({ partners }: Pick<PairingView, 'partners'>): string | null {
  const mails = partners.flatMap(({ mail }) => mail ?? []);
  if (mails.length === 0 || mails.length < partners.length) return null;
  return chatLink(mails);
}
