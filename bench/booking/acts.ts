import { seededChance } from '../../core/matching/ground/chance.ts';
import { workingIntervals } from '../../core/time/working-hours.ts';
import type { Employee } from '../../local/organisation/employee.ts';
import type { BookedMeeting } from './graph-process.ts';
import type { Counts } from './request-counts.ts';

/** What somebody does about an invitation. */
type Habit = 'decline' | 'silent' | 'leave' | 'accept';

/** Shares of the people; all others accept. */
const shares: readonly (readonly [Habit, number])[] = [
  ['decline', 0.1],
  ['silent', 0.05],
  ['leave', 0.02],
];

/** Somebody's turn to do something about the time of their meeting. */
interface Turn {
  readonly mail: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The start of the meeting, in epoch milliseconds. */
  readonly start: number;
}

export interface World {
  /** Answers an invitation. False when that person has no meeting at this time (any more). */
  respond(mail: string, start: number, how: 'accept' | 'decline'): Promise<boolean>;
  leave(person: Employee): Promise<void>;
}

export interface Acts {
  /**
   * Plans what the members do about new meetings and about new times of meetings.
   * @param meetings all that are booked
   * @param now epoch milliseconds
   */
  plan(meetings: readonly BookedMeeting[], now: number): void;
  /** The instant of the next act before another; null when there is none. Epoch milliseconds. */
  nextBefore(instant: number): number | null;
  /** Carries out the next act. */
  carryOut(world: World): Promise<void>;
  /** What people did so far, by habit. */
  readonly done: Counts;
}

/**
 * What people do about their invitations, drawn by a stored seed. Each member answers each time of their meeting once, at an
 * instant in their working time between its invitation and its start. Who declined once accepts from then on.
 */
export function actsOf(employees: readonly Employee[]): Acts {
  const chance = seededChance(12);
  const people = new Map(employees.map((person) => [person.mail, person]));
  const habits = new Map<string, Habit>();
  const order = Uint32Array.from(employees.keys());
  chance.shuffle(order);
  let dealt = 0;
  for (const [habit, share] of shares) {
    for (const i of order.slice(dealt, (dealt += Math.round(share * employees.length)))) {
      habits.set(employees[i]?.mail ?? '', habit);
    }
  }
  /** The start that a member was last invited for, by event and mail address. */
  const starts = new Map<string, number>();
  const done: Record<string, number> = {};
  let turns: Turn[] = [];

  return {
    plan(meetings, now) {
      for (const { id, start, attendees } of meetings) {
        for (const mail of start > now ? attendees : []) {
          const person = people.get(mail);
          const key = `${id} ${mail}`;
          if (person === undefined || starts.get(key) === start) continue;
          starts.set(key, start);
          turns.push({ mail, start, at: instantIn(now, start, person) });
        }
      }
      turns = turns.sort((a, b) => a.at - b.at);
    },

    nextBefore(instant) {
      const at = turns[0]?.at;
      return at !== undefined && at < instant ? at : null;
    },

    async carryOut(world) {
      const turn = turns.shift();
      const person = people.get(turn?.mail ?? '');
      if (turn === undefined || person === undefined) return;
      const { mail, start } = turn;
      const habit = habits.get(mail) ?? 'accept';
      if (habit === 'silent') return;
      if (habit === 'leave') await world.leave(person);
      else if (!(await world.respond(mail, start, habit))) return;
      done[habit] = (done[habit] ?? 0) + 1;
      if (habit === 'leave') habits.set(mail, 'silent');
      if (habit === 'decline') habits.set(mail, 'accept');
    },
    done,
  };

  /** An instant in somebody's working time between two others; the earlier one when they do not work in between. */
  function instantIn(
    start: number,
    end: number,
    { timeZone, workDays, workStart, workEnd }: Employee,
  ): number {
    const hours = { zone: timeZone, days: workDays, start: workStart, end: workEnd };
    const spans = workingIntervals({ start, end }, hours);
    const length = spans.reduce((sum, span) => sum + span.end - span.start, 0);
    if (length === 0) return start;
    let left = chance.below(length);
    for (const span of spans) {
      if (left < span.end - span.start) return span.start + left;
      left -= span.end - span.start;
    }
    return start;
  }
}
