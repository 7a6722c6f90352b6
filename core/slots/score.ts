import type { MeetingWeek } from '../time/meeting-week.ts';
import { minute, quarter } from '../time/interval.ts';
import type { Scheme } from '../records/scheme.ts';
import { slotFacts, type SlotFacts } from './slot-facts.ts';
import type { MemberWeek } from './member-week.ts';
import type { WeekLoad } from './week-load.ts';

/** The cost of a slot, by term, over all members: whole points, 0 is best. */
export interface SlotScore {
  /** Members for whom the slot is not wholly in their preferred half of the day. */
  readonly preferred: number;
  /** Minutes of the meeting within the scheme's lunch, on each member's clock. */
  readonly lunch: number;
  /** How often the quarter of an hour just before or just after the meeting is taken in a member's calendar. */
  readonly backToBack: number;
  /** Days and half-days on which people would rather not meet. */
  readonly day: number;
  /** The meeting begins within a day from now. */
  readonly notice: number;
  /** Minutes outside the comfortable part of a member's day. They cost more for a member who has had more of them. */
  readonly awkward: number;
  /** The share of the scheme's pairings that meet on this half-day. */
  readonly spread: number;
}

/** The points of each term, in the order of their weight. `README.md` beside this file gives the reasons. */
const weights = {
  /** For each member whose preferred half of the day is missed. */
  preferred: 150,
  /** For each minute of lunch and member: 60 for half an hour. */
  lunch: 2,
  /** For the meeting, when it begins within a day. */
  notice: 40,
  /** For each awkward minute and member: 30 for half an hour, up to four times as much for a member who has had more. */
  awkward: 1,
  /** For each taken quarter before or after, and member. */
  backToBack: 10,
  /** For each member, by `SlotFacts.edge`. */
  day: [0, 5, 15],
  /** When all of the scheme's pairings meet on this half-day; in proportion when fewer do. */
  spread: 100,
} as const;

/** What all slots of a round are judged by. */
export interface SlotRules {
  readonly week: MeetingWeek;
  /** `HH:MM` on each member's clock. */
  readonly lunch: Scheme['lunch'];
  /** Epoch milliseconds. */
  readonly now: number;
}

const aDay = 24 * 60 * minute;
/** A member's awkward minutes cost one weight more for every 30 minutes that they have had more than their partner … */
const awkwardStep = 30;
/** … and at most four weights. */
const mostWeights = 4;
/** Added to the number of pairings, so that the first few do not avoid each other. */
const evenly = 10;

/**
 * Scores the slots of one pairing.
 * @param minutes the meeting's length
 * @returns a function that gives the score of the slot that starts in quarter q of the week
 */
export function slotScorer(
  { week, lunch, now }: SlotRules,
  members: readonly MemberWeek[],
  minutes: number,
  load: WeekLoad,
): (q: number) => SlotScore {
  const least = Math.min(...members.map(({ awkward }) => awkward));
  const judged = members.map((member) => ({
    member,
    facts: slotFacts(member.local, minutes, lunch),
    awkwardWeights: Math.min(mostWeights, 1 + Math.floor((member.awkward - least) / awkwardStep)),
  }));
  const length = Math.ceil((minutes * minute) / quarter);
  const soon = now + aDay;

  return (q) => {
    let [preferred, overLunch, backToBack, day, awkward] = [0, 0, 0, 0, 0];
    for (const { member, facts, awkwardWeights } of judged) {
      preferred += missesPreferred(facts, member.hours, q);
      overLunch += facts.lunch[q] ?? 0;
      backToBack += bit(member.taken, q - 1) + bit(member.taken, q + length);
      day += weights.day[facts.edge[q] ?? 0] ?? 0;
      awkward += awkwardWeights * (facts.awkward[q] ?? 0);
    }
    const share = (load.halfDays[load.local.halfDay[q] ?? 0] ?? 0) / (load.pairings + evenly);
    return {
      preferred: weights.preferred * preferred,
      lunch: weights.lunch * overLunch,
      backToBack: weights.backToBack * backToBack,
      day,
      notice: week.start + q * quarter < soon ? weights.notice : 0,
      awkward: weights.awkward * awkward,
      spread: Math.floor(weights.spread * share),
    };
  };
}

/** The points of all terms together: fewer are better. */
export function totalOf(score: SlotScore): number {
  const { preferred, lunch, backToBack, day, notice, awkward, spread } = score;
  return preferred + lunch + backToBack + day + notice + awkward + spread;
}

function missesPreferred(facts: SlotFacts, hours: MemberWeek['hours'], q: number): number {
  if (hours === 'either') return 0;
  return (hours === 'morning' ? facts.inMorning : facts.inAfternoon)[q] === 1 ? 0 : 1;
}

/** The bit, 0 or 1. Outside the week it is 0, since nothing is known. */
function bit(bits: Uint32Array, q: number): number {
  return q < 0 ? 0 : ((bits[q >>> 5] ?? 0) >>> (q & 31)) & 1;
}
