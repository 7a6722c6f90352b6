import type { NowState } from '../api/me.ts';
import { isAway, isIn, type Participant, standingAt } from '../records/participant.ts';
import { type PairingRecord, slotOf } from '../records/pairing.ts';
import type { PersonId } from '../records/person.ts';
import type { PlacementReason } from '../records/placement.ts';
import type { Round } from '../records/round.ts';
import type { Scheme } from '../records/scheme.ts';
import type { OpenPlace } from '../rounds/current-pairings.ts';
import { wasMissed } from '../rounds/held.ts';
import { roundTimes } from '../schemes/round-times.ts';
import { roundAhead } from '../schemes/rounds-ahead.ts';
import { day } from '../time/clock.ts';
import { toIso } from '../time/instant.ts';

/** Where somebody stands with a scheme. */
export interface Where {
  readonly state: NowState;
  /** Null: there is none. */
  readonly scheme: Scheme | null;
  /** The round that the state is about, where it is about one without a pairing: the ISO date of its Monday. */
  readonly round: string | null;
  readonly reason: PlacementReason | null;
  /** What the pairing that is shown is read from; null: there is none. */
  readonly place: (OpenPlace & { readonly pairing: PairingRecord }) | null;
}

/** Somebody in one scheme. */
interface InScheme {
  readonly scheme: Scheme;
  /** Null: never enrolled. */
  readonly participant: Participant | null;
  /** What its rounds that are not closed have for them. */
  readonly places: readonly OpenPlace[];
}

/** A state that somebody may be shown. The lowest rank is, and the earliest (epoch milliseconds) of equal rank. */
interface Candidate extends Where {
  readonly rank: number;
  readonly at: number;
}

/**
 * Where somebody stands now. A meeting ahead goes first, then what waits for an answer, then what they can only know.
 * @param now epoch milliseconds
 */
export function decideNow(inSchemes: readonly InScheme[], person: PersonId, now: number): Where {
  const candidates = inSchemes.flatMap((one) => candidatesIn(one, person, now));
  const [first] = candidates.sort((a, b) => a.rank - b.rank || a.at - b.at);
  if (first === undefined)
    return { state: 'no-scheme', scheme: null, round: null, reason: null, place: null };
  const { state, scheme, round, reason, place } = first;
  return { state, scheme, round, reason, place };
}

const ranks = {
  ahead: 0,
  'to-say': 1,
  'called-off': 2,
  asked: 3,
  unplaced: 4,
  said: 5,
  skipped: 6,
  waiting: 7,
  paused: 8,
  left: 9,
  'never-joined': 10,
} as const;

function candidatesIn(one: InScheme, person: PersonId, now: number): Candidate[] {
  const { scheme, participant, places } = one;
  const make = (rank: keyof typeof ranks, what: Partial<Candidate> & Pick<Where, 'state'>): Candidate => ({
    scheme,
    round: null,
    reason: null,
    place: null,
    rank: ranks[rank],
    at: 0,
    ...what,
  });
  const standing = participant === null ? 'not-in' : standingAt(participant, scheme.zone, now).status;
  const isActive = standing === 'active';

  const ofRounds = places.flatMap((place): Candidate[] => {
    const { round, placement, pairing } = place;
    const isThisWeek = round.stage !== 'calling' && now < round.weekEnd;
    const reason = placement?.reason ?? (hasEnded(pairing) ? 'partner-left' : null);
    if (pairing !== null && reason === null) return paired({ ...place, pairing });
    if (!isActive || !isThisWeek || reason === 'withdrew') return [];
    if (reason !== null) return [make('unplaced', { state: 'unplaced', round: round.round, reason })];
    if (placement !== null) return [make('waiting', { state: 'waiting', round: round.round })];
    const isOut = participant !== null && wasOut(participant, scheme, round);
    return isOut ? [make('skipped', { state: 'skipped', round: round.round })] : [];
  });
  return [...ofRounds, ...asked(), byStanding()];

  function paired(place: OpenPlace & { readonly pairing: PairingRecord }): Candidate[] {
    const { round, pairing } = place;
    const slot = slotOf(pairing);
    const isThisWeek = now < round.weekEnd;
    if (slot !== null && slot.end > now) return [make('ahead', { state: 'meeting', place, at: slot.start })];
    if (pairing.state === 'suggested')
      return isThisWeek ? [make('ahead', { state: 'choose', place, at: round.weekEnd })] : [];
    if (slot === null) return isThisWeek ? [make('called-off', { state: 'called-off', place })] : [];
    if (pairing.followUps[person]?.start !== slot.start) return [make('to-say', { state: 'over', place })];
    return isThisWeek || wasMissed(pairing, now) ? [make('said', { state: 'over', place })] : [];
  }

  /** The call before the next round. */
  function asked(): Candidate[] {
    const next = roundAhead(scheme, now);
    const round = places.find((place) => place.round.round === next.round)?.round;
    if (participant === null || round?.called === undefined || round.stage !== 'calling') return [];
    if (isAway(participant, scheme.zone, round.weekStart)) return [];
    const isOpen =
      round.called === 'each-time'
        ? !isIn(participant, scheme, round)
        : participant.called === round.round && participant.silent !== undefined;
    return isOpen ? [make('asked', { state: 'asked', round: round.round })] : [];
  }

  function byStanding(): Candidate {
    if (standing === 'not-in') return make('never-joined', { state: 'never-joined' });
    if (standing === 'left') return make('left', { state: 'left' });
    if (standing === 'active') return make('waiting', { state: 'waiting' });
    const rounds = [...places.map(({ round }) => round.round), roundAhead(scheme, now).round];
    const skipped = rounds.find((round) => participant?.pausedUntil === dayAfter(round));
    return skipped === undefined
      ? make('paused', { state: 'paused' })
      : make('skipped', { state: 'skipped', round: skipped });
  }
}

/** Whether nobody else is looked for any more for the members of a pairing that was called off. */
function hasEnded(pairing: PairingRecord | null): boolean {
  return pairing?.state === 'cancelled' && pairing.isOver;
}

/** Whether a participant took no part in a round before which they were asked. Those who joined later were not asked. */
function wasOut(participant: Participant, scheme: Scheme, round: Round): boolean {
  const { pairingAt } = roundTimes(scheme, round.round);
  return participant.joinedAt < pairingAt && !isIn(participant, scheme, round);
}

/** The Monday after a round's week, on which people who skip it are back: ISO dates. */
function dayAfter(round: string): string {
  return toIso(Date.parse(round) + 7 * day).slice(0, round.length);
}
