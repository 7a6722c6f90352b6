import assert from 'node:assert/strict';
import { meetingWeek } from '../../../core/time/meeting-week.ts';
import { possibleStarts } from '../../../core/time/possible-starts.ts';
import { startsToInstants } from '../../support/starts.ts';
import { workingIntervals } from '../../../core/time/working-hours.ts';
import { busyIntervals, occurrences } from '../../../local/calendars/occurrences.ts';
import { parseCalendar } from '../../../local/calendars/parse.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { sampleOrganisation } from '../../../local/sample/sample-organisation.ts';

function calendarsAt(now: string) {
  const { employees, calendars } = sampleOrganisation(Date.parse(now));
  return employees.map((employee) => ({
    employee,
    calendar: parseCalendar(calendars.get(employee.mail) ?? '', `${employee.mail}.ics`, {
      zone: employee.timeZone,
    }),
  }));
}

function hoursOf({ timeZone, workDays, workStart, workEnd }: Employee) {
  return { zone: timeZone, days: workDays, start: workStart, end: workEnd };
}

describe('the sample organisation', () => {
  it('has forty people in several departments, countries and languages, and all but one have a manager', () => {
    const { employees, calendars } = sampleOrganisation(Date.parse('2026-11-22T10:00:00Z'));
    assert.equal(new Set(employees.map(({ mail }) => mail.toLowerCase())).size, 40);
    assert.deepEqual(
      [...calendars.keys()],
      employees.map(({ mail }) => mail),
    );
    const mails = new Set(employees.map(({ mail }) => mail));
    assert.equal(employees.filter(({ manager }) => manager === undefined).length, 1);
    assert.ok(employees.every(({ manager }) => manager === undefined || mails.has(manager)));
    assert.ok(new Set(employees.map(({ timeZone }) => timeZone)).size >= 6);
    assert.ok(new Set(employees.map(({ language }) => language?.slice(0, 2))).size >= 6);
  });

  // Whatever the clock says, the meeting week two weeks later is busy, but not too full for a round.
  for (const [now, monday] of [
    ['2026-03-10T08:00:00Z', '2026-03-23'],
    ['2026-11-22T23:59:00Z', '2026-11-30'],
    ['2031-06-01T00:00:00Z', '2031-06-09'],
  ] as const) {
    it(`has a believable week of ${monday} when it is ${now}`, () => {
      const week = meetingWeek(monday, 'Europe/London');
      const free = calendarsAt(now).map(({ employee, calendar }) => {
        const busy = busyIntervals(calendar, week.start, week.end);
        assert.ok(occurrences(calendar, week.start, week.end).length >= 2, employee.mail);
        return startsToInstants(
          week,
          possibleStarts(week, 30, workingIntervals(week, hoursOf(employee)), busy),
        ).length;
      });
      const away = free.filter((starts) => starts === 0).length;
      assert.ok(away >= 1 && away <= 6, `${away} people are away all week`);
      assert.ok(free.filter((starts) => starts >= 20).length >= 34);
    });
  }

  it('gives the same text for every instant of a week', () => {
    const { calendars } = sampleOrganisation(Date.parse('2026-11-23T00:00:00Z'));
    assert.deepEqual(sampleOrganisation(Date.parse('2026-11-29T23:59:59Z')).calendars, calendars);
  });
});
