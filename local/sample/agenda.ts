import type { Employee } from '../organisation/employee.ts';
import type { AgendaEntry } from './calendar-text.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

/** Every series began this number of weeks before the week of the clock. None has an end. */
const past = 26;

const codes = ['MO', 'TU', 'WE', 'TH', 'FR'] as const;

/** An entry without the fields that all entries of one person share. */
type Draft = Omit<AgendaEntry, 'uid' | 'zone'> & { readonly id: string; readonly zone?: string };

/**
 * The calendar entries of one person. They depend on the place in the list of people, so calendars differ, yet are
 * the same at every start.
 * @param monday the Monday of the clock's week, at midnight UTC in epoch milliseconds; the calendars' own zones use
 * its date
 */
export function agendaOf(
  person: Employee,
  index: number,
  people: readonly Employee[],
  monday: number,
): AgendaEntry[] {
  const drafts = [
    ...teamMeetings(person, people, monday),
    ...oneToOne(person, index, people, monday),
    ...ownHabits(person, index, monday),
    ...daysAway(index, monday),
  ];
  return drafts.map(({ id, zone, ...draft }) => ({
    ...draft,
    uid: `${id}-${person.mail}`,
    zone: zone ?? person.timeZone,
  }));
}

/** A daily stand-up and a fortnightly team meeting on the team leader's clock, and the monthly all-hands in London. */
function teamMeetings(person: Employee, people: readonly Employee[], monday: number): Draft[] {
  const lead = people.find(({ department }) => department === person.department) ?? person;
  const team = [...new Set(people.map(({ department }) => department))].indexOf(person.department);
  const began = monday - past * week;
  const standUp = began + 9 * hour + (15 + 15 * (team % 3)) * minute;
  const teamMeeting = began + day * (1 + (team % 3)) + 14 * hour;
  const moved = teamMeeting + (past + 2) * week;
  const allHands: Draft = {
    id: 'all-hands',
    summary: 'All hands',
    zone: 'Europe/London',
    start: firstThursday(began) + 15 * hour,
    minutes: 60,
    show: 'TENTATIVE',
    rule: 'FREQ=MONTHLY;BYDAY=1TH',
  };
  if (people.filter(({ department }) => department === person.department).length === 1) return [allHands];
  return [
    allHands,
    {
      id: 'stand-up',
      summary: `${person.department ?? ''} stand-up`,
      zone: lead.timeZone,
      start: standUp,
      minutes: 15,
      show: 'BUSY',
      rule: 'FREQ=WEEKLY;BYDAY=MO,WE,FR',
      except: [standUp + (past + 1) * week],
    },
    {
      id: 'team',
      summary: `${person.department ?? ''} team meeting`,
      zone: lead.timeZone,
      start: teamMeeting,
      minutes: 60,
      show: 'BUSY',
      rule: 'FREQ=WEEKLY;INTERVAL=2',
    },
    {
      id: 'team',
      summary: `${person.department ?? ''} team meeting (moved)`,
      zone: lead.timeZone,
      start: moved + hour,
      minutes: 60,
      show: 'BUSY',
      replaces: moved,
    },
  ];
}

/** Half an hour a week with the manager, on the manager's clock. Both have it in their calendar. */
function oneToOne(person: Employee, index: number, people: readonly Employee[], monday: number): Draft[] {
  const between = (report: number, manager: Employee | undefined, other: string): Draft => ({
    id: `one-to-one-${report}`,
    summary: `1:1 with ${other}`,
    zone: manager?.timeZone ?? person.timeZone,
    start: monday - past * week + (report % 5) * day + 15 * hour + (report % 4) * 30 * minute,
    minutes: 30,
    show: 'BUSY',
    rule: 'FREQ=WEEKLY',
  });
  const manager = people.find(({ mail }) => mail === person.manager);
  const reports = people.flatMap((report, number) =>
    report.manager === person.mail ? [between(number, person, report.name)] : [],
  );
  return manager ? [between(index, manager, manager.name), ...reports] : reports;
}

/** Lunch, focus time, a day at home. */
function ownHabits({ workStart, workDays }: Employee, index: number, monday: number): Draft[] {
  const began = monday - past * week;
  const startOfWork = Number(workStart.slice(0, 2)) * hour + Number(workStart.slice(3)) * minute;
  const focus = codes[index % 5] ?? 'MO';
  const home = codes[(index + 3) % 5] ?? 'FR';
  const byDay = workDays.map((each) => each.slice(0, 2).toUpperCase()).join(',');
  const lunch: Draft = {
    id: 'lunch',
    summary: 'Lunch',
    start: began + startOfWork + 3 * hour + (index % 3) * 30 * minute,
    minutes: index % 2 === 0 ? 60 : 30,
    show: index % 4 === 0 ? 'TENTATIVE' : 'BUSY',
    rule: `FREQ=WEEKLY;BYDAY=${byDay}`,
  };
  const quiet: Draft = {
    id: 'focus',
    summary: 'Focus time',
    start: began + codes.indexOf(focus) * day + startOfWork + hour,
    minutes: 90,
    show: 'BUSY',
    rule: `FREQ=WEEKLY;BYDAY=${focus}`,
  };
  const athome: Draft = {
    id: 'home',
    summary: 'Working from home',
    start: began + codes.indexOf(home) * day,
    minutes: null,
    show: 'WORKINGELSEWHERE',
    rule: `FREQ=WEEKLY;BYDAY=${home}`,
  };
  return [lunch, ...(index % 3 === 1 ? [quiet] : []), ...(index % 3 === 2 ? [athome] : [])];
}

/** One person in thirteen is away for a week, others for two days. Everybody has a birthday, which takes no time. */
function daysAway(index: number, monday: number): Draft[] {
  const birthday: Draft = {
    id: 'birthday',
    summary: 'My birthday',
    start: monday - 52 * week + index * 9 * day,
    minutes: null,
    show: 'FREE',
    rule: 'FREQ=YEARLY',
  };
  const leave = Array.from({ length: 4 }, (_, quarter): Draft => {
    const away = monday + (quarter * 13 + (index % 13)) * week;
    const long = index % 2 === 0;
    return {
      id: `leave-${quarter}`,
      summary: long ? 'Annual leave' : 'Away',
      start: long ? away : away + (index % 4) * day,
      minutes: null,
      days: long ? 7 : 2,
      show: 'OOF',
    };
  });
  return [birthday, ...leave];
}

/** Midnight of the first Thursday in the month of a Monday. */
function firstThursday(monday: number): number {
  const date = new Date(monday);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  return first + ((11 - new Date(first).getUTCDay()) % 7) * day;
}
