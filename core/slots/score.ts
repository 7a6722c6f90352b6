import type { MeetingWeek } from '../time/meeting-week.ts';
import { minute, quarter } from '../time/interval.ts';
import type { Scheme } from '../records/scheme.ts';
import { slotFacts, type SlotFacts } from './slot-facts.ts';
import type { MemberWeek } from './member-week.ts';
import type { WeekLoad } from './week-load.ts';

/** What a slot costs, by term: whole points, 0 at best. The terms of the members are summed. */
export interface SlotScore {
  /** A member's preferred half of the day, morning or afternoon, is missed. */
  readonly preferred: number;
  /** Minutes of the scheme's lunch, on each member's clock, that the meeting takes. */
  readonly lunch: number;
  /** Sides on which the meeting follows, or is followed by, something in a member's calendar without a free quarter. */
  readonly backToBack: number;
  /** Days and halves of them on which people would rather not meet. */
  readonly day: number;
  /** It begins within a day from now. */
  readonly notice: number;
  /** Minutes outside the comfortable part of a member's day, dearer for whoever has had more of them so far. */
  readonly awkward: number;
  /** The share of the scheme's pairings that are on this half-day already. */
  readonly spread: number;
}

/** How many points each term is worth, in the order of their weight. Why: `README.md` beside this file. */
const weights = {
  /** For each member whose preferred half of the day is missed. */
  preferred: 150,
  /** For each minute of lunch and member: 60 for half an hour. */
  lunch: 2,
  /** For the meeting, when it begins within a day. */
  notice: 40,
  /** For each awkward minute and member: 30 for half an hour, up to four times as much for who has had more. */
  awkward: 1,
  /** For each side and member. */
  backToBack: 10,
  /**
   * For each member: Tuesday to Thursday; Monday afternoon and Friday morning; Monday morning, Friday afternoon, Saturday
   * and Sunday.
   */
  day: [0, 5, 15],
  /** When all of the scheme's pairings are on this half-day; in proportion when fewer are. */
  spread: 100,
} as const;

/** What a scheme asks of a slot. */
export interface SlotRules {
  readonly week: MeetingWeek;
  /** `HH:MM` on each member's clock. */
  readonly lunch: Scheme['lunch'];
  /** Epoch milliseconds. */
  readonly now: number;
}

const aDay = 24 * 60 * minute;
/** Minutes of awkwardness that somebody must have had more than their partner to be spared by one more weight. */
const awkwardStep = 30;
const mostSpared = 4;
/** Pairings that are taken to be spread evenly already: the first few do not drive each other away. */
const evenly = 10;

/**
 * Scores slots of one pairing.
 * @param minutes the meeting's length
 * @returns the score of the slot that starts in quarter q of the week
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
    spared: Math.min(mostSpared, 1 + Math.floor((member.awkward - least) / awkwardStep)),
  }));
  const length = Math.ceil((minutes * minute) / quarter);
  const soon = now + aDay;

  return (q) => {
    let [preferred, overLunch, backToBack, day, awkward] = [0, 0, 0, 0, 0];
    for (const { member, facts, spared } of judged) {
      preferred += missesPreferred(facts, member.hours, q);
      overLunch += facts.lunch[q] ?? 0;
      backToBack += bit(member.taken, q - 1) + bit(member.taken, q + length);
      day += weights.day[facts.edge[q] ?? 0] ?? 0;
      awkward += spared * (facts.awkward[q] ?? 0);
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

/** The points of all terms together: the fewer, the better the slot. */
export function totalOf(score: SlotScore): number {
  const { preferred, lunch, backToBack, day, notice, awkward, spread } = score;
  return preferred + lunch + backToBack + day + notice + awkward + spread;
}

function missesPreferred(facts: SlotFacts, hours: MemberWeek['hours'], q: number): number {
  if (hours === 'either') return 0;
  return (hours === 'morning' ? facts.inMorning : facts.inAfternoon)[q] === 1 ? 0 : 1;
}

/** 1 when the bit is set; outside the week nothing is known, so nothing stands there. */
function bit(bits: Uint32Array, q: number): number {
  return q < 0 ? 0 : ((bits[q >>> 5] ?? 0) >>> (q & 31)) & 1;
}
