import { type Slot, slotAt } from '../time/slot.ts';
import { minute, quarter } from '../time/interval.ts';
import { type MemberWeek, startsOf } from './member-week.ts';
import { type SlotRules, slotScorer, totalOf } from './score.ts';
import type { WeekLoad } from './week-load.ts';

/** The most slots of a pairing: the first choice and those to fall back on. */
const mostSlots = 5;

/** A possible start of a pairing. */
interface Candidate {
  /** Quarter of the week. */
  readonly q: number;
  readonly points: number;
  /** How many of the scheme's pairings begin in this quarter. */
  readonly crowd: number;
  readonly halfDay: number;
}

/**
 * Ranks the slots that are possible for every member. First comes the best slot of each half-day of the scheme's zone, since
 * whatever prevents the first choice often prevents others of the same half-day. The best of the rest follow. No two slots
 * overlap. Of equal slots the quarter in which fewest pairings begin comes first, then the earliest.
 *
 * @param members two or three, whose weeks are worked out for `minutes`
 * @param load the scheme's other pairings; the caller adds the slot that it uses (`addToLoad`)
 * @param most how many at most
 * @returns best first; none when the members have no start in common
 */
export function rankSlots(
  rules: SlotRules,
  members: readonly MemberWeek[],
  minutes: number,
  load: WeekLoad,
  most = mostSlots,
): Slot[] {
  const score = slotScorer(rules, members, minutes, load);
  const candidates = commonStarts(members.map((member) => startsOf(member, minutes)))
    .map((q): Candidate => ({
      q,
      points: totalOf(score(q)),
      crowd: load.quarters[q] ?? 0,
      halfDay: load.local.halfDay[q] ?? 0,
    }))
    .sort(betterFirst);
  return choose(candidates, (minutes * minute) / quarter, most).map(({ q }) =>
    slotAt(rules.week.start + q * quarter, minutes),
  );
}

function betterFirst(a: Candidate, b: Candidate): number {
  return a.points - b.points || a.crowd - b.crowd || a.q - b.q;
}

/**
 * The best candidates that do not overlap: first one for each half-day, then from the rest.
 * @param candidates best first
 * @param length in quarters
 */
function choose(candidates: readonly Candidate[], length: number, most: number): Candidate[] {
  const chosen: Candidate[] = [];
  for (const apart of [true, false]) {
    for (const candidate of candidates) {
      if (chosen.length === most) return chosen;
      const isTaken = chosen.some(
        ({ q, halfDay }) => Math.abs(q - candidate.q) < length || (apart && halfDay === candidate.halfDay),
      );
      if (!isTaken) chosen.push(candidate);
    }
  }
  return chosen;
}

/** The quarters whose bit is set for everybody, ascending. */
function commonStarts([first, ...others]: readonly Uint32Array[]): number[] {
  const common: number[] = [];
  first?.forEach((word, w) => {
    let bits = others.reduce((left, other) => left & (other[w] ?? 0), word);
    for (; bits !== 0; bits &= bits - 1) common.push(w * 32 + 31 - Math.clz32(bits & -bits));
  });
  return common;
}
